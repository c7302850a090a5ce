import type { Customer } from '../ledger/customer.ts'
import type { Invoice } from '../ledger/invoice.ts'
import { ledgerOf } from '../ledger/ledger.ts'
import type { Reading } from '../store/documents.ts'
import type { InvoiceId } from '../values/ids.ts'
import { Problem } from './problem.ts'
import { customerOf } from './wire.ts'

/** The customer that a request names. Throws Problem. */
export async function knownCustomer(reading: Reading, text: string, at: string): Promise<Customer> {
  const customer = await ledgerOf(reading).customer(customerOf(text))
  if (customer) return customer
  throw new Problem('not-found', 'This customer is not known.', { errors: [{ at, says: 'is no customer' }] })
}

/** The bill of a customer by its number. Throws Problem. */
export async function knownBill(reading: Reading, customer: Customer, number: string, at: string): Promise<Invoice> {
  const invoice = await ledgerOf(reading).invoice(customer.id, number)
  if (invoice) return invoice
  throw new Problem('not-found', 'The customer has no such bill.', { errors: [{ at, says: 'is no bill of it' }] })
}

/** The numbers of a customer's bills by their ids: what is stored names ids, people know numbers. */
export async function numbersOf(reading: Reading, customer: Customer['id']): Promise<(id: InvoiceId) => string> {
  const invoices = await ledgerOf(reading).invoices(customer)
  const numbers = new Map(invoices.map(({ id, number }) => [id, number]))
  return (id) => numbers.get(id) ?? id
}
