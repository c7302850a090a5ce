import { type Account, balance, invoiceState } from '../ledger/account.ts'
import { type Day, daysBetween } from '../values/day.ts'
import type { InvoiceId } from '../values/ids.ts'
import type { Situation } from './decide.ts'
import { dueBills } from './due-bills.ts'
import { holdsOn } from './hold.ts'
import { perCurrency } from './per-currency.ts'
import type { Hold } from './standing.ts'
import type { HoldReason, ScopedSubscription, Suspension } from './suspension.ts'
import { suspensionScope } from './suspension-scope.ts'

/** `paid`: nothing is left to suspend for. `go`: it may be, all of it or less. */
export type LastCheck =
  | { readonly kind: 'paid' }
  | { readonly kind: 'hold'; readonly reason: HoldReason }
  /** All of the proposed ones; those for which nothing is due any more are `spared`. */
  | { readonly kind: 'go'; readonly subscriptions: readonly ScopedSubscription[] }

/** Whether a suspension may still be carried out on a day in the customer's time zone: asked in the unit of work that begins it. */
export function lastCheck(checked: Situation, { bills, subscriptions }: Suspension, today: Day): LastCheck {
  const { account } = checked
  const open = bills.filter(({ invoice }) => isOpen(account, invoice, today))
  if (open.length === 0) return { kind: 'paid' }
  if (isStale(checked, today)) return { kind: 'hold', reason: 'stale-payments' }
  const reasons = open.map(({ invoice, number }) => whyNot(checked, invoice, number, today))
  const ids = open.filter((_, at) => reasons[at] === undefined).map(({ invoice }) => invoice)
  const [reason] = reasons
  if (ids.length === 0 && reason) return { kind: 'hold', reason }
  if (creditCovers(account, ids, today)) return { kind: 'hold', reason: 'unmatched-credit' }
  const scope = suspensionScope(account, ids, today)
  const isDue = (one: ScopedSubscription) => scope.subscriptions.some(({ id }) => id === one.id)
  // The bills are due and bill nothing of it any more: contested lines, or subscriptions that ended meanwhile.
  if (!subscriptions.some(isDue)) return { kind: 'hold', reason: reason ?? 'disputed' }
  return { kind: 'go', subscriptions: subscriptions.map((one) => (isDue(one) ? one : { ...one, spared: true })) }
}

/** Money of the customer that pays no bill yet would pay all of these: a person has to match it first. */
function creditCovers(account: Account, ids: readonly InvoiceId[], today: Day): boolean {
  const due = perCurrency(suspensionScope(account, ids, today).bills.map(({ amount }) => amount))
  const credit = balance(account, today)
  return due.every(({ currency, minor }) =>
    credit.some(({ currency: own, unallocated }) => own === currency && unallocated.minor >= minor),
  )
}

/** Whether something of a bill is left to pay, disputed or not. */
export function isOpen(account: Account, id: InvoiceId, today: Day): boolean {
  const invoice = account.invoices.find((one) => one.id === id)
  return invoice !== undefined && invoiceState(account, invoice, today).open.minor > 0n
}

const isStale = ({ rules, paidUntil }: Situation, today: Day): boolean =>
  rules?.paymentDataDays !== undefined &&
  (paidUntil === undefined || daysBetween(paidUntil, today) > rules.paymentDataDays)

const holdKinds = { exempt: 'exempt', held: 'held', later: 'held', paid: 'says-paid' } as const satisfies Record<
  Hold['kind'],
  HoldReason
>

function whyNot(
  { account, standing, rules }: Situation,
  invoice: InvoiceId,
  number: string,
  today: Day,
): HoldReason | undefined {
  if (standing.promises.some(({ state, invoices }) => state === 'open' && invoices.includes(invoice))) return 'promised'
  const exempt = rules?.exemptions.some(
    (one) => today <= one.until && (one.invoice === undefined || one.invoice.toUpperCase() === number.toUpperCase()),
  )
  if (exempt) return 'exempt'
  // "Remind me later" is about reminders; what was announced stays.
  const hold = holdsOn(standing, today, invoice).find(({ kind }) => kind !== 'later')
  if (hold) return holdKinds[hold.kind]
  // Found wrong and not credited yet, or not due again before the day that a decision gave it.
  const bill = dueBills(account, rules?.disputeDays, today).find((one) => one.invoice.id === invoice)
  if (bill && (bill.amount.minor <= 0n || (bill.dueOn !== bill.invoice.dueOn && today <= bill.dueOn))) return 'disputed'
  return suspensionScope(account, [invoice], today).bills.length === 0 ? 'disputed' : undefined
}
