import { may } from '../../access/may.ts'
import { answer } from '../../answers/answer.ts'
import type { Asked } from '../../answers/asked.ts'
import { pickInvoice, sameAmount } from '../../answers/pick-invoice.ts'
import { notTheirs, whichBills } from '../../answers/promise.ts'
import { confirmPaid } from '../../answers/reminder-preferences.ts'
import { isInForce } from '../../collections/hold.ts'
import { payableBills } from '../../collections/promise-terms.ts'
import { type Scene as Known, situationAt } from '../../collections/situation.ts'
import type { Account } from '../../ledger/account.ts'
import type { Unit } from '../../store/documents.ts'
import { addDays } from '../../values/day.ts'
import type { InvoiceId } from '../../values/ids.ts'
import { amountText } from '../../values/money.ts'
import { begun, type ErrandScene, type ErrandStep } from './errand-scene.ts'
import { paidSaid } from './preference-errand.ts'
import { billsMeant } from './promised-bills.ts'

/** "We have already paid", written: what the ledger knows is told, else it is noted after a yes, as by a reminder's button. */
export async function paidInWords(unit: Unit, scene: ErrandScene, asked: Asked): Promise<ErrandStep> {
  const { principal, now } = scene
  const { slots } = asked
  const onRecord = async (said: Asked['slots'] = slots): Promise<ErrandStep> => ({
    answered: await answer(unit, { ...scene, intent: 'payment.status', slots: said }),
  })
  if (!may(principal, 'own-figures')) return onRecord()
  if (!may(principal, 'own-collections')) return { answered: notTheirs(scene) }
  const known = await situationAt(unit, principal.customer.id, now)
  if (!known?.situation.rules) return onRecord()
  const { account, rules } = known.situation
  const due = payableBills(account, rules, known.today)
  const isUnknown = slots.invoice !== undefined && pickInvoice(account, { invoice: slots.invoice }).kind === 'none'
  if (!due[0] || isUnknown || hasCome(account, slots)) return onRecord()
  const meant = billsMeant(scene, account, asked, { due })
  if (meant.kind === 'settled') return onRecord({ invoice: meant.invoice.number })
  const isAll = meant.kind === 'bills' && meant.bills.length === due.length
  const [only] = meant.kind === 'bills' && meant.bills.length === 1 ? meant.bills : []
  if (!only && !isAll) {
    const of = meant.kind === 'which' ? meant.of : meant.bills
    return { answered: whichBills('paid.which', { intent: 'payment.status', slots: {}, act: 'i-paid' }, of) }
  }
  const invoice = only?.invoice
  const said: Asked = {
    intent: 'payment.status',
    slots: invoice ? { invoice: invoice.number } : {},
    ...(!invoice && { all: true }),
  }
  if (wasSaid(known, invoice?.id)) return { answered: (await paidSaid(unit, scene, said)).answered }
  const wanted: Asked = { ...said, intent: 'reminder.preferences', act: 'i-paid' }
  return {
    answered: confirmPaid(addDays(known.today, rules.paidDays), invoice),
    errand: begun('preference', wanted, 'confirm'),
  }
}

/** A payment of that amount, or of that day, is on record, and no bill was named. */
function hasCome({ payments }: Account, { invoice, period, amount, date }: Asked['slots']): boolean {
  if (invoice || period || !(amount || date)) return false
  return payments.some(
    (payment) => (!amount || sameAmount(amountText(payment.amount), amount)) && (!date || payment.receivedOn === date),
  )
}

/** Nothing is noted by saying it again. */
const wasSaid = ({ situation: { standing }, today }: Known, invoice: InvoiceId | undefined): boolean =>
  standing.holds.some(
    (hold) =>
      hold.kind === 'paid' &&
      (isInForce(hold, today)
        ? !hold.invoice || hold.invoice === invoice
        : invoice !== undefined && hold.invoice === invoice),
  )
