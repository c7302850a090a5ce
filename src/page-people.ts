import { type Person, people, personSchema } from './access/person.ts'
import type { Customer } from './ledger/customer.ts'
import { every } from './ledger/every.ts'
import { ledgerOf } from './ledger/ledger.ts'
import { recordOf } from './ledger/record.ts'
import type { Reading } from './store/documents.ts'
import type { Language } from './values/language.ts'
import type { PagePerson } from './web/page-person.ts'

/** More are of no use on a page to pick from; a sample of thousands has many alike. */
const atMost = 200

/** Whom the try-out page can speak as: each in their own language, else their company's, else English. */
export async function pagePeople(reading: Reading): Promise<PagePerson[]> {
  const ledger = ledgerOf(reading)
  const found: PagePerson[] = []
  for await (const { data } of every(reading, people, { index: 'tenant' })) {
    const person = recordOf(personSchema, data)
    found.push(shown(person, person.customer ? await ledger.customer(person.customer) : undefined))
    if (found.length === atMost) break
  }
  return found
}

function shown(person: Person, company: Customer | undefined): PagePerson {
  const { tenant, objectId, name, mail, roles } = person
  const language: Language = person.language ?? (company ? company.language : 'en')
  return { tenant, objectId, name, mail, roles, language, ...(company && { company: company.name }) }
}
