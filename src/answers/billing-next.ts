import type { Account } from '../ledger/account.ts'
import { type ExpectedLine, type ExpectedUsage, type NextBill, nextBill } from '../ledger/next-bill.ts'
import type { Facts, Source } from '../values/fact.ts'
import { subtract } from '../values/money.ts'
import { contains, monthOf, periodOf } from '../values/period.ts'
import type { Answered, BillingAsking } from './asking.ts'
import { askedPeriod, countFact, decimalFact, moneyFact, termFact, textFact } from './facts.ts'
import { nextBillTimes } from './next-bill-times.ts'
import { latestInvoice, openInvoices, whatRenews, whatSubscriptions } from './offers.ts'
import { reply } from './reply.ts'
import { computed, ofCustomer, ofSubscription } from './sources.ts'

export const kinds = [
  'billing.next',
  'billing.next.no-amount',
  'billing.next.none',
  'note.estimate',
  'note.certain',
  'note.seats-changed',
  'note.promotion-ends',
  'note.left-out',
  'note.only-next',
] as const
export const terms = ['surely', 'if-renewed', 'usage-last', 'usage-average'].map((how) => `expected.${how}`)

/** When the next bill comes, what of it is certain and what is estimated from what. Always called an estimate. */
export function billingNext({ account, today, slots }: BillingAsking): Answered {
  const bill = nextBill(account, today)
  if (!bill) return reply('billing.next.none', {}, { offers: [whatSubscriptions, openInvoices] })
  // Nothing that recurs is on the last bills: a day can be named, an amount of zero would be made up.
  if (!bill.lines.length && !bill.usage.length)
    return reply('billing.next.no-amount', nextBillTimes(account, bill), {
      notes: [...onlyNext(bill, slots.period), ...leftOut(account, bill)],
      offers: [latestInvoice, whatSubscriptions],
    })
  return reply('billing.next', billFacts(account, bill), {
    rows: [
      ...bill.lines.map((line) => expectedFacts(account, line)),
      ...bill.usage.map((usage) => usageFacts(account, usage)),
    ],
    notes: [
      ...onlyNext(bill, slots.period),
      { kind: 'note.estimate', facts: {} },
      ...certain(account, bill),
      // A product in two parts has two lines, and changed once.
      ...bill.lines
        .filter((line, at) => bill.lines.findIndex((one) => one.subscription === line.subscription) === at)
        .flatMap((line) => changed(account, line)),
      ...leftOut(account, bill),
    ],
    offers: [latestInvoice, whatRenews, whatSubscriptions],
  })
}

/** Of a later month than the next bill's nothing is estimated, and the person who asked for one is told so. */
const onlyNext = (bill: NextBill, wanted: string | undefined) =>
  wanted && periodOf(wanted).from > bill.period.to && !contains(monthOf(bill.expectedOn), periodOf(wanted).from)
    ? [{ kind: 'note.only-next', facts: { period: askedPeriod(wanted) } }]
    : []

const basesOf = (account: Account, bill: NextBill): readonly Source[] => [
  ...bill.lines.map(({ basis }) => basisOf(account, basis)),
  ...bill.usage.flatMap(({ basis }) => basis.map((line) => basisOf(account, line, 'net'))),
]

function billFacts(account: Account, bill: NextBill): Facts {
  const prices = basesOf(account, bill)
  const net = computed('estimate: running subscriptions at their last price, usage as on the last bills', prices)
  const tax = computed('estimate: tax at the present rate', [...prices, ofCustomer(account.customer, 'taxRate')])
  return {
    ...nextBillTimes(account, bill),
    count: countFact(bill.lines.length + bill.usage.length, net),
    net: moneyFact(bill.net, net),
    tax: moneyFact(bill.tax, tax),
    total: moneyFact(bill.total, tax),
  }
}

/** What is sure as long as nothing changes, and what depends on renewals and usage: only where there is some of both. */
function certain(account: Account, bill: NextBill) {
  const open = subtract(bill.net, bill.certain)
  if (open.minor === 0n || bill.certain.minor === 0n) return []
  const source = computed('estimate: terms that run on, and the rest', basesOf(account, bill))
  return [
    { kind: 'note.certain', facts: { certain: moneyFact(bill.certain, source), estimated: moneyFact(open, source) } },
  ]
}

/** The line of a bill that the estimate takes its price or amount from. */
function basisOf(account: Account, basis: ExpectedLine['basis'], field: 'unitPrice' | 'net' = 'unitPrice'): Source {
  const invoice = account.invoices.find(({ id }) => id === basis.invoice)
  const line = invoice?.lines.find(({ number }) => number === basis.line)
  return {
    type: 'record',
    record: 'invoices',
    id: basis.invoice,
    field: `lines.${field}`,
    line: basis.line,
    import: line?.charges[0]?.import,
  }
}

function expectedFacts(account: Account, line: ExpectedLine): Facts {
  const source = computed('estimate: seats at their last price', [basisOf(account, line.basis)])
  return {
    product: textFact(line.product, source),
    quantity: decimalFact(line.quantity, source),
    net: moneyFact(line.net, source),
    surety: termFact(line.ifRenewed ? 'expected.if-renewed' : 'expected.surely', source),
  }
}

function usageFacts(account: Account, { product, net, by, basis }: ExpectedUsage): Facts {
  const source = computed(
    by === 'last' ? 'estimate: as much as on the last bill' : 'estimate: average of the last three bills',
    basis.map((line) => basisOf(account, line, 'net')),
  )
  return {
    product: textFact(product, source),
    net: moneyFact(net, source),
    surety: termFact(`expected.usage-${by}`, source),
  }
}

/** Why a line is not what it was: seats that count whole for the first time, a promotion that ends with the term. */
function changed(account: Account, line: ExpectedLine) {
  const source = basisOf(account, line.basis)
  const product = textFact(line.product, source)
  const seats = line.seatsBefore && {
    kind: 'note.seats-changed',
    facts: { product, before: decimalFact(line.seatsBefore, source), after: decimalFact(line.quantity, source) },
  }
  return [
    ...(seats ? [seats] : []),
    ...(line.promotionEnds ? [{ kind: 'note.promotion-ends', facts: { product } }] : []),
  ]
}

const leftOut = (account: Account, bill: NextBill) =>
  account.subscriptions
    .filter(({ id }) => bill.leftOut.includes(id))
    .map((subscription) => ({
      kind: 'note.left-out',
      facts: { product: textFact(subscription.product, ofSubscription(subscription, 'product')) },
    }))
