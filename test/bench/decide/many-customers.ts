import { decide } from '../../../src/collections/decide.ts'
import type { Policy } from '../../../src/collections/policy.ts'
import { rulesFor } from '../../../src/collections/rules.ts'
import type { Standing } from '../../../src/collections/standing.ts'
import { standingAfter } from '../../../src/collections/standing-after.ts'
import type { Account } from '../../../src/ledger/account.ts'
import type { Invoice } from '../../../src/ledger/invoice.ts'
import type { Payment } from '../../../src/ledger/payment.ts'
import { addDays, day, instant } from '../../../src/values/day.ts'
import type { DisputeId, InvoiceId, PaymentId } from '../../../src/values/ids.ts'
import { money } from '../../../src/values/money.ts'
import { aDispute, aHold, aPolicy, aPromise, weekdays } from '../../collections/decide/situations.ts'
import { aBill, aCustomer, eur } from '../../ledger/examples.ts'

export const today = day('2026-11-30')

export type Customers = {
  readonly accounts: readonly Account[]
  readonly standings: readonly Standing[]
  readonly policies: readonly Policy[]
}

const countries = ['PT', 'ES', 'BR']

/**
 * Customers with so many open bills each, due from 60 days ago to 30 days ahead, in seven-day steps that differ from one to the next. Beside
 * them a paid bill; some bills paid in part, some contested, promised or held; business and calendar days, a cap, a minimum.
 */
export function manyCustomers(count: number, billsEach: number): Customers {
  const policies = [
    aPolicy({
      hours: weekdays,
      cap: { contacts: 3, days: 14 },
      minimum: [{ amount: '20.00', currency: 'EUR' }],
      paymentDataDays: 3,
      holidays: { PT: ['2026-12-01', '2026-12-08', '2026-12-25'], ES: ['2026-12-08', '2026-12-25'] },
      stages: [
        { id: 'before', when: 'before', days: 5, count: 'business', action: 'remind' },
        { id: 'due', when: 'after', days: 0, action: 'remind' },
        { id: 'overdue', when: 'after', days: 5, count: 'business', action: 'remind' },
        { id: 'warning', when: 'after', days: 14, action: 'warn' },
        { id: 'person', when: 'after', days: 21, action: 'person' },
        { id: 'proposal', when: 'after', days: 35, action: 'propose-suspension' },
      ],
    }),
  ]
  const customers = Array.from({ length: count }, (_, at) =>
    aCustomer(at, { country: countries[at % countries.length] as string }),
  )
  const accounts = customers.map((customer, at) => accountOf(customer, at, billsEach))
  const standings = accounts.map((account, at) => standingOf(account, at, policies))
  // Copies: nothing is known of an account that nobody has looked at.
  return { accounts: accounts.map((account) => ({ ...account })), standings, policies }
}

const billId = (at: number, bill: number) => `bill-${at}-${bill}` as InvoiceId

function accountOf(customer: Account['customer'], at: number, billsEach: number): Account {
  const bills = Array.from({ length: billsEach }, (_, bill) => billOf(customer, at, bill))
  const paid = { ...billOf(customer, at, billsEach), dueOn: day('2026-09-30') }
  const parts: Payment[] = [payment(customer, at, paid, paid.total.minor)]
  if (at % 3 === 0) parts.push(payment(customer, at, bills[0] as Invoice, 500n))
  const contested = { customer: customer.id, invoice: billId(at, 0), openedAt: instant('2026-11-20T10:00:00Z') }
  return {
    customer,
    invoices: [...bills, paid],
    payments: parts,
    subscriptions: [],
    disputes: at % 10 === 0 ? [aDispute('10.00', { ...contested, id: `dispute-${at}` as DisputeId })] : [],
  }
}

function billOf({ id: customer, currency }: Account['customer'], at: number, bill: number): Invoice {
  const dueOn = addDays(today, 30 - 7 * ((at * 3 + bill) % 13))
  const total = money(BigInt(2_500 + ((at * 7 + bill * 31) % 9_000)), currency)
  return {
    ...template,
    customer,
    id: billId(at, bill),
    number: `N-${at}-${bill}`,
    issuedOn: addDays(dueOn, -30),
    dueOn,
    total,
  }
}

const template = aBill('template', ['10.00'])

const payment = (customer: Account['customer'], at: number, { id: invoice }: Invoice, minor: bigint): Payment => ({
  id: `paid-${invoice}` as PaymentId,
  customer: customer.id,
  receivedOn: day('2026-11-02'),
  amount: money(minor, eur),
  reference: `N-${at}`,
  method: 'bank-transfer',
  allocations: [{ invoice, amount: money(minor, eur) }],
  import: 'payments-1',
  line: at,
})

/** As the Friday before left it: most of what has come is done. Of every fifth customer nothing was decided yet. */
function standingOf(account: Account, at: number, policies: readonly Policy[]): Standing {
  const { customer } = account
  const standing: Standing = {
    customer: customer.id,
    reached: [],
    contacted: [],
    promises: at % 15 === 0 ? [aPromise('2026-12-05', { invoices: [billId(at, 1)] })] : [],
    holds: at % 25 === 0 ? [aHold('held', '2026-11-01', '2026-12-15')] : [],
    noticed: [],
  }
  if (at % 5 === 0) return standing
  const friday = addDays(today, -3)
  const rules = rulesFor(policies, customer, friday)
  return standingAfter(standing, decide({ account, standing, rules, paidUntil: friday }, friday), `c-${at}`)
}
