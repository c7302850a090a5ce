import type { Account } from '../ledger/account.ts'
import { type ExpectedLine, type NextBill, nextBill } from '../ledger/next-bill.ts'
import type { Facts, Source } from '../values/fact.ts'
import { contains, monthOf, periodOf } from '../values/period.ts'
import type { Answered, BillingAsking } from './asking.ts'
import { askedPeriod, countFact, dayFact, decimalFact, moneyFact, periodFact, termFact, textFact } from './facts.ts'
import { latestInvoice, openInvoices, whatRenews, whatSubscriptions } from './offers.ts'
import { reply } from './reply.ts'
import { clockSource, computed, ofCustomer, ofInvoice, ofSubscription } from './sources.ts'

export const kinds = [
  'billing.next',
  'billing.next.no-amount',
  'billing.next.none',
  'note.estimate',
  'note.left-out',
  'note.only-next',
] as const
export const terms = ['surely', 'if-renewed'].map((how) => `expected.${how}`)

/** When the next bill comes and what of it is certain. Always called an estimate: changes and usage are not known yet. */
export function billingNext({ account, today, slots }: BillingAsking): Answered {
  const bill = nextBill(account, today)
  if (!bill) return reply('billing.next.none', {}, { offers: [whatSubscriptions, openInvoices] })
  // Nothing that recurs is on the last bills: a day can be named, an amount of zero would be made up.
  if (!bill.lines.length)
    return reply('billing.next.no-amount', timeFacts(account, bill), {
      notes: [...onlyNext(bill, slots.period), ...leftOut(account, bill)],
      offers: [latestInvoice, whatSubscriptions],
    })
  return reply('billing.next', billFacts(account, bill), {
    rows: bill.lines.map((line) => expectedFacts(account, line)),
    notes: [...onlyNext(bill, slots.period), { kind: 'note.estimate', facts: {} }, ...leftOut(account, bill)],
    offers: [latestInvoice, whatRenews, whatSubscriptions],
  })
}

/** Of a later month than the next bill's nothing is estimated, and the person who asked for one is told so. */
const onlyNext = (bill: NextBill, wanted: string | undefined) =>
  wanted && periodOf(wanted).from > bill.period.to && !contains(monthOf(bill.expectedOn), periodOf(wanted).from)
    ? [{ kind: 'note.only-next', facts: { period: askedPeriod(wanted) } }]
    : []

function timeFacts(account: Account, bill: NextBill): Facts {
  const dates = account.invoices.map((invoice) => ofInvoice(invoice, 'issuedOn'))
  const day = computed('estimate: as long after the period as the bills so far', [...dates, clockSource])
  return {
    period: periodFact(bill.period, computed('the month after the last bill', dates.slice(0, 1))),
    expected: dayFact(bill.expectedOn, day),
  }
}

function billFacts(account: Account, bill: NextBill): Facts {
  const prices = bill.lines.map((line) => basisOf(account, line))
  const net = computed('estimate: running subscriptions at their last price', prices)
  const tax = computed('estimate: tax at the present rate', [...prices, ofCustomer(account.customer, 'taxRate')])
  return {
    ...timeFacts(account, bill),
    count: countFact(bill.lines.length, net),
    net: moneyFact(bill.net, net),
    tax: moneyFact(bill.tax, tax),
    total: moneyFact(bill.total, tax),
  }
}

/** The line of the bill whose price the estimate takes. */
function basisOf(account: Account, { basis }: ExpectedLine): Source {
  const invoice = account.invoices.find(({ id }) => id === basis.invoice)
  const line = invoice?.lines.find(({ number }) => number === basis.line)
  return {
    type: 'record',
    record: 'invoices',
    id: basis.invoice,
    field: 'lines.unitPrice',
    line: basis.line,
    import: line?.charges[0]?.import,
  }
}

function expectedFacts(account: Account, line: ExpectedLine): Facts {
  const source = computed('estimate: seats at their last price', [basisOf(account, line)])
  return {
    product: textFact(line.product, source),
    quantity: decimalFact(line.quantity, source),
    net: moneyFact(line.net, source),
    surety: termFact(line.ifRenewed ? 'expected.if-renewed' : 'expected.surely', source),
  }
}

const leftOut = (account: Account, bill: NextBill) =>
  account.subscriptions
    .filter(({ id }) => bill.leftOut.includes(id))
    .map((subscription) => ({
      kind: 'note.left-out',
      facts: { product: textFact(subscription.product, ofSubscription(subscription, 'product')) },
    }))
