import { randomUUID } from 'node:crypto'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { describe, expect, onTestFinished, test } from 'vitest'
import { importFiles } from '../../src/cli/import-files.ts'
import { offeringImporter } from '../../src/formats/offering-yaml.ts'
import { ImportRefused } from '../../src/ledger/importing.ts'
import type { Documents } from '../../src/store/documents.ts'
import { offeringOf, offerings } from '../../src/support/offering.ts'
import { fixedClock } from '../../src/values/clock.ts'
import { instant } from '../../src/values/day.ts'
import { partnerId } from '../../src/values/ids.ts'
import { faultOf, importText, openStore, otherTenant, partner, tenant } from './import-text.ts'

const offering = `# saldo offering
partner: ${partner}
name: Nortada Cloud
model: own
covers: { en: Microsoft 365 and Azure }
timeZone: Europe/Lisbon
hours:
  - { weekday: 1, from: "09:00", to: "18:00" }
holidays: [2026-12-24]
holidayCalendars: [holidays.ics]
contact: { mail: billing@nortada.example }
price: { amount: { amount: 45.00, currency: EUR }, per: hour, for: [technical] }
targets:
  urgent: { respond: 60, resolve: 480 }
plans:
  - { name: Gold, customers: [${tenant}], price: none }
  - name: Iberia
    customers: [${otherTenant}]
    model: outsourced
    provider: Sierra Norte, SL
    targets: { low: { respond: 480, resolve: 4800 } }
payment: []
`
const alone = offering.replace('holidayCalendars: [holidays.ics]\n', '')
const calendar = `BEGIN:VCALENDAR
BEGIN:VEVENT
DTSTART;VALUE=DATE:20251225
RRULE:FREQ=YEARLY
SUMMARY:Natal
END:VEVENT
END:VCALENDAR
`

/** Imports a folder as `saldo import` does. */
async function taken(documents: Documents, files: Readonly<Record<string, string | Uint8Array>>, now = '2026-11-22') {
  const folder = mkdtempSync(join(tmpdir(), 'saldo-offering-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  mkdirSync(join(folder, 'in'))
  for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, 'in', name), content)
  const clock = fixedClock(instant(`${now}T09:00:00Z`))
  return importFiles([join(folder, 'in')], [offeringImporter], { documents, clock, newId: randomUUID })
}

async function refusalOf(files: Readonly<Record<string, string | Uint8Array>>) {
  const documents = await openStore()
  const error = await taken(documents, files).catch((error: unknown) => error)
  expect(await documents.get(offerings, partner)).toBeUndefined()
  if (error instanceof ImportRefused) return error.fault
  throw error
}

const christmas = [2025, 2026, 2027, 2028, 2029].map((year) => `${year}-12-25`)

