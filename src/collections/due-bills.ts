import { type Account, invoiceState } from '../ledger/account.ts'
import type { Dispute } from '../ledger/dispute.ts'
import type { Invoice } from '../ledger/invoice.ts'
import { addDays, type Day, dayIn } from '../values/day.ts'
import type { InvoiceId } from '../values/ids.ts'
import { type Money, money } from '../values/money.ts'

/** One open bill as the collections see it on a day. */
export type DueBill = {
  readonly invoice: Invoice
  /** What payments and credit notes left of it. */
  readonly open: Money
  /** What is to be paid of it now: open, less what is contested or not due again yet. */
  readonly amount: Money
  /** What of it is contested. */
  readonly disputed?: Money
  /** The due date that holds: revised where all that is open was contested and a decision left it to be paid. */
  readonly dueOn: Day
}

/** A bill with what its disputes do to it; the day decides the rest. Amounts in minor units. */
export type Contested = {
  readonly invoice: Invoice
  readonly open: bigint
  readonly dueOn: Day
  /** Under dispute, or found wrong and not credited yet. */
  readonly disputed: bigint
  /** Left to be paid by a decision, but not before that day is over. */
  readonly later: readonly { readonly amount: bigint; readonly until: Day }[]
}

/**
 * The bills with something left to pay, the one that is due first first. `disputeDays` is how long a customer has to pay what a decided
 * dispute did not take away; without a policy a decision moves no date.
 */
export function dueBills(account: Account, disputeDays: number | undefined, today: Day): readonly DueBill[] {
  return contestedBills(account, disputeDays).map((bill) => {
    const { invoice, open, disputed, dueOn } = bill
    const { currency } = invoice
    return {
      invoice,
      open: money(open, currency),
      amount: money(amountOn(bill, today), currency),
      ...(disputed > 0n && { disputed: money(disputed, currency) }),
      dueOn,
    }
  })
}

/** What is to be paid of a bill on a day. */
export function amountOn({ open, disputed, later }: Contested, today: Day): bigint {
  let amount = open - disputed
  for (const each of later) if (today <= each.until) amount -= each.amount
  return amount > 0n ? amount : 0n
}

// What is open does not depend on the day, only whether it is overdue does.
const anyDay = '2000-01-01' as Day

/** Open bills, the one that is due first first. Holds for every day. */
export function contestedBills(account: Account, disputeDays: number | undefined): readonly Contested[] {
  const disputes = grouped(account.disputes)
  const bills: Contested[] = []
  for (const invoice of account.invoices) {
    if (invoice.status !== 'issued' || invoice.total.minor <= 0n) continue
    const open = invoiceState(account, invoice, anyDay).open.minor
    if (open <= 0n) continue
    const known = disputes.get(invoice.id)
    bills.push(
      known
        ? contest(account, invoice, open, known, disputeDays)
        : { invoice, open, dueOn: invoice.dueOn, disputed: 0n, later: [] },
    )
  }
  return bills.sort(byDue)
}

function byDue(a: Contested, b: Contested): number {
  if (a.dueOn !== b.dueOn) return a.dueOn < b.dueOn ? -1 : 1
  if (a.invoice.number !== b.invoice.number) return a.invoice.number < b.invoice.number ? -1 : 1
  return a.invoice.id < b.invoice.id ? -1 : 1
}

function grouped(disputes: readonly Dispute[]): ReadonlyMap<InvoiceId, readonly Dispute[]> {
  const groups = new Map<InvoiceId, Dispute[]>()
  for (const dispute of disputes) {
    const group = groups.get(dispute.invoice)
    if (group) group.push(dispute)
    else groups.set(dispute.invoice, [dispute])
  }
  return groups
}

function contest(
  account: Account,
  invoice: Invoice,
  open: bigint,
  disputes: readonly Dispute[],
  disputeDays: number | undefined,
): Contested {
  const { timeZone } = account.customer
  const notes = account.invoices.filter(({ corrects, total }) => corrects === invoice.id && total.minor < 0n)
  let [disputed, decided] = [0n, 0n]
  const later: { amount: bigint; until: Day }[] = []
  for (const dispute of disputes) {
    const { kind, at } = dispute.outcome ?? {}
    const left = at === undefined ? contested(dispute) : notCredited(dispute, notes, timeZone)
    // Found wrong: nobody is to be asked for it until the credit note takes it off.
    if (at === undefined || kind === 'accepted') disputed += left
    else if (kind !== 'withdrawn' && disputeDays !== undefined && left > 0n) {
      decided += left
      later.push({ amount: left, until: addDays(dayIn(timeZone, at), disputeDays) })
    }
  }
  disputed = disputed < open ? disputed : open
  // What was never contested keeps its schedule, and the bill its date: what was contested joins it once its own day is over.
  const hasRest = open - disputed > decided
  if (hasRest || later.length === 0) return { invoice, open, disputed, dueOn: invoice.dueOn, later }
  const dueOn = later.map(({ until }) => until).reduce((a, b) => (a > b ? a : b), invoice.dueOn)
  return { invoice, open, disputed, dueOn, later: [] }
}

/** A contested refund makes nothing less of what is to be paid. */
const contested = ({ amount }: Dispute): bigint => (amount.minor > 0n ? amount.minor : 0n)

/** What of a contested amount no credit note for its lines has taken off since. */
function notCredited(dispute: Dispute, notes: readonly Invoice[], timeZone: string): bigint {
  const since = dayIn(timeZone, dispute.openedAt)
  const isOfIt = ({ lines }: Invoice): boolean =>
    dispute.lines.length === 0 ||
    lines.some(({ corrects }) => corrects === undefined || dispute.lines.includes(corrects))
  let left = contested(dispute)
  for (const note of notes) if (note.issuedOn >= since && isOfIt(note)) left += note.total.minor
  return left > 0n ? left : 0n
}
