import type { Day } from '../values/day.ts'
import type { InvoiceId } from '../values/ids.ts'
import { type Money, money, subtract } from '../values/money.ts'
import type { Payment } from './payment.ts'

/** A bill with something left to pay. */
export type OpenBill = {
  readonly id: InvoiceId
  /** Legal and own, upper case. */
  readonly numbers: readonly string[]
  readonly issuedOn: Day
  readonly dueOn: Day
  readonly open: Money
}

/**
 * `unmatched`: bills were open, and neither the reference nor the amount says which is meant: a person has to. `none`: nothing was
 * open. Either way all of it is the customer's credit meanwhile, so that nobody is reminded of what has been paid.
 */
export type Allocated = {
  readonly by: 'reference' | 'amount' | 'unmatched' | 'none'
  readonly allocations: Payment['allocations']
}

const byDue = (a: OpenBill, b: OpenBill): number =>
  a.dueOn < b.dueOn ? -1 : a.dueOn > b.dueOn ? 1 : a.id < b.id ? -1 : 1

/** Whether a text names a number: `NOR-2026-0001` is not named by `NOR-2026-00012`. */
function names(reference: string, number: string): boolean {
  const inWord = /[\p{L}\p{N}]/u
  for (let at = reference.indexOf(number); at >= 0; at = reference.indexOf(number, at + 1))
    if (!inWord.test(reference[at - 1] ?? ' ') && !inWord.test(reference[at + number.length] ?? ' ')) return true
  return false
}

/**
 * Which bills a payment pays. First those that its reference names, and what is left then goes to the bills that were there when it
 * was received, oldest due date first. Without such a reference the only bill that has exactly this much open; else none: a guess
 * would mark a bill as paid that the customer has not paid. What remains is the customer's credit.
 */
export function allocatePayment(
  payment: Pick<Payment, 'amount' | 'reference' | 'receivedOn'>,
  bills: readonly OpenBill[],
): Allocated {
  const payable = payableOf(payment.amount, bills)
  const reference = payment.reference.toUpperCase()
  const named = payable.filter((bill) => bill.numbers.some((number) => names(reference, number)))
  const there = payable.filter((bill) => bill.issuedOn <= payment.receivedOn)
  if (named.length > 0) return { by: 'reference', allocations: spread(payment.amount, [...named, ...there]) }
  const exact = there.filter((bill) => bill.open.minor === payment.amount.minor)
  if (exact.length === 1) return { by: 'amount', allocations: spread(payment.amount, exact) }
  return { by: there.length > 0 ? 'unmatched' : 'none', allocations: [] }
}

/** Which bills credit pays that somebody uses on a day: those issued by then, oldest due date first. */
export const allocateCredit = (credit: Money, on: Day, bills: readonly OpenBill[]): Payment['allocations'] =>
  spread(
    credit,
    payableOf(credit, bills).filter((bill) => bill.issuedOn <= on),
  )

const payableOf = ({ currency }: Money, bills: readonly OpenBill[]): readonly OpenBill[] =>
  bills.filter(({ open }) => open.minor > 0n && open.currency === currency).sort(byDue)

/** Pays bills one after another, each as far as the money goes. */
function spread(amount: Money, bills: readonly OpenBill[]): Payment['allocations'] {
  const allocations: Payment['allocations'] = []
  let left = amount
  for (const bill of new Set(bills)) {
    if (left.minor <= 0n) break
    const paid = money(bill.open.minor < left.minor ? bill.open.minor : left.minor, left.currency)
    allocations.push({ invoice: bill.id, amount: paid })
    left = subtract(left, paid)
  }
  return allocations
}