describe('the holidays of calendars beside the offering', () => {
  test('join those that it lists, once, and the file again changes nothing', async () => {
    const documents = await openStore()
    const files = {
      'offering.yaml': offering.replace('[holidays.ics]', '[holidays.ics, holidays.ics]'),
      'holidays.ics': calendar,
    }
    const [report] = await taken(documents, files)
    expect(report).toMatchObject({
      kind: 'imported',
      notes: ['holidays.ics: 5 holidays from 2025-12-25 to 2029-12-25'],
    })
    const { holidays } = (await offeringOf(documents, partnerId(partner)))!
    expect(holidays).toEqual([christmas[0], '2026-12-24', ...christmas.slice(1)])
    expect(await taken(documents, files)).toMatchObject([{ kind: 'unchanged' }])
  })

  test('are read anew: another calendar, or another year, is a change', async () => {
    const documents = await openStore()
    await taken(documents, { 'offering.yaml': offering, 'holidays.ics': calendar })
    const moved = calendar.replace('1225', '1226')
    expect(await taken(documents, { 'offering.yaml': offering, 'holidays.ics': moved })).toMatchObject([
      { kind: 'imported' },
    ])
    const later = await taken(documents, { 'offering.yaml': offering, 'holidays.ics': moved }, '2027-01-01')
    expect(later).toMatchObject([{ kind: 'imported', notes: [expect.stringContaining('2030-12-26')] }])
  })

  test('can be a plan’s own, in place of the others’', async () => {
    const documents = await openStore()
    const planned = alone.replace('    model: outsourced', '    holidayCalendars: [es.ics.gz]\n    model: outsourced')
    await taken(documents, { 'offering.yaml': planned, 'es.ics.gz': gzipSync(calendar) })
    const stored = await offeringOf(documents, partnerId(partner))
    expect(stored?.plans?.[1]?.holidays).toEqual(christmas)
    expect(stored?.holidays).toEqual(['2026-12-24'])
  })

  test('of long ago are none, and the report says so', async () => {
    const old = calendar.replace('RRULE:FREQ=YEARLY\n', '').replace('2025', '2015')
    const [report] = await taken(await openStore(), { 'offering.yaml': offering, 'holidays.ics': old })
    expect(report?.notes[0]).toMatch(/^holidays\.ics: no holidays/)
  })

  test.each([
    ['is missing', {}, { file: 'holidays.ics', problem: /missing/, remedy: /beside offering\.yaml/ }],
    ['is empty', { 'holidays.ics': '' }, { file: 'holidays.ics', problem: /empty/ }],
    ['is a web page', { 'holidays.ics': '<html></html>' }, { file: 'holidays.ics', problem: /no iCalendar/ }],
    [
      'is too large',
      { 'holidays.ics': gzipSync('X'.repeat(513 * 1024)) },
      { file: 'holidays.ics', problem: /512 KiB/ },
    ],
    [
      'is in another encoding',
      { 'holidays.ics': Buffer.from(calendar.replace('Natal', 'Assunção'), 'latin1') },
      { file: 'holidays.ics', problem: /UTF-8/ },
    ],
    [
      'holds hours',
      { 'holidays.ics': calendar.replace(';VALUE=DATE:20251225', ':20251225T120000Z') },
      { file: 'holidays.ics', value: 'Natal' },
    ],
  ])('one that %s is refused, and nothing is taken', async (_, files, fault) => {
    const found = await refusalOf({ 'offering.yaml': offering, ...files })
    for (const [name, said] of Object.entries(fault)) expect(found[name as keyof typeof found]).toMatch(said)
  })

  test('one that lies elsewhere is refused', async () => {
    const found = await refusalOf({ 'offering.yaml': offering.replace('holidays.ics', '../../etc/passwd') })
    expect(found.problem).toMatch(/leads out/)
  })

  test('cannot be read where no file lies beside, and that is said', async () => {
    expect(await faultOf(await openStore(), offeringImporter, offering)).toMatchObject({ file: 'holidays.ics' })
  })
})

test('prices, targets and plans are taken as they were written', async () => {
  const documents = await openStore()
  expect(await importText(documents, offeringImporter, alone)).toMatchObject({ kind: 'imported' })
  expect((await documents.get(offerings, partner))?.data).toMatchObject({
    price: { amount: { amount: '45.00', currency: 'EUR' }, per: 'hour', for: ['technical'] },
    targets: { urgent: { respond: 60, resolve: 480 } },
    plans: [{ price: 'none' }, { provider: 'Sierra Norte, SL', targets: { low: { respond: 480, resolve: 4800 } } }],
  })
})

test.each([
  [
    'a customer in two plans',
    alone.replace(otherTenant, tenant),
    { line: 17, column: 'plans.1.customers.0', value: tenant, remedy: /"Gold" already/ },
  ],
  [
    'a customer twice in one plan',
    alone.replace(`[${tenant}]`, `[${tenant}, ${tenant.toUpperCase()}]`),
    { line: 15, remedy: /already/ },
  ],
  ['a customer that is no GUID', alone.replace(tenant, 'salinas'), { line: 15, value: 'salinas' }],
  [
    'a provider without a name',
    alone.replace('    provider: Sierra Norte, SL\n', ''),
    { column: 'plans.1.model', remedy: /provider/ },
  ],
  ['a solution before the first answer', alone.replace('resolve: 480 }', 'resolve: 30 }'), { line: 13, value: '30' }],
  ['half a minute', alone.replace('respond: 60', 'respond: 0.5'), { line: 13, value: '0.5' }],
  ['a priority that does not exist', alone.replace('urgent:', 'urgnt:'), { column: 'targets' }],
  [
    'a frame that ends before it begins',
    alone.replace('"09:00"', '"19:00"'),
    { line: 8, value: '18:00', remedy: /24:00/ },
  ],
  ['a time that does not exist', alone.replace('"18:00"', '"18:60"'), { line: 8, value: '18:60' }],
  [
    'a time zone that does not exist',
    alone.replace('Europe/Lisbon', 'Europe/Lisboa'),
    { line: 6, value: 'Europe/Lisboa' },
  ],
  ['a price for nothing', alone.replace('[technical]', '[]'), { line: 11 }],
])('%s is refused', async (_, content, fault) => {
  const found = await faultOf(await openStore(), offeringImporter, content)
  for (const [name, said] of Object.entries(fault)) {
    if (said instanceof RegExp) expect(found[name as keyof typeof found]).toMatch(said)
    else expect(found[name as keyof typeof found]).toBe(said)
  }
})
