import { z } from 'zod'
import type { Unit } from '../store/documents.ts'
import type { PaymentId } from '../values/ids.ts'
import { add, type Money, money } from '../values/money.ts'
import { leftover } from './account.ts'
import { holdAccount } from './hold-account.ts'
import type { Invoice } from './invoice.ts'
import { ledgerOf } from './ledger.ts'
import { openBills } from './open-bills.ts'
import { type Payment, paymentSchema, payments } from './payment.ts'
import { recordOf } from './record.ts'

export type AssignedPayment =
  /** `amount` of the payment's rest now pays the bill. */
  | { readonly kind: 'assigned'; readonly payment: Payment; readonly invoice: Invoice; readonly amount: Money }
  /** It pays the bill already, as far as there was something to pay it with. */
  | { readonly kind: 'already'; readonly payment: Payment; readonly invoice: Invoice; readonly amount: Money }
  | {
      readonly kind: 'refused'
      readonly reason: 'unknown-payment' | 'unknown-invoice' | 'other-currency' | 'nothing-open' | 'nothing-left'
    }

/**
 * Lets what is left of a payment pay a bill of the same customer that a person has named, within the caller's unit of work. What pays
 * other bills stays where it is. Safe to repeat.
 */
export async function assignPayment(unit: Unit, id: PaymentId, number: string): Promise<AssignedPayment> {
  const stored = await unit.get(payments, id)
  if (!stored) return { kind: 'refused', reason: 'unknown-payment' }
  const payment = recordOf(paymentSchema, stored.data)
  await holdAccount(unit, payment.customer)
  const account = await ledgerOf(unit).account(payment.customer)
  const invoice = await ledgerOf(unit).invoice(payment.customer, number)
  if (!account || !invoice) return { kind: 'refused', reason: 'unknown-invoice' }
  if (invoice.currency !== payment.amount.currency) return { kind: 'refused', reason: 'other-currency' }
  const open = openBills(account).find((bill) => bill.id === invoice.id)?.open
  const left = leftover(payment)
  const before = payment.allocations.find((each) => each.invoice === invoice.id)
  if (!open || left.minor <= 0n) {
    if (before) return { kind: 'already', payment, invoice, amount: before.amount }
    return { kind: 'refused', reason: open ? 'nothing-left' : 'nothing-open' }
  }
  const amount = money(open.minor < left.minor ? open.minor : left.minor, left.currency)
  const others = payment.allocations.filter((each) => each !== before)
  const mine = { invoice: invoice.id, amount: before ? add(before.amount, amount) : amount }
  const assigned: Payment = { ...payment, allocations: [...others, mine] }
  unit.put(payments, id, z.encode(paymentSchema, assigned), stored.revision)
  return { kind: 'assigned', payment: assigned, invoice, amount }
}
