import { createWriteStream, type WriteStream } from 'node:fs'
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { finished } from 'node:stream/promises'
import { stringify } from 'yaml'
import type { Day } from '../../values/day.ts'
import { csvLine } from './csv-line.ts'
import { type SamplePartnerAccount, sampleAccounts } from './sample-accounts.ts'
import { type SampleCustomer, sampleCustomers } from './sample-customers.ts'
import { sampleHelpdesk } from './sample-helpdesk.ts'
import { sampleCalendarName, sampleHolidays } from './sample-holidays.ts'
import { sampleMonths } from './sample-months.ts'
import { sampleOffering } from './sample-offering.ts'
import { paymentColumns } from './sample-payments.ts'
import { customerPeopleRows, peopleColumns, staffRows } from './sample-people.ts'
import { samplePolicies } from './sample-policy.ts'
import { samplePriceBook } from './sample-price-book.ts'
import { type SampleRandom, sampleRandom } from './sample-random.ts'
import { sampleReadme } from './sample-readme.ts'
import { writeMonth } from './write-month.ts'

export type SampleOptions = {
  /** The sample's months end with the last whole month before it. */
  readonly today: Day
  readonly customers?: number
  readonly months?: number
  readonly seed?: number
}

/** What the parts of a sample have in common. */
export type Sample = {
  readonly folder: string
  readonly today: Day
  readonly random: SampleRandom
  readonly accounts: readonly SamplePartnerAccount[]
  /** Ordered by tenant id. */
  readonly customers: readonly SampleCustomer[]
}

/** Writes a sample partner into a folder, in the real formats. The same options write the same bytes. */
export async function writeSample(
  folder: string,
  { today, customers = 14, months = 6, seed = 1 }: SampleOptions,
): Promise<void> {
  const random = sampleRandom(seed)
  const sample: Sample = {
    folder,
    today,
    random,
    accounts: sampleAccounts(random),
    customers: sampleCustomers(customers, random),
  }
  const periods = sampleMonths(today, months)
  await mkdir(folder, { recursive: true })
  await writeFile(join(folder, 'README.md'), sampleReadme(periods))
  await writeMasterFiles(sample)
  const payments = createWriteStream(join(folder, 'payments.csv'))
  payments.write(csvLine(paymentColumns))
  for (const account of sample.accounts) {
    const bills = new Map<string, number>()
    for (const at of periods.keys()) await writeMonth({ sample, account, periods, at, payments, bills })
  }
  await ended(payments)
}

const customerColumns =
  'partner_tenant,customer_tenant,name,domain,country,language,time_zone,currency,net_days,tax_rate,tax_name,tax_number'

async function writeMasterFiles({ folder, accounts, customers, random, today }: Sample): Promise<void> {
  const file = (name: string) => createWriteStream(join(folder, name))
  const [customersFile, people] = [file('customers.csv'), file('people.csv')]
  customersFile.write(csvLine(customerColumns.split(',')))
  people.write(csvLine(peopleColumns))
  for (const row of staffRows(accounts, random)) people.write(csvLine(row))
  for (const customer of customers) {
    const account = accounts.find(({ key }) => key === customer.account) as SamplePartnerAccount
    customersFile.write(csvLine(customerRow(account, customer)))
    for (const row of customerPeopleRows(account, customer, random)) people.write(csvLine(row))
  }
  await Promise.all([ended(customersFile), ended(people)])
  const books = accounts.map((account) => samplePriceBook(account, customers))
  await writeFile(join(folder, 'price-book.yaml'), yamlOf('# saldo price book', books))
  const year = today.slice(0, 4)
  const offerings = accounts.map((account) => sampleOffering(account, year, customers))
  for (const { key } of accounts) await writeFile(join(folder, sampleCalendarName(key)), sampleHolidays(key, year))
  await writeFile(join(folder, 'offering.yaml'), yamlOf('# saldo offering', offerings))
  await writeFile(join(folder, 'helpdesk.yaml'), yamlOf('# saldo helpdesk', accounts.map(sampleHelpdesk)))
  const collecting = accounts.flatMap((account) => samplePolicies(account, today, customers))
  await writeFile(join(folder, 'policy.yaml'), yamlOf('# saldo policy', collecting))
}

const customerRow = (account: SamplePartnerAccount, customer: SampleCustomer): string[] => [
  account.partner,
  customer.tenant,
  customer.name,
  customer.domain,
  customer.country,
  customer.language,
  customer.timeZone,
  customer.currency,
  String(customer.netDays),
  customer.taxRate,
  customer.taxName,
  customer.taxNumber,
]

const yamlOf = (head: string, documents: readonly unknown[]): string =>
  `${head}\n${documents.map((document) => stringify(document)).join('---\n')}`

function ended(stream: WriteStream): Promise<void> {
  stream.end()
  return finished(stream)
}
