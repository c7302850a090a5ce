import { people } from '../access/person.ts'
import { type Customer, customers } from '../ledger/customer.ts'
import { ledgerOf } from '../ledger/ledger.ts'
import { offerings } from '../support/offering.ts'
import type { Desk, Finding } from './outside.ts'

/** Whether what is in the store is enough to answer customers. Looks at the first customer of each account only. */
export async function examineData(desk: Desk): Promise<Finding[]> {
  const { documents } = desk
  const first = (await documents.find(customers, { index: 'partner', limit: 1 })).items[0]
  if (!first) {
    const says = desk.mayLoadSample
      ? 'there are no customers yet: `saldo start --local` loads a sample partner, `saldo import` takes yours'
      : 'there are no customers yet: `saldo import customers.csv`'
    return [{ about: 'data', verdict: desk.mayLoadSample ? 'should' : 'must', says }]
  }
  const findings: Finding[] = []
  for (const partner of await accountsOf(desk)) {
    const lacks: string[] = []
    if (!(await ledgerOf(documents).priceBook(partner)))
      lacks.push('no price book, so nothing can be billed out: import price-book.yaml')
    if (!(await documents.get(offerings, partner)))
      lacks.push('no offering, so customers learn neither contact nor bank details: import offering.yaml')
    const says = lacks.join('; ') || 'customers, price book and offering are here'
    findings.push({ about: `data of ${partner}`, verdict: lacks.length > 0 ? 'must' : 'good', says })
  }
  return [...findings, await examinePeople(desk)]
}

/** The Partner Center accounts that sell to somebody: each is found by skipping past the one before. */
async function accountsOf({ documents }: Desk): Promise<Customer['partner'][]> {
  const accounts: Customer['partner'][] = []
  let from = ''
  while (true) {
    const { items } = await documents.find(customers, { index: 'partner', from, limit: 1 })
    const partner = items[0]?.data.partner as Customer['partner'] | undefined
    if (!partner) return accounts
    accounts.push(partner)
    from = `${partner}\u0000`
  }
}

async function examinePeople({ documents }: Desk): Promise<Finding> {
  const { items } = await documents.find(people, { index: 'tenant', limit: 1 })
  if (items.length > 0) return { about: 'people', verdict: 'good', says: 'people are known' }
  const says = 'nobody is known, so nobody sees a figure: import people.csv or `saldo people add`'
  return { about: 'people', verdict: 'must', says }
}
