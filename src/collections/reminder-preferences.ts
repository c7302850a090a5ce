import { invoiceState } from '../ledger/account.ts'
import { ledgerOf } from '../ledger/ledger.ts'
import type { Unit } from '../store/documents.ts'
import { addDays, type Day, dayIn, type Instant } from '../values/day.ts'
import type { CustomerId, InvoiceId } from '../values/ids.ts'
import { isInForce } from './hold.ts'
import { policiesOf } from './policy.ts'
import { payableBills } from './promise-terms.ts'
import { type Rules, rulesFor } from './rules.ts'
import { type Hold, putStanding, type Standing, standingOf } from './standing.ts'
import { causedId, personOf, recordedBy, type Steers, steeredCustomer } from './steer.ts'

type Order = {
  readonly customer: CustomerId
  /** A billing contact of the customer, or staff in its name. */
  readonly by: Exclude<Steers, { key: string }>
  readonly now: Instant
  /** Made from what caused it: the same cause is done once. */
  readonly event: string
}

/** What every one of them reads first. Nothing where the person may not. */
async function read(unit: Unit, { customer: id, by, now }: Order) {
  const customer = await steeredCustomer(unit, by, id)
  if (!customer) return undefined
  const today = dayIn(customer.timeZone, now)
  const rules = rulesFor(await policiesOf(unit, customer.partner), customer, today)
  return { customer, today, rules, ...(await standingOf(unit, customer.id)) }
}

export type SaidPaid =
  | { readonly kind: 'noted'; readonly hold: Hold }
  | { readonly kind: 'already'; readonly hold: Hold }
  /** It was said of this bill before, the days for it are over, and nothing has come: saying it again holds nothing. */
  | { readonly kind: 'said-before'; readonly hold: Hold }
  /** The ledger has it as paid, or there is nothing to pay. */
  | { readonly kind: 'on-record' }
  | { readonly kind: 'unknown-invoice' }
  /** Nobody is reminded of anything. */
  | { readonly kind: 'no-policy' }
  | { readonly kind: 'refused' }

/** "I have paid": reminders of that bill, or of all bills, wait for as many days as the policy gives a payment to arrive. */
export async function sayPaid(unit: Unit, order: Order & { readonly invoice?: InvoiceId }): Promise<SaidPaid> {
  const { invoice, by, now, event } = order
  const found = await read(unit, order)
  const account = found && (await ledgerOf(unit).account(found.customer.id))
  if (!found || !account) return { kind: 'refused' }
  const { today, rules, standing, revision } = found
  const bill = account.invoices.find(({ id }) => id === invoice)
  if (invoice !== undefined && !bill) return { kind: 'unknown-invoice' }
  const owing = bill
    ? invoiceState(account, bill, today).open.minor > 0n
    : payableBills(account, rules, today).length > 0
  if (!owing) return { kind: 'on-record' }
  if (!rules) return { kind: 'no-policy' }
  const id = causedId('H', `${account.customer.id}|${event}`)
  const said = standing.holds.filter((hold) => hold.kind === 'paid' && (!hold.invoice || hold.invoice === invoice))
  const inForce = said.find((hold) => hold.id === id || isInForce(hold, today))
  if (inForce) return { kind: 'already', hold: inForce }
  const before = said.findLast((hold) => bill !== undefined && hold.invoice === invoice)
  if (before) return { kind: 'said-before', hold: before }
  const until = addDays(today, rules.paidDays)
  const hold: Hold = { id, kind: 'paid', invoice, reason: 'says paid', from: today, until, by: recordedBy(by) }
  putStanding(unit, { ...standing, holds: [...standing.holds, hold], due: now }, revision)
  return { kind: 'noted', hold }
}

export type PutOff =
  | { readonly kind: 'noted'; readonly hold: Hold }
  | { readonly kind: 'already'; readonly hold: Hold }
  | { readonly kind: 'limit-days'; readonly latest: Day }
  | { readonly kind: 'past-day'; readonly earliest: Day; readonly latest: Day }
  /** Reminders were put off before, and none has come since. */
  | { readonly kind: 'used' }
  | { readonly kind: 'no-policy' }
  | { readonly kind: 'refused' }

/** The last day that reminders can be put off to; nothing where that was done, and no reminder has come since. */
export function latestLater(standing: Standing, rules: Pick<Rules, 'laterDays'>, today: Day): Day | undefined {
  const last = standing.holds.findLast(({ kind }) => kind === 'later')
  const isOpen = last && !standing.contacted.some(({ on }) => on > last.from)
  // Put off again and again, day by day, they would never come.
  const latest = addDays(isOpen ? last.from : today, rules.laterDays)
  return latest < today || (isOpen && !isInForce(last, today)) ? undefined : latest
}

/** "Remind me later": until a day that the person names, or as long as the policy allows. */
export async function later(unit: Unit, order: Order & { readonly until?: Day }): Promise<PutOff> {
  const { by, now, event } = order
  const found = await read(unit, order)
  if (!found) return { kind: 'refused' }
  const { customer, today, rules, standing, revision } = found
  if (!rules) return { kind: 'no-policy' }
  const id = causedId('H', `${customer.id}|${event}`)
  const open = standing.holds.find((hold) => hold.kind === 'later' && isInForce(hold, today))
  const repeated = standing.holds.find((hold) => hold.id === id)
  if (repeated) return { kind: 'already', hold: repeated }
  const latest = latestLater(standing, rules, today)
  if (latest === undefined) return { kind: 'used' }
  const until = order.until ?? latest
  if (until < today) return { kind: 'past-day', earliest: today, latest }
  if (until > latest) return { kind: 'limit-days', latest }
  if (open && open.until === until) return { kind: 'already', hold: open }
  const hold: Hold = {
    id,
    kind: 'later',
    reason: 'asked for later',
    from: open?.from ?? today,
    until,
    by: recordedBy(by),
  }
  const others = standing.holds.map((each) => (each === open ? { ...each, releasedAt: now } : each))
  putStanding(unit, { ...standing, holds: [...others, hold], due: now }, revision)
  return { kind: 'noted', hold }
}

export type SetReminders =
  | { readonly kind: 'done'; readonly standing: Standing }
  | { readonly kind: 'unchanged'; readonly standing: Standing }
  | { readonly kind: 'refused' }

/** No more courtesies: reminders before the due date, and notices. Those of what is overdue stay the partner's. */
export async function stopReminders(unit: Unit, order: Order): Promise<SetReminders> {
  const found = await read(unit, order)
  if (!found) return { kind: 'refused' }
  const { standing, revision } = found
  if (standing.stopped) return { kind: 'unchanged', standing }
  const after: Standing = { ...standing, stopped: { at: order.now, by: personOf(order.by) }, due: order.now }
  putStanding(unit, after, revision)
  return { kind: 'done', standing: after }
}

/** All of them again, now: what the customer had stopped or put off. What the partner holds stays held. */
export async function resumeReminders(unit: Unit, order: Order): Promise<SetReminders> {
  const found = await read(unit, order)
  if (!found) return { kind: 'refused' }
  const { standing, revision, today } = found
  const putOff = standing.holds.filter((hold) => hold.kind === 'later' && isInForce(hold, today))
  if (!standing.stopped && putOff.length === 0) return { kind: 'unchanged', standing }
  const { stopped: _, ...rest } = standing
  const holds = standing.holds.map((hold) => (putOff.includes(hold) ? { ...hold, releasedAt: order.now } : hold))
  const after: Standing = { ...rest, holds, due: order.now }
  putStanding(unit, after, revision)
  return { kind: 'done', standing: after }
}
