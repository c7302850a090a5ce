import { expect, test } from 'vitest'
import { priceBookImporter } from '../../src/formats/account-yaml.ts'
import { offeringImporter } from '../../src/formats/offering-yaml.ts'
import { priceBooks } from '../../src/ledger/price-book.ts'
import { offerings } from '../../src/support/offering.ts'
import { faultOf, importText, openStore, otherPartner, partner, tenant } from './import-text.ts'

const priceBook = `# saldo price book
partner: ${partner}
prefix: NOR
default: { margin: 12.50 }
rules:
  - customer: ${tenant}
    productId: CFQ7TTC0LCHC
    price: { fixed: 19.90, currency: EUR }
---
partner: ${otherPartner}
prefix: NBR
rules: []
`

const offering = `# saldo offering
partner: ${partner}
name: Nortada Cloud
model: own
covers: { en: Microsoft 365 and Azure, pt-PT: Microsoft 365 e Azure }
timeZone: Europe/Lisbon
hours:
  - { weekday: 1, from: "09:00", to: "18:00" }
holidays: [2026-12-25]
contact: { mail: billing@nortada.example, phone: "+351 210 000 000" }
price: { amount: { amount: 45.00, currency: EUR }, per: hour }
payment:
  - { method: bank-transfer, details: { IBAN: PT50 0002 0123 1234 5678 9015 4 } }
`

/** Nine levels of nine references each: 400 million values in 300 characters. */
const bomb = [
  '',
  '  a0: &a0 [x]',
  ...Array.from({ length: 9 }, (_, at) => `  a${at + 1}: &a${at + 1} [${Array(9).fill(`*a${at}`).join(', ')}]`),
].join('\n')

test('a price book of two accounts is taken, its decimals as they were written', async () => {
  const documents = await openStore()
  expect(priceBookImporter.recognises(priceBook)).toBe(true)
  expect(offeringImporter.recognises(priceBook)).toBe(false)
  const report = await importText(documents, priceBookImporter, priceBook)
  expect(report).toMatchObject({ kind: 'imported', changes: [{ what: 'price books', count: 2 }] })
  expect((await documents.get(priceBooks, partner))?.data).toMatchObject({
    default: { margin: '12.50' },
    rules: [{ price: { fixed: '19.90', currency: 'EUR' } }],
  })
  expect(await importText(documents, priceBookImporter, priceBook)).toMatchObject({ kind: 'unchanged' })
})

test('an offering is taken, and a second time changes nothing', async () => {
  const documents = await openStore()
  expect(await importText(documents, offeringImporter, offering)).toMatchObject({ kind: 'imported' })
  expect((await documents.get(offerings, partner))?.data).toMatchObject({
    hours: [{ weekday: 1, from: '09:00', to: '18:00' }],
    price: { amount: { amount: '45.00', currency: 'EUR' } },
  })
  expect(await importText(documents, offeringImporter, offering)).toMatchObject({ kind: 'unchanged' })
})

test.each([
  ['a margin that is no number', priceBook.replace('12.50', 'twelve'), 4, 'default.margin', 'twelve'],
  ['a decimal comma', priceBook.replace('19.90', '"19,90"'), 8, 'rules.0.price.fixed', '19,90'],
  ['a wrong prefix', priceBook.replace('NBR', 'nbr'), 11, 'prefix', 'nbr'],
  ['a partner that is no GUID', priceBook.replace(otherPartner, 'brazil'), 10, 'partner', 'brazil'],
  ['an account twice', priceBook.replace(otherPartner, partner), 10, 'partner', partner],
])('%s is refused with line, field and value, and nothing is taken', async (_, content, line, column, value) => {
  const documents = await openStore()
  const fault = await faultOf(documents, priceBookImporter, content)
  expect(fault).toMatchObject({ line, column, value })
  expect(fault.remedy).toMatch(/\.$/)
  expect(await documents.get(priceBooks, partner)).toBeUndefined()
})

test.each([
  ['a missing field', offering.replace('model: own\n', ''), { column: 'model', problem: 'the field is missing' }],
  ['an unknown field', offering.replace('model: own', 'model: own\nmodle: own'), { line: 5 }],
  ['a weekday that does not exist', offering.replace('weekday: 1', 'weekday: 8'), { line: 8, value: '8' }],
  ['a day that does not exist', offering.replace('2026-12-25', '2026-02-30'), { line: 9, value: '2026-02-30' }],
  ['broken YAML', offering.replace('weekday: 1,', 'weekday: [1,'), { line: 8 }],
  ['a key twice', offering.replace('model: own', 'model: own\nmodel: resold'), { line: 5 }],
  ['an alias of nothing', offering.replace('Nortada Cloud', '*nothing'), {}],
  ['aliases that multiply', offering.replace('Nortada Cloud', bomb), {}],
])('%s is refused', async (_, content, fault) => {
  expect(await faultOf(await openStore(), offeringImporter, content)).toMatchObject(fault)
})
