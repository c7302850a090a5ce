import fc from 'fast-check'
import type { Situation } from '../../../src/collections/decide.ts'
import type { Policy } from '../../../src/collections/policy.ts'
import { rulesFor } from '../../../src/collections/rules.ts'
import type { Standing } from '../../../src/collections/standing.ts'
import type { Dispute } from '../../../src/ledger/dispute.ts'
import type { Invoice } from '../../../src/ledger/invoice.ts'
import type { Payment } from '../../../src/ledger/payment.ts'
import { addDays, type Day, day, instant } from '../../../src/values/day.ts'
import type { DisputeId, InvoiceId, PaymentId } from '../../../src/values/ids.ts'
import { type Money, money, negate, split } from '../../../src/values/money.ts'
import { aBill, aCustomer, customerAt, eur, gbp } from '../../ledger/examples.ts'
import { aHold, aPolicy, aPromise, everyDay, weekdays } from './situations.ts'

const firstDay = day('2027-12-20')
/** Over the turn of a year and a leap day. */
const dayWithin = (days: number) => fc.nat(days).map((at) => addDays(firstDay, at))
export const anyToday = dayWithin(90)

const cents = fc.integer({ min: 1, max: 30_000 }).map(BigInt)
const share = fc.constantFrom(0n, 0n, 1n, 5n, 9n, 10n)

const anyBill = fc.record({
  issuedOn: dayWithin(60),
  netDays: fc.constantFrom(0, 5, 15, 30),
  currency: fc.constantFrom(eur, eur, eur, gbp),
  cents,
  /** Tenths that were paid and credited. */
  paid: share,
  credited: share,
  /** Tenths under dispute, and how that ended. */
  disputed: share,
  outcome: fc.option(
    fc.record({ kind: fc.constantFrom('accepted', 'partly', 'rejected', 'withdrawn'), on: dayWithin(90) }),
  ),
})

const anyStage = fc.constantFrom('before', 'due', 'overdue', 'warning', 'person', 'proposal', 'gone')

const anyStanding = (bills: number) => {
  const which = fc.nat(bills).map((at) => `bill-${at}` as InvoiceId)
  return fc.record({
    reached: fc.array(fc.record({ invoice: which, stage: anyStage, on: dayWithin(60) }), { maxLength: 4 }),
    contacted: fc.array(
      dayWithin(60).map((on) => ({ contact: `contact ${on}`, on })),
      { maxLength: 3 },
    ),
    promises: fc.array(
      fc
        .tuple(which, dayWithin(90), fc.constantFrom('open', 'open', 'kept', 'broken', 'withdrawn'))
        .map(([id, by, state]) => aPromise(by, { invoices: [id], state })),
      { maxLength: 2 },
    ),
    holds: fc.array(
      fc
        .tuple(
          fc.constantFrom('exempt', 'held', 'later', 'paid'),
          fc.option(which),
          dayWithin(60),
          fc.option(fc.nat(30)),
        )
        .map(([kind, invoice, from, days]) =>
          aHold(kind, from, days === null ? undefined : addDays(from, days), invoice === null ? {} : { invoice }),
        ),
      { maxLength: 2 },
    ),
    isStopped: fc.integer({ min: 0, max: 4 }).map((at) => at === 0),
    isSuspended: fc.integer({ min: 0, max: 19 }).map((at) => at === 0),
  })
}

const anyPolicy: fc.Arbitrary<Policy> = fc
  .record({
    hours: fc.constantFrom(weekdays, everyDay),
    cap: fc.constantFrom(undefined, { contacts: 1, days: 5 }, { contacts: 2, days: 14 }),
    minimum: fc.constantFrom(undefined, [{ amount: '100.00', currency: 'EUR' }]).map((each) => each && [...each]),
    paymentDataDays: fc.constantFrom(undefined, 3),
    count: fc.constantFrom('calendar', 'business'),
    holidays: fc.constantFrom<Record<string, string[]>>({}, { PT: ['2028-01-01', '2028-01-03', '2028-02-29'] }),
    promises: fc.constantFrom(undefined, { days: 30, atMost: 2, broken: 'warning' }),
  })
  .map(({ count, ...rest }) => {
    const policy = aPolicy(rest)
    return { ...policy, stages: policy.stages.map((stage) => ({ ...stage, count: count as 'calendar' | 'business' })) }
  })

