import { z } from 'zod'
import type { Unit } from '../store/documents.ts'
import type { CustomerId, ImportId, PaymentId } from '../values/ids.ts'
import { type Money, subtract } from '../values/money.ts'
import { type Account, leftover } from './account.ts'
import { allocatePayment, type OpenBill } from './allocate-payment.ts'
import { holdAccount } from './hold-account.ts'
import { ledgerOf } from './ledger.ts'
import { openBills } from './open-bills.ts'
import { type Payment, paymentSchema, payments } from './payment.ts'

export type IncomingPayment = Omit<Payment, 'id' | 'allocations' | 'import'>

export type PaymentFault = {
  readonly line: number
  readonly field: 'customer' | 'amount'
  readonly problem: string
  readonly remedy: string
}

/**
 * What a person should know of one payment. `looks-repeated`: another import brought the same customer, day, amount and reference.
 * `no-bill`: nothing was open. `unmatched`: neither reference nor amount says which open bill is meant. `credit-left`: `amount` is left as the customer's credit.
 */
export type PaymentNote = {
  readonly line: number
  readonly kind: 'looks-repeated' | 'no-bill' | 'unmatched' | 'credit-left'
  readonly customer: string
  readonly reference: string
  readonly amount: Money
}

export type TakenPayments =
  | { readonly kind: 'taken'; readonly taken: number; readonly already: number; readonly notes: readonly PaymentNote[] }
  | { readonly kind: 'refused'; readonly faults: readonly PaymentFault[] }

/**
 * Takes payments and allocates them, oldest first, within the caller's unit of work, so that the import's record and the payments
 * come in together or not at all. A line of an import that is here already is left as it is.
 */
export async function takePayments(
  unit: Unit,
  take: { readonly import: ImportId; readonly payments: readonly IncomingPayment[] },
): Promise<TakenPayments> {
  const accounts = new Map<CustomerId, Account>()
  const faults: PaymentFault[] = []
  for (const customer of new Set(take.payments.map((payment) => payment.customer))) await holdAccount(unit, customer)
  for (const payment of take.payments) {
    const account = accounts.get(payment.customer) ?? (await ledgerOf(unit).account(payment.customer))
    if (account) accounts.set(payment.customer, account)
    faults.push(...faultsOf(payment, account))
  }
  if (faults.length > 0) return { kind: 'refused', faults }
  const result = { taken: 0, already: 0, notes: [] as PaymentNote[] }
  const byCustomer = Map.groupBy(take.payments, ({ customer }) => customer)
  for (const [customer, account] of accounts)
    await takeForCustomer(unit, take.import, account, byCustomer.get(customer) ?? [], result)
  return { kind: 'taken', ...result, notes: result.notes.sort((a, b) => a.line - b.line) }
}

function faultsOf(payment: IncomingPayment, account: Account | undefined): PaymentFault[] {
  const { line } = payment
  if (!account)
    return [
      {
        line,
        field: 'customer',
        problem: 'this customer is not known',
        remedy: 'Import a customers file that has it first.',
      },
    ]
  if (payment.amount.minor > 0n) return []
  const remedy = 'Write what came in as a positive amount; leave out returned payments and deal with them by hand.'
  return [{ line, field: 'amount', problem: 'a payment must be more than zero', remedy }]
}

const order = (a: IncomingPayment, b: IncomingPayment): number =>
  a.receivedOn === b.receivedOn ? a.line - b.line : a.receivedOn < b.receivedOn ? -1 : 1

async function takeForCustomer(
  unit: Unit,
  from: ImportId,
  account: Account,
  incoming: readonly IncomingPayment[],
  result: { taken: number; already: number; notes: PaymentNote[] },
): Promise<void> {
  let bills = openBills(account)
  for (const payment of [...incoming].sort(order)) {
    const id = `${from}.${payment.line}` as PaymentId
    if (account.payments.some((known) => known.id === id)) {
      result.already++
      continue
    }
    const { by, allocations } = allocatePayment(payment, bills)
    const record: Payment = { ...payment, id, import: from, allocations }
    unit.put(payments, id, z.encode(paymentSchema, record), 0)
    result.taken++
    result.notes.push(...notesOn(record, by, account))
    bills = lessAllocated(bills, allocations)
  }
}

function lessAllocated(bills: readonly OpenBill[], allocations: Payment['allocations']): OpenBill[] {
  const paid = new Map(allocations.map(({ invoice, amount }) => [invoice, amount]))
  return bills.map((bill) => {
    const amount = paid.get(bill.id)
    return amount ? { ...bill, open: subtract(bill.open, amount) } : bill
  })
}

function notesOn(payment: Payment, by: ReturnType<typeof allocatePayment>['by'], account: Account): PaymentNote[] {
  const { line, reference, amount, receivedOn } = payment
  const note = (kind: PaymentNote['kind'], value: Money = amount) => ({
    line,
    kind,
    customer: account.customer.name,
    reference,
    amount: value,
  })
  const twin = account.payments.some(
    (known) => known.receivedOn === receivedOn && known.reference === reference && known.amount.minor === amount.minor,
  )
  const left = leftover(payment)
  return [
    ...(twin ? [note('looks-repeated')] : []),
    ...(by === 'none' ? [note('no-bill')] : by === 'unmatched' ? [note('unmatched')] : []),
    ...(by === 'reference' && left.minor > 0n ? [note('credit-left', left)] : []),
  ]
}
