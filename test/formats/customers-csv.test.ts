import { expect, test } from 'vitest'
import { customersImporter as importer } from '../../src/formats/customers-csv.ts'
import { customers } from '../../src/ledger/customer.ts'
import { imports } from '../../src/ledger/import-record.ts'
import { customersCsv, faultOf, importText, openStore, openStoreWithCustomers, partner, tenant } from './import-text.ts'

const id = `${partner}.${tenant}`
const [header = '', first = '', second = ''] = customersCsv.split('\n')

test('a good file is taken as it is', async () => {
  const documents = await openStore()
  expect(importer.recognises(customersCsv)).toBe(true)
  expect(await importText(documents, importer, customersCsv)).toMatchObject({
    kind: 'imported',
    records: 2,
    changes: [{ what: 'customers', count: 2 }],
    notes: [],
  })
  expect((await documents.get(customers, id))?.data).toEqual({
    id,
    partner,
    tenant,
    name: 'Aveiro Salinas, Lda',
    domain: 'salinas.example',
    country: 'PT',
    language: 'pt-PT',
    timeZone: 'Europe/Lisbon',
    currency: 'EUR',
    netDays: 30,
    taxRate: '23',
    taxName: 'IVA',
    taxNumber: 'PT 501 234 567',
  })
})

test('the same file again changes nothing', async () => {
  const documents = await openStoreWithCustomers()
  expect(await importText(documents, importer, customersCsv)).toMatchObject({ kind: 'unchanged', changes: [] })
  expect((await documents.get(customers, id))?.revision).toBe(1)
  expect((await documents.find(imports, { index: 'at' })).items).toHaveLength(1)
})

test('going back to an older file is a change', async () => {
  const documents = await openStoreWithCustomers()
  const changed = customersCsv.replace(',30,', ',45,')
  expect(await importText(documents, importer, changed)).toMatchObject({ changes: [{ count: 1 }] })
  expect(await importText(documents, importer, customersCsv)).toMatchObject({
    kind: 'imported',
    changes: [{ count: 1 }],
  })
  expect((await documents.get(customers, id))?.data.netDays).toBe(30)
})

test('a dry run says what would change and changes nothing', async () => {
  const documents = await openStore()
  expect(await importText(documents, importer, customersCsv, { dryRun: true })).toMatchObject({
    kind: 'checked',
    changes: [{ count: 2 }],
  })
  expect(await documents.get(customers, id)).toBeUndefined()
  expect((await documents.find(imports, { index: 'at' })).items).toEqual([])
})

test('semicolons, CRLF, a byte-order mark, any order of columns and any case are the same file', async () => {
  const documents = await openStoreWithCustomers()
  const rows = [header.toUpperCase(), second].map((line) => line.split(',').reverse().join(';'))
  expect(await importText(documents, importer, `\uFEFF${rows.join('\r\n')}\r\n`)).toMatchObject({ kind: 'unchanged' })
})

test('unknown columns are named and not read', async () => {
  const documents = await openStore()
  const wider = `${header},vip\n${first},yes\n`
  expect(await importText(documents, importer, wider)).toMatchObject({ notes: ['columns not read: vip'] })
})

test.each([
  ['partner_tenant', partner, 'abc'],
  ['customer_tenant', tenant, tenant.slice(1)],
  ['country', ',PT,', ',Portugal,'],
  ['language', 'pt-PT', 'pt'],
  ['time_zone', 'Europe/Lisbon', 'Europe/Lissabon'],
  ['currency', ',EUR,', ',EURO,'],
  ['net_days', ',30,', ',net 30,'],
  ['net_days', ',30,', ',366,'],
  ['net_days', ',30,', ',,'],
  ['tax_rate', ',23,', ',23%,'],
  ['tax_rate', ',23,', ',"23,0",'],
  ['name', '"Aveiro Salinas, Lda"', ''],
])(
  'a wrong %s (%s -> %s) is refused with line, column, value and remedy, and nothing is taken',
  async (column, from, to) => {
    const documents = await openStore()
    const bad = `${header}\n${second}\n${first.replace(from, to)}\n`
    const fault = await faultOf(documents, importer, bad)
    expect(fault).toMatchObject({ file: 'file', line: 3, column })
    expect(fault.value).toBe(to.replace(/^,|,$/g, '').replace(/^"|"$/g, ''))
    expect(fault.remedy).toMatch(/^Write .*\.$/)
    expect((await documents.find(customers, { index: 'partner' })).items).toEqual([])
  },
)

test.each([
  ['a missing column', customersCsv.replace('tax_name', 'tax'), { line: 1, column: 'tax_name' }],
  ['a repeated column', customersCsv.replace('tax_number', 'name'), { line: 1, column: 'name' }],
  ['a customer twice', `${customersCsv}${first}\n`, { line: 4, column: 'customer_tenant', value: tenant }],
  ['a row that is cut off', customersCsv.slice(0, -20), { line: 3 }],
  ['an open quote', `${header}\n"${second}`, { line: 2 }],
])('%s is refused', async (_, content, fault) => {
  expect(await faultOf(await openStore(), importer, content)).toMatchObject(fault)
})

test('a file that is no UTF-8 is refused', async () => {
  const latin = Buffer.from(customersCsv.replace('Aveiro', 'Évora'), 'latin1')
  expect(await faultOf(await openStore(), importer, latin)).toMatchObject({ problem: 'the file is no UTF-8 text' })
})
