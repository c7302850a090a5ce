import { randomUUID } from 'node:crypto'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { importFiles } from '../../src/cli/import-files.ts'
import { importers } from '../../src/cli/importers.ts'
import { sampleAccounts } from '../../src/cli/sample/sample-accounts.ts'
import { sampleCustomers } from '../../src/cli/sample/sample-customers.ts'
import { samplePolicies } from '../../src/cli/sample/sample-policy.ts'
import { sampleRandom } from '../../src/cli/sample/sample-random.ts'
import { policies, policiesOf, policySchema } from '../../src/collections/policy.ts'
import { offeringImporter } from '../../src/formats/offering-yaml.ts'
import { examinePolicies, policyImporter } from '../../src/formats/policy-yaml.ts'
import { ImportRefused } from '../../src/ledger/importing.ts'
import type { Documents } from '../../src/store/documents.ts'
import { fixedClock } from '../../src/values/clock.ts'
import { day, instant } from '../../src/values/day.ts'
import { partnerId } from '../../src/values/ids.ts'
import {
  faultOf,
  importText,
  openStore,
  openStoreWithCustomers,
  otherPartner,
  otherTenant,
  partner,
  tenant,
} from './import-text.ts'

const version = (name: string, effective: string, of = partner) => `partner: ${of}
name: ${name}
effective: ${effective}
hours: [{ weekday: 1, from: "09:00", to: "18:00" }]
minimum: [{ amount: 10.00, currency: EUR }]
stages:
  - { id: courtesy, when: before, days: 5, count: business, action: remind }
  - { id: due, when: after, days: 0, action: remind, words: { en: "Due today.", pt-PT: Hoje., pt-BR: Hoje., es: Hoy. } }
  - id: warning
    when: after
    days: 20
    action: warn
    fee: { percentPerYear: 8.5 }
  - { id: proposal, when: after, days: 30, action: propose-suspension }
promises: { days: 14, atMost: 2, atLeast: 50, broken: warning }
suspension: { noticeDays: 10, approvals: 2, autoRenewFirst: true }
holidays: { GB: [2026-12-28], PT: [2026-12-08] }
exemptions: [{ customer: ${tenant}, reason: agreed, until: 2027-01-31 }]
overrides:
  - { name: key accounts, customers: [${otherTenant}], laterDays: 9 }
`
const file = (...versions: string[]) => `# saldo policy\n${versions.join('---\n')}`
const alone = file(version('standard', '2026-12-01'))

const namesOf = async (documents: Documents, of = partner) =>
  (await policiesOf(documents, partnerId(of))).map(({ name, effective }) => `${effective} ${name}`)

test('a policy is known by its first line', () => {
  expect(policyImporter.recognises(alone)).toBe(true)
  expect(policyImporter.recognises('# saldo offering\n')).toBe(false)
  expect(offeringImporter.recognises(alone)).toBe(false)
  expect(importers).toContain(policyImporter)
})

describe('a file of policies', () => {
  test('is taken with its numbers as they were written, and a second time changes nothing', async () => {
    const documents = await openStore()
    const report = await importText(documents, policyImporter, alone)
    expect(report).toMatchObject({ kind: 'imported', records: 1, changes: [{ what: 'policies', count: 1 }] })
    expect((await documents.get(policies, `${partner}|2026-12-01`))?.data).toMatchObject({
      stages: [{ days: 5 }, { words: { en: 'Due today.' } }, { fee: { percentPerYear: '8.5' } }, {}],
      minimum: [{ amount: '10.00', currency: 'EUR' }],
      suspension: { noticeDays: 10, approvals: 2, autoRenewFirst: 'true' },
    })
    const [policy] = await policiesOf(documents, partnerId(partner))
    expect(policy).toMatchObject({ suspension: { autoRenewFirst: true }, promises: { days: 14, atMost: 2 } })
    expect(await importText(documents, policyImporter, alone)).toMatchObject({ kind: 'unchanged' })
  })

  test('holds several versions of several accounts; those of another file stay', async () => {
    const documents = await openStore()
    const two = file(version('old', '2026-01-01'), version('other', '2026-01-01', otherPartner.toUpperCase()))
    await importText(documents, policyImporter, two)
    await importText(documents, policyImporter, alone)
    expect(await namesOf(documents)).toEqual(['2026-01-01 old', '2026-12-01 standard'])
    expect(await namesOf(documents, otherPartner)).toEqual(['2026-01-01 other'])
  })

  test('is taken whole or not at all', async () => {
    const documents = await openStore()
    const second = version('second', '2027-01-01').replace('days: 30', 'days: 10')
    const fault = await faultOf(documents, policyImporter, file(version('first', '2026-12-01'), second))
    expect(fault).toMatchObject({ line: 36, column: 'stages.3.days', value: '10' })
    expect(await namesOf(documents)).toEqual([])
  })

  test('that is only tried changes nothing', async () => {
    const documents = await openStore()
    expect(await importText(documents, policyImporter, alone, { dryRun: true })).toMatchObject({ kind: 'checked' })
    expect(await namesOf(documents)).toEqual([])
  })
})

