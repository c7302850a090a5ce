import type { Money } from '../values/money.ts'
import { type Account, leftover } from './account.ts'
import type { OpenBill } from './allocate-payment.ts'
import { openBills } from './open-bills.ts'
import type { Payment } from './payment.ts'

/** How far a payment has found its bills. `unmatched`: it pays none, and a person should look. `credit-left`: a part of it pays none. */
export type PaymentMatch = {
  readonly payment: Payment
  readonly kind: 'unmatched' | 'credit-left' | 'matched'
  /** What no bill has used: the customer's credit. */
  readonly left: Money
  /** The open bills that the rest might be for, the likeliest first; empty for a payment of which nothing is left. */
  readonly mightPay: readonly OpenBill[]
}

const order: Readonly<Record<PaymentMatch['kind'], number>> = { unmatched: 0, 'credit-left': 1, matched: 2 }

/** The account's payments, those first that want a person, each kind the newest first. */
export function paymentMatches(account: Account): readonly PaymentMatch[] {
  const bills = openBills(account)
  return account.payments.map((payment) => matchOf(payment, bills)).sort((a, b) => order[a.kind] - order[b.kind])
}

function matchOf(payment: Payment, bills: readonly OpenBill[]): PaymentMatch {
  const left = leftover(payment)
  if (left.minor <= 0n) return { payment, kind: 'matched', left, mightPay: [] }
  const kind = payment.allocations.length === 0 ? 'unmatched' : 'credit-left'
  const mightPay = bills
    .filter(({ open }) => open.currency === left.currency)
    .sort((a, b) => likeness(payment, left, b) - likeness(payment, left, a) || (a.dueOn < b.dueOn ? -1 : 1))
  return { payment, kind, left, mightPay }
}

/** Digits of its number in the reference, such as `2026 1042` for NOR-2026-1042, say more than an equal amount. */
function likeness({ reference }: Payment, left: Money, bill: OpenBill): number {
  const written = reference.replace(/\D/g, '')
  const isNamed = bill.numbers.some((number) => written !== '' && written.includes(number.replace(/\D/g, '') || '-'))
  return (isNamed ? 2 : 0) + (bill.open.minor === left.minor ? 1 : 0)
}
