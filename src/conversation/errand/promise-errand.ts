import { may } from '../../access/may.ts'
import type { Asked } from '../../answers/asked.ts'
import { pickInvoice } from '../../answers/pick-invoice.ts'
import {
  confirmDraft,
  notTheirs,
  promiseAlready,
  promiseDropped,
  promiseMade,
  promiseWithdrawn,
  whichBills,
  whichDay,
} from '../../answers/promise.ts'
import { billSettled, instalments, nothingDue, promiseLimit } from '../../answers/promise-limit.ts'
import { makePromise } from '../../collections/make-promise.ts'
import { payableBills, promiseTerms } from '../../collections/promise-terms.ts'
import { type Scene as Known, situationAt } from '../../collections/situation.ts'
import { withdrawPromise } from '../../collections/withdraw-promise.ts'
import { wantsInstalments } from '../../language/instalments.ts'
import { barePayment, namesSeveralDays } from '../../language/promised.ts'
import { readRefusal } from '../../language/will-not-pay.ts'
import type { Unit } from '../../store/documents.ts'
import type { Currency } from '../../values/currency.ts'
import { day } from '../../values/day.ts'
import type { InvoiceId } from '../../values/ids.ts'
import { amountText, moneyOf } from '../../values/money.ts'
import { localeFor } from '../hearing.ts'
import type { Errand } from './errand.ts'
import { actorOf, begun, type ErrandScene, type ErrandStep, eventOf, textOf } from './errand-scene.ts'
import { amountSaid, billsMeant } from './promised-bills.ts'

/** Begins a promise, or goes on with the one in the making by what was said besides: which bills, by which day, how much; then a yes. */
export async function beginPromise(unit: Unit, scene: ErrandScene, asked: Asked): Promise<ErrandStep> {
  const { principal, state, now } = scene
  if (!may(principal, 'own-collections')) return { answered: notTheirs(scene) }
  const running = state.errand?.kind === 'promise' ? state.errand : undefined
  const known = await situationAt(unit, principal.customer.id, now)
  if (!known) return { answered: nothingDue() }
  if (asked.act === 'cancel') return withdraw(unit, scene, known, asked)
  // A yes to what is not in the making any more: it was done, or it was left.
  if (!running && asked.act === 'confirm') return alreadyMade(scene, known)
  const text = textOf(scene.incoming)
  const bare = asked.slots.amount ? undefined : barePayment(text)
  const said = bare ? { ...asked, slots: { ...asked.slots, amount: bare } } : asked
  const merged = together(running?.asked, said)
  const { invoice, period } = said.slots
  const kept = invoice || period || said.all ? undefined : running?.bills
  // A part of it, or payments one after another: one day and one amount cannot say that.
  const { percent } = merged.slots
  const hearing = { today: known.today, language: scene.language, locale: localeFor(scene) }
  // "Not on Friday but on the fifteenth" names one that is meant.
  const severalDays = !readRefusal(text) && namesSeveralDays(text, hearing)
  if (wantsInstalments(text) || severalDays || (percent !== undefined && percent < 100))
    return { answered: instalments() }
  return nextStep(scene, known, merged, kept)
}

/** What was said before with what is said now in its place. Another bill takes the amount with it. */
function together(before: Asked | undefined, { slots, all }: Asked): Asked {
  const { invoice, period, date, amount, currency, percent } = slots
  const bill = invoice ? { invoice } : period ? { period } : undefined
  const kept = { ...before?.slots }
  if (bill || all) for (const name of ['invoice', 'period', 'amount', 'currency'] as const) delete kept[name]
  return {
    intent: 'payment.promise',
    slots: {
      ...kept,
      ...bill,
      ...(date && { date }),
      ...(amount && { amount, ...(currency && { currency }) }),
      ...(percent !== undefined && { percent }),
    },
    ...((all || (before?.all && !bill)) && { all: true }),
  }
}

