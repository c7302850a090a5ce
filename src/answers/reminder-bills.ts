import type { Contact } from '../collections/contact.ts'
import { type DueBill, dueBills } from '../collections/due-bills.ts'
import { holdsOn } from '../collections/hold.ts'
import type { Rules } from '../collections/rules.ts'
import type { Promised, Standing } from '../collections/standing.ts'
import { type Account, invoiceState } from '../ledger/account.ts'
import type { Dispute } from '../ledger/dispute.ts'
import type { Invoice } from '../ledger/invoice.ts'
import { type Day, daysBetween } from '../values/day.ts'
import type { Fact, Facts, Source } from '../values/fact.ts'
import { type Money, money, subtract } from '../values/money.ts'
import { countFact, dayFact, moneyFact, periodFact, termFact, textFact } from './facts.ts'
import { invoiceFacts, openFact } from './invoice-facts.ts'
import { clockSource, computed, configured, ofInvoice, ofStanding } from './sources.ts'

/** How a bill that was written about stands now. The first three are still to be paid; for the next four the customer waits with good reason. */
const billStates = [
  'before',
  'today',
  'overdue',
  'promised',
  'says-paid',
  'held',
  'disputed',
  'paid',
  'settled',
] as const
type BillState = (typeof billStates)[number]
export const terms = billStates.map((state) => `reminder.status.${state}`)

/** What bills are looked at with. */
export type About = {
  readonly account: Account
  readonly standing: Standing
  readonly rules: Rules | undefined
  readonly today: Day
}

export type RemindedBill = {
  readonly invoice: Invoice
  readonly state: BillState
  /** To be paid now: open, less what is contested or not due again yet. */
  readonly amount: Money
  /** The rest of what is open. */
  readonly held: Money
  /** The due date that holds, as a decided dispute may have revised it. */
  readonly dueOn: Day
  readonly late: number
  readonly promise?: Promised
  /** The stage that it was written about with. */
  readonly stage: string
}

export const isToPay = ({ state }: RemindedBill): boolean =>
  state === 'before' || state === 'today' || state === 'overdue'
/** Nothing is left of it. */
export const isDone = ({ state }: RemindedBill): boolean => state === 'paid' || state === 'settled'

const rank = (bill: RemindedBill): number => (isToPay(bill) ? 0 : isDone(bill) ? 2 : 1)

/** The bills of a contact as they stand today: those to pay first, the oldest due date first. */
export function remindedBills(about: About, { bills }: Contact): readonly RemindedBill[] {
  const due = new Map(
    dueBills(about.account, about.rules?.disputeDays, about.today).map((bill) => [bill.invoice.id, bill]),
  )
  return bills
    .flatMap((said) => {
      const invoice = about.account.invoices.find(({ id }) => id === said.invoice)
      return invoice ? [remindedBill(about, said, invoice, due.get(invoice.id))] : []
    })
    .sort((a, b) => rank(a) - rank(b) || compared(a.dueOn, b.dueOn) || compared(a.invoice.number, b.invoice.number))
}

const compared = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

function remindedBill(about: About, said: Contact['bills'][number], invoice: Invoice, due?: DueBill): RemindedBill {
  const { standing, today } = about
  const nothing = money(0n, invoice.currency)
  const dueOn = due?.dueOn ?? said.dueOn
  const promise = standing.promises.find(({ state, invoices }) => state === 'open' && invoices.includes(invoice.id))
  return {
    invoice,
    state: stateOf(about, invoice, due, promise),
    amount: due?.amount ?? nothing,
    held: due ? subtract(due.open, due.amount) : nothing,
    dueOn,
    late: due ? Math.max(0, daysBetween(dueOn, today)) : 0,
    ...(promise && { promise }),
    stage: said.stage,
  }
}

