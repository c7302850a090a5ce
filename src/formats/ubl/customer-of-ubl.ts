import { type Customer, customerSchema, customers, taxNumberKeys } from '../../ledger/customer.ts'
import { recordOf } from '../../ledger/record.ts'
import type { Reading } from '../../store/documents.ts'
import type { UblDocument } from './ubl-document.ts'
import { need, refusedAt } from './xml-element.ts'

/** The customer that a document bills, by its tax number alone: names are written in many ways. Throws ImportRefused. */
export async function customerOfUbl(reading: Reading, document: UblDocument): Promise<Customer> {
  const party = need(document.root, 'AccountingCustomerParty/Party')
  if (document.customerNumbers.length === 0) {
    throw refusedAt(party, {
      problem: 'it names no tax number of the customer',
      remedy: 'Have the document made with the tax number (BT-48).',
    })
  }
  const found = await withNumber(reading, document)
  const value = document.customerNumbers.join(', ')
  if (found.length === 0) {
    throw refusedAt(party, {
      problem: `no customer has the tax number ${value}`,
      remedy: "Write it into the customer's line of customers.csv (tax_number) and import that first.",
    })
  }
  if (found[0] && found.length === 1) return found[0]
  const names = found.map(({ name, id }) => `${name} (${id})`).join(', ')
  throw refusedAt(party, {
    problem: `${found.length} customers have the tax number ${value}: ${names}`,
    remedy: 'Leave the tax number with the one that is billed this way.',
  })
}

/** Two accounts of the partner can sell to one company; the currency tells them apart where it can. */
async function withNumber(reading: Reading, { customerNumbers, currency }: UblDocument): Promise<Customer[]> {
  const found = new Map<string, Customer>()
  for (const key of new Set(customerNumbers.flatMap(taxNumberKeys))) {
    const { items } = await reading.find(customers, { index: 'taxNumber', equals: key })
    for (const { id, data } of items) found.set(id, recordOf(customerSchema, data))
  }
  const all = [...found.values()]
  const billedSo = all.filter((customer) => customer.currency === currency)
  return billedSo.length > 0 ? billedSo : all
}