describe('a version that another one of its day takes the place of', () => {
  const renamed = (effective: string, name: string) => file(version(name, effective))
  test.each([
    ['while it has not begun: nobody need know', '2026-11-23', 0],
    ['on its first day: a note says that what was decided stays', '2026-11-22', 1],
    ['long after: the same', '2026-01-01', 1],
  ])('%s', async (_, effective, notes) => {
    const documents = await openStore()
    expect((await importText(documents, policyImporter, renamed(effective, 'one'))).notes).toEqual([])
    const report = await importText(documents, policyImporter, renamed(effective, 'two'))
    expect(report).toMatchObject({ kind: 'imported' })
    expect(report.notes).toHaveLength(notes)
    for (const note of report.notes) expect(note).toContain(`"two" of ${effective} holds already and is changed`)
    expect(await namesOf(documents)).toEqual([`${effective} two`])
  })
})

describe('a new version beside earlier ones', () => {
  test.each([
    ['that begins later needs no note', '2026-11-23', 0],
    ['that begins today neither', '2026-11-22', 0],
    ['whose day has passed has one: what was decided since then stays', '2026-11-21', 1],
    ['that is older than all of them has none', '2025-12-31', 0],
  ])('%s', async (_, effective, notes) => {
    const documents = await openStore()
    await importText(documents, policyImporter, file(version('one', '2026-01-01')))
    const report = await importText(documents, policyImporter, file(version('two', effective)))
    expect(report.notes).toHaveLength(notes)
    for (const note of report.notes) expect(note).toContain('begins on a day that has passed')
  })
})

describe('what a person should know', () => {
  test('of customers that the account does not have, and of holidays that are missing', async () => {
    const documents = await openStoreWithCustomers()
    const unknown = '20000000-0000-4000-8000-000000000099'
    const text = alone.replace(otherTenant, unknown).replace('GB: [2026-12-28], ', '')
    const report = await importText(documents, policyImporter, text)
    expect(report.notes).toEqual([
      `the override "key accounts" names ${unknown}, which is no customer of this account`,
      '"standard" of 2026-12-01 has no holidays for the customers in GB',
    ])
  })

  test('of languages that the partner’s own words leave out', async () => {
    const report = await importText(await openStore(), policyImporter, alone.replace(', es: Hoy.', ''))
    expect(report.notes).toEqual(['"standard" of 2026-12-01: the words of due are not there in es'])
  })

  test('is nothing where all of them are there', async () => {
    expect((await importText(await openStoreWithCustomers(), policyImporter, alone)).notes).toEqual([])
  })
})

/** What reading it alone says is wrong: the first fault. */
async function refusalOf(content: string) {
  const open = async function* () {
    yield Buffer.from(content)
  }
  const { refusals } = await examinePolicies({ file: 'file', open, now: instant('2026-11-22T09:00:00Z') })
  return refusals[0]!.fault
}

const line = (text: string) => alone.split('\n').findIndex((each) => each.includes(text)) + 1