function stateOf(
  { account, standing, rules, today }: About,
  invoice: Invoice,
  due?: DueBill,
  promise?: Promised,
): BillState {
  if (!due) return invoiceState(account, invoice, today).paid.minor > 0n ? 'paid' : 'settled'
  if (due.amount.minor <= 0n) return 'disputed'
  if (promise) return 'promised'
  // "Later" puts off a message and says nothing of what is due.
  if (isExempt(rules, invoice, today)) return 'held'
  const hold = holdsOn(standing, today, invoice.id).find(({ kind }) => kind !== 'later')
  if (hold) return hold.kind === 'paid' ? 'says-paid' : 'held'
  return due.dueOn < today ? 'overdue' : due.dueOn === today ? 'today' : 'before'
}

/** By the policy, as deciding takes it (collections/bill-case.ts). */
const isExempt = (rules: Rules | undefined, { number, ownNumber }: Invoice, today: Day): boolean =>
  rules?.exemptions.some(
    ({ invoice, until }) =>
      today <= until && (invoice === undefined || [number, ownNumber].includes(invoice.toUpperCase())),
  ) ?? false

const ofDispute = ({ id }: Dispute, field: keyof Dispute): Source => ({ type: 'record', record: 'disputes', id, field })
const contestedBy = ({ account }: About, { invoice }: RemindedBill): readonly Source[] =>
  account.disputes.filter((one) => one.invoice === invoice.id).map((one) => ofDispute(one, 'amount'))

const openSource = ({ account, today }: About, { invoice }: RemindedBill): Source =>
  openFact(account, invoice, invoiceState(account, invoice, today)).source

/** What is to be paid of one bill now. */
export function amountFact(about: About, bill: RemindedBill): Fact {
  const open = openSource(about, bill)
  const disputes = contestedBy(about, bill)
  return moneyFact(
    bill.amount,
    disputes.length ? computed('open, less what is contested or not due again yet', [open, ...disputes]) : open,
  )
}

export const heldFact = (about: About, bill: RemindedBill): Fact =>
  moneyFact(
    bill.held,
    computed('what is contested or not due again yet, as far as it is open', [
      openSource(about, bill),
      ...contestedBy(about, bill),
    ]),
  )

const dueOnSource = ({ account }: About, { dueOn, invoice }: RemindedBill): Source =>
  dueOn === invoice.dueOn
    ? ofInvoice(invoice, 'dueOn')
    : computed('the due date, put off by a decided dispute', [
        ofInvoice(invoice, 'dueOn'),
        ...account.disputes.filter((one) => one.invoice === invoice.id).map((one) => ofDispute(one, 'outcome')),
        configured('policy.disputeDays'),
      ])

export const dueOnFact = (about: About, bill: RemindedBill): Fact => dayFact(bill.dueOn, dueOnSource(about, bill))

/** Days from today to the due date, or since. */
export const daysFact = (about: About, bill: RemindedBill): Fact =>
  countFact(
    Math.abs(daysBetween(about.today, bill.dueOn)),
    computed('days from today to the due date', [dueOnSource(about, bill), clockSource]),
  )

/** What the table and the text show of one bill. */
export function billFacts(about: About, bill: RemindedBill): Facts {
  const { invoice, state, promise } = bill
  const amount = amountFact(about, bill)
  const due = dueOnFact(about, bill)
  const promises = ofStanding(about.standing.customer, 'promises')
  return {
    invoice: textFact(invoice.number, ofInvoice(invoice, 'number')),
    period: periodFact(invoice.period, ofInvoice(invoice, 'period')),
    due,
    total: moneyFact(invoice.total, ofInvoice(invoice, 'total')),
    paid: invoiceFacts(about.account, invoice, about.today).paid!,
    amount,
    late: countFact(bill.late, computed('days from the due date to today', [due.source, clockSource])),
    status: termFact(
      `reminder.status.${state}`,
      computed('what is due of it, and what holds it', [
        amount.source,
        due.source,
        promises,
        ofStanding(about.standing.customer, 'holds'),
        clockSource,
      ]),
    ),
    ...(promise && { by: dayFact(promise.by, promises) }),
  }
}