/** Asks for what is missing, or says what is about to be noted. `kept` are the bills of the step before. */
function nextStep(scene: ErrandScene, known: Known, said: Asked, kept?: readonly string[]): ErrandStep {
  const { situation, today } = known
  const { account, rules } = situation
  const due = payableBills(account, rules, today)
  if (!due[0]) return { answered: nothingDue() }
  if (!rules?.promises) return { answered: promiseLimit(said, { kind: 'no-promises' }) }
  const meant = billsMeant(scene, account, said, { due, kept })
  if (meant.kind === 'settled') return { answered: billSettled(meant.invoice) }
  const asked = meant.kind === 'bills' ? meant.asked : said
  const at = (step: Errand['step'], bills?: readonly InvoiceId[]): Errand => ({
    ...begun('promise', asked, step),
    ...(bills && { bills: [...bills] }),
  })
  if (meant.kind === 'which')
    return { answered: whichBills('promise.which-bills', { ...asked, act: 'go-on' }, meant.of), errand: at('bills') }
  const invoices = meant.bills.map(({ invoice }) => invoice.id)
  const amount = amountSaid(asked, meant.bills)
  const by = asked.slots.date === undefined ? undefined : day(asked.slots.date)
  const terms = promiseTerms(situation, { invoices, amount, by }, today)
  if (terms.kind === 'already') return { answered: promiseAlready({ account, rules, promise: terms.promise }) }
  if (terms.kind !== 'fine') {
    const step = terms.kind === 'limit-amount' ? 'amount' : 'day'
    const isOpen = ['limit-amount', 'limit-days', 'past-day'].includes(terms.kind)
    const rest = without(asked, step === 'amount' ? ['amount', 'currency'] : ['date'])
    return { answered: promiseLimit(rest, terms), ...(isOpen && { errand: { ...at(step, invoices), asked: rest } }) }
  }
  if (!by) return { answered: whichDay(asked, terms), errand: at('day', invoices) }
  const slots = { ...asked.slots, amount: amountText(terms.amount), currency: terms.amount.currency }
  // What was shown is what is noted: the amount is fixed by it, and so are the bills.
  const errand: Errand = { ...at('confirm', invoices), asked: { ...asked, slots } }
  return { answered: confirmDraft(account.customer.id, terms, by), errand }
}

function without(asked: Asked, names: readonly (keyof Asked['slots'])[]): Asked {
  const slots = { ...asked.slots }
  for (const name of names) delete slots[name]
  return { ...asked, slots }
}

/** Goes on with a promise in the making by a yes or a no. */
export async function continuePromise(
  unit: Unit,
  scene: ErrandScene,
  errand: Errand,
  act: Asked['act'],
): Promise<ErrandStep> {
  if (act === 'cancel') return { answered: promiseDropped() }
  const { date, amount, currency } = errand.asked.slots
  if (act !== 'confirm' || errand.step !== 'confirm' || !errand.bills || !date || !amount || !currency)
    return beginPromise(unit, scene, { ...errand.asked, act: undefined })
  const { principal, incoming, now } = scene
  const invoices = errand.bills as InvoiceId[]
  const done = await makePromise(unit, {
    customer: principal.customer.id,
    invoices,
    amount: moneyOf(amount, currency as Currency),
    by: day(date),
    person: actorOf(scene),
    now,
    event: eventOf(incoming),
  })
  if (done.kind === 'refused') return { answered: notTheirs(scene) }
  const known = await situationAt(unit, principal.customer.id, now)
  if (!known) return { answered: nothingDue() }
  const { account, rules } = known.situation
  if (done.kind === 'made') return { answered: promiseMade({ account, rules, promise: done.promise }) }
  if (done.kind === 'already') return { answered: promiseAlready({ account, rules, promise: done.promise }) }
  // Something has come, or a day has passed, since it was asked: it is asked anew, by what holds now.
  return nextStep(scene, known, without(errand.asked, ['amount', 'currency']), errand.bills)
}

/** The latest open promise once more, for a second click on the same button. */
function alreadyMade({ principal }: ErrandScene, { situation }: Known): ErrandStep {
  const { account, rules, standing } = situation
  const promise = standing.promises.findLast(({ state }) => state === 'open')
  return { answered: promise && principal ? promiseAlready({ account, rules, promise }) : promiseDropped() }
}

/** Takes back the open promise about a bill. */
async function withdraw(unit: Unit, scene: ErrandScene, { situation }: Known, { slots }: Asked): Promise<ErrandStep> {
  const { principal, now } = scene
  const picked = pickInvoice(situation.account, { invoice: slots.invoice })
  const promise = situation.standing.promises.findLast(
    ({ state, invoices }) => state === 'open' && picked.kind === 'one' && invoices.includes(picked.invoice.id),
  )
  if (!slots.invoice || !promise) return { answered: promiseDropped() }
  const order = { customer: principal.customer.id, promise: promise.id, by: actorOf(scene), now }
  const done = await withdrawPromise(unit, order)
  return {
    answered: done.kind === 'withdrawn' ? promiseWithdrawn(principal.customer.id, done.promise) : promiseDropped(),
  }
}
