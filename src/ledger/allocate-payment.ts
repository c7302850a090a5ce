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

/** `none`: nothing to pay was found, all of it is the customer's credit. */
export type Allocated = {
  readonly by: 'reference' | 'amount' | 'oldest-due' | 'none'
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
 * Which bills a payment pays. First those that its reference names; without one, the only bill that has exactly this much open; what
 * is left, the bills that were there when it was received, oldest due date first. What then remains is the customer's credit.
 */
export function allocatePayment(
  payment: Pick<Payment, 'amount' | 'reference' | 'receivedOn'>,
  bills: readonly OpenBill[],
): Allocated {
  const payable = bills.filter(({ open }) => open.minor > 0n && open.currency === payment.amount.currency).sort(byDue)
  const reference = payment.reference.toUpperCase()
  const named = payable.filter((bill) => bill.numbers.some((number) => names(reference, number)))
  const there = payable.filter((bill) => bill.issuedOn <= payment.receivedOn)
  const exact = there.filter((bill) => bill.open.minor === payment.amount.minor)
  const first = named.length > 0 ? named : exact.length === 1 ? exact : []
  const allocations: Payment['allocations'] = []
  let left = payment.amount
  for (const bill of new Set([...first, ...there])) {
    if (left.minor <= 0n) break
    const amount = money(bill.open.minor < left.minor ? bill.open.minor : left.minor, left.currency)
    allocations.push({ invoice: bill.id, amount })
    left = subtract(left, amount)
  }
  if (allocations.length === 0) return { by: 'none', allocations }
  return { by: named.length > 0 ? 'reference' : first.length > 0 ? 'amount' : 'oldest-due', allocations }
}
