import type { z } from 'zod'
import { customerSchema, customers } from '../ledger/customer.ts'
import { type Importer, type ImportInput, ImportRefused } from '../ledger/importing.ts'
import { dayIn, type Instant } from '../values/day.ts'
import { languages } from '../values/language.ts'
import { keepChanged } from './keep-changed.ts'
import { checkRow } from './read-cells.ts'
import { type CsvRow, hasColumns, readCsv } from './read-csv.ts'
import { unknownColumnsNote } from './unknown-columns-note.ts'

const columns = [
  'partner_tenant',
  'customer_tenant',
  'name',
  'domain',
  'country',
  'language',
  'time_zone',
  'currency',
  'net_days',
  'tax_rate',
  'tax_name',
  'tax_number',
] as const
type Column = (typeof columns)[number]

/** For each field of the record the column it is read from, and how to mend it. */
const fields = {
  id: { column: 'customer_tenant', remedy: "Write the customer's Entra tenant id, a GUID." },
  partner: {
    column: 'partner_tenant',
    remedy: 'Write the tenant id of the Partner Center account that sells to it, a GUID.',
  },
  tenant: { column: 'customer_tenant', remedy: "Write the customer's Entra tenant id, a GUID." },
  name: { column: 'name', remedy: "Write the customer's name." },
  domain: { column: 'domain', remedy: "Write the customer's domain, such as contoso.example." },
  country: { column: 'country', remedy: 'Write the two capital letters of ISO 3166-1, such as PT.' },
  language: { column: 'language', remedy: `Write one of ${languages.join(', ')}.` },
  timeZone: { column: 'time_zone', remedy: 'Write an IANA time zone, such as Europe/Lisbon.' },
  currency: { column: 'currency', remedy: 'Write an ISO 4217 code, such as EUR.' },
  netDays: { column: 'net_days', remedy: 'Write whole days from the bill to its due date, 0 to 365.' },
  taxRate: { column: 'tax_rate', remedy: 'Write the rate in percent with a decimal point, such as 23 or 5.5.' },
  taxName: { column: 'tax_name', remedy: 'Write what the tax is called on its bills, such as IVA.' },
} as const

/** customers.csv: who the partner sells to, and on what terms. Customers that the file does not name stay as they are. */
export const customersImporter: Importer = {
  format: 'customers',
  recognises: (start) => hasColumns(start, ['partner_tenant', 'customer_tenant', 'domain', 'net_days']),
  async import(input) {
    const { rows, unknown } = await readCsv(input, columns, ['tax_number'])
    const documents = new Map<string, z.input<typeof customerSchema>>()
    const lines = new Map<string, number>()
    for (const row of rows) {
      const customer = customerOf(input, row)
      const before = lines.get(customer.id)
      if (before) throw twice(input.file, row, before)
      lines.set(customer.id, row.line)
      documents.set(customer.id, customer)
    }
    return keepChanged(
      input,
      'customers',
      { what: 'customers', collection: customers, documents },
      unknownColumnsNote(unknown),
    )
  },
}

function customerOf(input: ImportInput, row: CsvRow<Column>): z.input<typeof customerSchema> {
  const { cells } = row
  const [partner, tenant] = [cells.partner_tenant.toLowerCase(), cells.customer_tenant.toLowerCase()]
  const customer = {
    id: `${partner}.${tenant}` as z.input<typeof customerSchema>['id'],
    partner,
    tenant,
    name: cells.name,
    domain: cells.domain.toLowerCase(),
    country: cells.country,
    language: cells.language as (typeof languages)[number],
    timeZone: zone(cells.time_zone, input.now) ? cells.time_zone : '',
    currency: cells.currency.toUpperCase(),
    netDays: /^\d+$/.test(cells.net_days) ? Number(cells.net_days) : Number.NaN,
    // Only digits and a point: "23%" or "23,5" would be read wrongly or late.
    taxRate: /^\d+(\.\d+)?$/.test(cells.tax_rate) ? cells.tax_rate : 'unreadable',
    taxName: cells.tax_name,
    ...(cells.tax_number && { taxNumber: cells.tax_number }),
  }
  return checkRow(input.file, row, customerSchema, customer, fields)
}

function zone(name: string, now: Instant): boolean {
  try {
    return name !== '' && dayIn(name, now) !== ''
  } catch (error) {
    if (error instanceof RangeError) return false
    throw error
  }
}

const twice = (file: string, row: CsvRow<Column>, before: number): ImportRefused =>
  new ImportRefused({
    file,
    line: row.line,
    column: 'customer_tenant',
    value: row.cells.customer_tenant,
    problem: `the customer stands on line ${before} already`,
    remedy: 'Leave only one of the two lines.',
  })
