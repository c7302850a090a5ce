import { may } from '../../access/may.ts'
import type { Asked } from '../../answers/asked.ts'
import { notTheirs, promiseAlready, promiseNone } from '../../answers/promise.ts'
import { billSettled, nothingDue, notThen, promiseLimit } from '../../answers/promise-limit.ts'
import { payableBills } from '../../collections/promise-terms.ts'
import { situationAt } from '../../collections/situation.ts'
import type { Unit } from '../../store/documents.ts'
import { addDays } from '../../values/day.ts'
import { begun, type ErrandScene, type ErrandStep } from './errand-scene.ts'
import { billsMeant } from './promised-bills.ts'

/** "We cannot pay on Friday": nothing is noted by it, and the day that is possible is asked for. */
export async function cannotPay(unit: Unit, scene: ErrandScene, asked: Asked): Promise<ErrandStep> {
  const { principal, state, now } = scene
  if (!may(principal, 'own-collections')) return { answered: notTheirs(scene) }
  const known = await situationAt(unit, principal.customer.id, now)
  const { account, rules, standing } = known?.situation ?? {}
  const due = known && account ? payableBills(account, rules, known.today) : []
  if (!known || !account || !standing || !due[0]) return { answered: nothingDue() }
  if (!rules?.promises) return { answered: promiseLimit(asked, { kind: 'no-promises' }) }
  const { invoice, period } = asked.slots
  const kept = invoice || period || state.errand?.kind !== 'promise' ? undefined : state.errand.bills
  const meant = billsMeant(scene, account, asked, { due, kept })
  if (meant.kind === 'settled') return { answered: billSettled(meant.invoice) }
  const bills = meant.kind === 'bills' ? meant.bills.map((bill) => bill.invoice) : []
  const ids = bills.map(({ id }) => id)
  const open = standing.promises.findLast(
    (promise) => promise.state === 'open' && (ids.length === 0 || promise.invoices.some((id) => ids.includes(id))),
  )
  const promised = account.invoices.find(({ id }) => id === open?.invoices[0])
  const latest = addDays(known.today, rules.promises.days)
  const about: Asked = meant.kind === 'bills' ? meant.asked : { intent: 'payment.promise', slots: {} }
  const { slots, all } = about
  const wanted: Asked = { intent: 'payment.promise', slots, ...(all && { all }) }
  return {
    answered: notThen({ latest, promised, invoice: bills.length === 1 ? bills[0] : undefined }),
    errand: { ...begun('promise', wanted, 'day'), ...(ids.length > 0 && { bills: ids }) },
  }
}

/** "What did we promise?": the latest that is open. What is in the making besides goes on. */
export async function recallPromise(unit: Unit, scene: ErrandScene): Promise<ErrandStep> {
  const { principal, state, now } = scene
  const { errand } = state
  if (!may(principal, 'own-collections')) return { answered: notTheirs(scene), errand }
  const known = await situationAt(unit, principal.customer.id, now)
  if (!known) return { answered: promiseNone(), errand }
  const { account, rules, standing } = known.situation
  const promise = standing.promises.findLast(({ state: is }) => is === 'open')
  return { answered: promise ? promiseAlready({ account, rules, promise }) : promiseNone(), errand }
}