type BillParts = typeof anyBill extends fc.Arbitrary<infer T> ? T : never

const tenths = (amount: Money, parts: bigint): Money =>
  split(amount, [parts, 10n - parts])[0] ?? money(0n, amount.currency)

function invoicesOf({ issuedOn, netDays, currency, ...parts }: BillParts, at: number): Invoice[] {
  const total = money(parts.cents, currency)
  const id = `bill-${at}`
  const bill = aBill(id, ['1.00'], { issuedOn, dueOn: addDays(issuedOn, netDays), currency, total })
  const amount = tenths(total, parts.credited)
  if (amount.minor === 0n) return [bill]
  const more = { kind: 'credit-note', corrects: bill.id, issuedOn: addDays(issuedOn, 3), currency } as const
  return [bill, aBill(`note-${at}`, ['-1.00'], { ...more, total: negate(amount) })]
}

function paymentOf({ cents: all, currency, paid, issuedOn }: BillParts, at: number): Payment[] {
  const amount = tenths(money(all, currency), paid)
  if (amount.minor === 0n) return []
  const known = { customer: customerAt(1), receivedOn: issuedOn, reference: '', method: '', import: 'i', line: 1 }
  return [
    { ...known, id: `paid-${at}` as PaymentId, amount, allocations: [{ invoice: `bill-${at}` as InvoiceId, amount }] },
  ]
}

function disputeOf({ cents: all, currency, disputed, issuedOn, outcome }: BillParts, at: number): Dispute[] {
  const amount = tenths(money(all, currency), disputed)
  if (amount.minor === 0n) return []
  const on = (date: Day) => instant(`${date}T12:00:00Z`)
  const end = outcome && { outcome: { kind: outcome.kind as 'accepted', at: on(outcome.on), note: '' } }
  const known = { customer: customerAt(1), invoice: `bill-${at}` as InvoiceId, lines: [1], reason: 'wrong' }
  return [{ ...known, id: `dispute-${at}` as DisputeId, amount, openedAt: on(issuedOn), ...end }]
}

/** Up to five bills in two currencies, paid, credited and contested in part, with what was said and done about them. */
export const anySituation: fc.Arbitrary<Situation> = fc
  .record({
    bills: fc.array(anyBill, { maxLength: 5 }),
    standing: anyStanding(4),
    policy: anyPolicy,
    paidUntil: fc.option(dayWithin(90), { nil: undefined }),
    timeZone: fc.constantFrom('Europe/Lisbon', 'America/Sao_Paulo', 'Pacific/Auckland'),
    hasPolicy: fc.integer({ min: 0, max: 19 }).map((at) => at > 0),
  })
  .map(({ bills, standing: said, policy, paidUntil, timeZone, hasPolicy }) => {
    const customer = aCustomer(1, { timeZone })
    const { isStopped, isSuspended, ...rest } = said
    const standing: Standing = {
      customer: customer.id,
      noticed: [],
      ...rest,
      ...(isStopped && { stopped: { at: instant('2027-12-01T10:00:00Z'), by: aPromise('2027-12-01').person } }),
      ...(isSuspended && { suspension: 'suspension' }),
    }
    return {
      account: {
        customer,
        invoices: bills.flatMap(invoicesOf),
        payments: bills.flatMap(paymentOf),
        subscriptions: [],
        disputes: bills.flatMap(disputeOf),
      },
      standing,
      rules: hasPolicy ? rulesFor([policy], customer, firstDay) : undefined,
      paidUntil,
    }
  })