describe('a fault is refused with line, field, value and remedy:', () => {
  test.each([
    [
      'an action that there is not',
      ['action: warn', 'action: shout'],
      'action: warn',
      'stages.2.action',
      'shout',
      /one of remind, warn/,
    ],
    ['days in words', ['days: 20', 'days: twenty'], 'days: 20', 'stages.2.days', 'twenty', /a whole number/],
    ['a decimal comma', ['10.00', '"10,00"'], 'minimum', 'minimum.0', undefined, /./],
    ['a day that does not exist', ['2026-12-01', '2026-12-32'], 'effective', 'effective', '2026-12-32', /YYYY-MM-DD/],
    ['a stage named with blanks', ['id: due', 'id: on the day'], 'id: due', 'stages.1.id', 'on the day', /lower case/],
    ['a language that there is not', ['en: "Due', 'fr: "Due'], 'id: due', 'stages.1.words', undefined, /./],
    [
      'a field that there is not',
      ['noticeDays', 'notice'],
      'suspension: {',
      'suspension.noticeDays',
      undefined,
      /whole number/,
    ],
    ['a customer that is no GUID', [tenant, 'salinas'], 'exemptions', 'exemptions.0.customer', 'salinas', /GUID/],
    [
      'yes for true',
      ['autoRenewFirst: true', 'autoRenewFirst: yes'],
      'suspension: {',
      'suspension.autoRenewFirst',
      'yes',
      /true, false/,
    ],
    ['a frame that ends before it begins', ['"09:00"', '"19:00"'], 'hours', 'hours.0.to', '18:00', /24:00/],
    ['a country in words', ['PT: [', 'Portugal: ['], 'holidays', 'holidays.Portugal', undefined, /./],
    ['a promise to no stage', ['broken: warning', 'broken: warn'], 'promises', 'promises.broken', 'warn', /such as/],
    [
      'an exemption that has ended',
      ['2027-01-31', '2026-11-30'],
      'exemptions',
      'exemptions.0.until',
      '2026-11-30',
      /later day/,
    ],
  ] as const)('%s', async (_, [from, to], where, column, value, remedy) => {
    const fault = await refusalOf(alone.replace(from, to))
    expect(fault).toMatchObject({ line: line(where), column, ...(value && { value }) })
    expect(fault.remedy).toMatch(remedy)
  })

  test('two versions of one day', async () => {
    const twice = file(version('one', '2026-12-01'), version('two', '2026-12-01', partner.toUpperCase()))
    const fault = await refusalOf(twice)
    expect(fault).toMatchObject({ line: 23, column: 'effective', value: '2026-12-01' })
    expect(fault.remedy).toMatch(/a day of its own/)
  })

  test('nothing in it', async () => {
    expect(await faultOf(await openStore(), policyImporter, '# saldo policy\n')).toMatchObject({
      problem: 'it holds no policy',
    })
  })

  test('of several the first is told, and where all of them are', async () => {
    const two = alone.replace('days: 20', 'days: twenty').replace('2027-01-31', 'soon')
    expect((await faultOf(await openStore(), policyImporter, two)).remedy).toBe(
      'Write a whole number. 1 more fault: saldo policy check file shows all.',
    )
  })
})

describe('holidays of calendars beside it', () => {
  const calendar = `BEGIN:VCALENDAR
BEGIN:VEVENT
DTSTART;VALUE=DATE:20251225
RRULE:FREQ=YEARLY
SUMMARY:Natal
END:VEVENT
END:VCALENDAR
`
  const named = `${alone}holidayCalendars: { PT: [pt.ics], ES: [pt.ics] }\n`

  async function taken(files: Readonly<Record<string, string>>) {
    const documents = await openStore()
    const folder = mkdtempSync(join(tmpdir(), 'saldo-policy-'))
    onTestFinished(() => rmSync(folder, { recursive: true }))
    mkdirSync(join(folder, 'in'))
    for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, 'in', name), content)
    const clock = fixedClock(instant('2026-11-22T09:00:00Z'))
    const reports = await importFiles([join(folder, 'in')], importers, { documents, clock, newId: randomUUID })
    return { reports, documents }
  }

  test('join those that it lists for the country, and are read once', async () => {
    const { reports, documents } = await taken({ 'policy.yaml': named, 'pt.ics': calendar })
    expect(reports).toMatchObject([{ kind: 'imported', notes: ['pt.ics: 5 holidays from 2025-12-25 to 2029-12-25'] }])
    const [{ holidays } = { holidays: undefined }] = await policiesOf(documents, partnerId(partner))
    expect(holidays?.PT?.slice(0, 3)).toEqual(['2025-12-25', '2026-12-08', '2026-12-25'])
    expect(holidays?.ES).toHaveLength(5)
    expect(holidays?.GB).toEqual(['2026-12-28'])
  })

  test('that are missing refuse the file', async () => {
    const error = await taken({ 'policy.yaml': named }).catch((error: unknown) => error)
    expect(error).toBeInstanceOf(ImportRefused)
    expect((error as ImportRefused).fault).toMatchObject({ file: 'pt.ics' })
  })
})

describe('the sample’s policies', () => {
  const today = day('2026-11-22')
  const random = sampleRandom(1)
  test.each(sampleAccounts(random))('of the account $key are right: two versions, the older one first', (account) => {
    const made = samplePolicies(account, today, sampleCustomers(14, random))
    const [older, present] = made.map((document) => policySchema.decode(document))
    expect(made).toHaveLength(2)
    expect(older!.effective < present!.effective && present!.effective <= today).toBe(true)
    expect(older!.suspension).toBeUndefined()
    expect(present!.stages.map(({ action }) => action)).toContain('propose-suspension')
    expect(Object.keys(present!.stages.find(({ id }) => id === 'warning')!.words!)).toHaveLength(4)
  })

  test('are right whatever day it is, a leap day too', () => {
    for (const each of ['2026-01-01', '2028-02-29', '2026-03-31', '2027-12-31'])
      for (const account of sampleAccounts(random))
        for (const document of samplePolicies(account, day(each), sampleCustomers(3, random)))
          expect(policySchema.safeDecode(document).error?.issues).toBeUndefined()
  })
})
