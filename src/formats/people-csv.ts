import type { z } from 'zod'
import { customerRoles, partnerRoles, people, personKey, personSchema, type Role } from '../access/person.ts'
import { customers } from '../ledger/customer.ts'
import { type Importer, type ImportInput, ImportRefused } from '../ledger/importing.ts'
import { languages } from '../values/language.ts'
import { keepChanged } from './keep-changed.ts'
import { checkRow } from './read-cells.ts'
import { type CsvRow, hasColumns, readCsv } from './read-csv.ts'
import { unknownColumnsNote } from './unknown-columns-note.ts'

const columns = ['tenant', 'object_id', 'name', 'mail', 'customer_partner_tenant', 'roles', 'language'] as const
type Column = (typeof columns)[number]
type StoredPerson = z.input<typeof personSchema>

const fields = {
  tenant: { column: 'tenant', remedy: "Write the id of the person's Entra tenant, a GUID." },
  objectId: { column: 'object_id', remedy: "Write the person's object id in that tenant, a GUID." },
  name: { column: 'name', remedy: "Write the person's name." },
  mail: { column: 'mail', remedy: "Write the person's mail address." },
  roles: {
    column: 'roles',
    remedy: `Write roles separated by a space: ${[...customerRoles, ...partnerRoles].join(', ')}.`,
  },
  language: { column: 'language', remedy: `Write one of ${languages.join(', ')}, or leave it empty.` },
} as const

/** people.csv: who is known and what role each has. People that the file does not name stay as they are. */
export const peopleImporter: Importer = {
  format: 'people',
  recognises: (start) => hasColumns(start, ['tenant', 'object_id', 'mail', 'roles']),
  async import(input) {
    const { rows, unknown } = await readCsv(input, columns, ['language'])
    const documents = new Map<string, StoredPerson>()
    for (const row of rows) {
      const person = personOf(input.file, row)
      await checkEmployer(input, row, person)
      const key = personKey(person.tenant, person.objectId)
      if (documents.has(key))
        throw refused(input.file, row, 'object_id', 'the person stands there twice', 'Leave only one of the two lines.')
      documents.set(key, person)
    }
    return keepChanged(input, 'people', { what: 'people', collection: people, documents }, unknownColumnsNote(unknown))
  },
}

function personOf(file: string, row: CsvRow<Column>): StoredPerson {
  const { cells } = row
  const tenant = cells.tenant.toLowerCase()
  const person = {
    tenant,
    objectId: cells.object_id.toLowerCase(),
    name: cells.name,
    mail: cells.mail,
    ...(cells.customer_partner_tenant && {
      customer: `${cells.customer_partner_tenant.toLowerCase()}.${tenant}` as StoredPerson['customer'],
    }),
    roles: cells.roles.split(/\s+/).filter(Boolean) as Role[],
    ...(cells.language && { language: cells.language as StoredPerson['language'] }),
  }
  return checkRow(file, row, personSchema, person, fields)
}

/** A customer's role without a customer, or the partner's within one, would open doors to the wrong person. */
async function checkEmployer(input: ImportInput, row: CsvRow<Column>, person: StoredPerson): Promise<void> {
  const own: readonly Role[] = person.customer ? customerRoles : partnerRoles
  const foreign = person.roles.find((role) => !own.includes(role))
  if (foreign && person.customer) {
    throw refused(
      input.file,
      row,
      'roles',
      `${foreign} is a role of the partner's staff`,
      `Write ${customerRoles.join(' or ')}, or leave customer_partner_tenant empty.`,
    )
  }
  if (foreign) {
    throw refused(
      input.file,
      row,
      'roles',
      `${foreign} is a role of a customer's people`,
      "Write the customer's Partner Center tenant into customer_partner_tenant.",
    )
  }
  if (!person.customer || (await input.documents.get(customers, person.customer))) return
  throw refused(
    input.file,
    row,
    'customer_partner_tenant',
    `no customer with the tenant ${person.tenant} is known there`,
    'Import customers.csv first, or mend the tenant ids.',
  )
}

const refused = (file: string, row: CsvRow<Column>, column: Column, problem: string, remedy: string): ImportRefused =>
  new ImportRefused({ file, line: row.line, column, value: row.cells[column], problem, remedy })
