import { z } from 'zod'
import type { Unit } from '../store/documents.ts'
import type { Day } from '../values/day.ts'
import type { CustomerId } from '../values/ids.ts'
import { leftover } from './account.ts'
import { allocateCredit } from './allocate-payment.ts'
import { holdAccount } from './hold-account.ts'
import { ledgerOf } from './ledger.ts'
import { openBills } from './open-bills.ts'
import { paymentSchema, payments } from './payment.ts'

/**
 * Uses what is left of a customer's earlier payments for the bills that are open on a day, oldest due date first. Never done by itself:
 * credit is the customer's, who may want it back. Gives the number of payments that it used.
 */
export async function applyCredit(unit: Unit, customer: CustomerId, on: Day): Promise<number> {
  let used = 0
  await holdAccount(unit, customer)
  const all = (await ledgerOf(unit).payments(customer)).toReversed()
  for (const { id } of all.filter((payment) => leftover(payment).minor > 0n)) {
    // Read again each time: the payment before may have paid the bill.
    const account = await ledgerOf(unit).account(customer)
    const stored = await unit.get(payments, id)
    const payment = account?.payments.find((known) => known.id === id)
    if (!account || !stored || !payment) continue
    const allocations = allocateCredit(leftover(payment), on, openBills(account))
    if (allocations.length === 0) continue
    const merged = { ...payment, allocations: [...payment.allocations, ...allocations] }
    unit.put(payments, id, z.encode(paymentSchema, merged), stored.revision)
    used++
  }
  return used
}
