import type { BillFilter } from '../language/bill-filter.ts'
import { balance, invoiceState } from '../ledger/account.ts'
import type { Invoice } from '../ledger/invoice.ts'
import type { Facts } from '../values/fact.ts'
import { sum } from '../values/money.ts'
import { periodOf } from '../values/period.ts'
import type { Answered, BillingAsking, Offer } from './asking.ts'
import { askedPeriod, countFact, moneyFact, periodFact, termFact } from './facts.ts'
import { historyChart } from './history-chart.ts'
import { rowFacts } from './invoice-facts.ts'
import { allInvoices, comingInvoice, howMuchOwed, howToPay, latestInvoice, showInvoice } from './offers.ts'
import { ofPeriod } from './pick-invoice.ts'
import { reply } from './reply.ts'
import { clockSource, computed, ofInvoice } from './sources.ts'

export const kinds = [
  'invoice.list',
  'invoice.list.none',
  'note.more',
  'note.billed-total',
  'note.open-total',
  'note.overdue-total',
] as const
export const terms = ['list.all', 'list.open', 'list.overdue', 'list.paid', 'within.period', 'within.all']

const shownAtMost = 12

/** Which bills there are: all, or the open, overdue or paid ones; of all times or of a period. Newest first. */
export function invoiceList(asking: BillingAsking): Answered {
  const { account, slots, filter } = asking
  const bills = slots.period ? ofPeriod(account.invoices, periodOf(slots.period)) : account.invoices
  const found = bills.filter((invoice) => !filter || passes(asking, invoice, filter))
  const wanted: Facts = {
    which: termFact(`list.${filter ?? 'all'}`, { type: 'asked' }),
    within: termFact(slots.period ? 'within.period' : 'within.all', { type: 'asked' }),
    ...(slots.period ? { period: askedPeriod(slots.period) } : {}),
  }
  if (!found[0]) return reply('invoice.list.none', wanted, { offers: [allInvoices, comingInvoice] })
  const shown = found.slice(0, shownAtMost)
  const numbers = found.map((bill) => ofInvoice(bill, 'number'))
  const count = countFact(found.length, computed('bills that fit', numbers))
  return reply(
    'invoice.list',
    { count, ...spanOf(found), ...wanted },
    {
      rows: shown.map((invoice) => rowFacts(account, invoice, asking.today)),
      notes: [...moreNote(found.length - shown.length), ...billed(asking, found), ...totals(asking, found)],
      chart: historyChart(found),
      offers: nextAfter(asking, found),
    },
  )
}

function passes({ account, today }: BillingAsking, invoice: Invoice, filter: BillFilter): boolean {
  const { kind } = invoiceState(account, invoice, today)
  return filter === 'open' ? ['open', 'partly-paid', 'overdue'].includes(kind) : kind === filter
}

/** From the oldest bill's first day to the newest one's last. */
function spanOf(found: readonly Invoice[]) {
  const from = found.reduce((a, b) => (b.period.from < a.period.from ? b : a))
  const to = found.reduce((a, b) => (b.period.to > a.period.to ? b : a))
  const source = computed('first and last day of these bills', [ofInvoice(from, 'period'), ofInvoice(to, 'period')])
  return { period: periodFact({ from: from.period.from, to: to.period.to }, source) }
}

const moreNote = (more: number) =>
  more > 0
    ? [{ kind: 'note.more', facts: { more: countFact(more, computed('bills that fit but are not shown', [])) } }]
    : []

/** What the bills of a period come to, credit notes taken off, a note a currency: a period is asked for to know its sum. */
function billed({ slots }: BillingAsking, found: readonly Invoice[]) {
  if (!slots.period || found.length < 2) return []
  return [...new Set(found.map(({ currency }) => currency))].map((code) => {
    const bills = found.filter(({ currency }) => currency === code)
    const totals = bills.map((bill) => ofInvoice(bill, 'total'))
    const total = sum(
      bills.map((bill) => bill.total),
      code,
    )
    return { kind: 'note.billed-total', facts: { total: moneyFact(total, computed('sum of these bills', totals)) } }
  })
}

/** What is open, a note a currency, so that a list never has to be added up by hand. */
function totals({ account, today }: BillingAsking, found: readonly Invoice[]) {
  const shown = new Set(found.map(({ id }) => id))
  return balance(account, today)
    .filter(({ open, byInvoice }) => open.minor > 0n && byInvoice.some(({ invoice }) => shown.has(invoice.id)))
    .map(({ open, overdue, byInvoice }) => {
      const rule = computed('sum of what is open', [
        ...byInvoice.filter(({ state }) => state.open.minor > 0n).map(({ invoice }) => ofInvoice(invoice, 'total')),
        clockSource,
      ])
      const facts = { open: moneyFact(open, rule), overdue: moneyFact(overdue, rule) }
      return { kind: overdue.minor > 0n ? 'note.overdue-total' : 'note.open-total', facts }
    })
}

function nextAfter({ filter, account, today }: BillingAsking, found: readonly Invoice[]): readonly Offer[] {
  const owing = account.invoices.some((invoice) => invoiceState(account, invoice, today).open.minor > 0n)
  const first = found.length === 1 ? showInvoice(found[0]!) : latestInvoice
  return owing ? [first, filter ? howToPay : howMuchOwed] : [first, comingInvoice]
}
