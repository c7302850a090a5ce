import { strFromU8, unzipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { zipPackage } from '../../../src/formats/zip-package.ts'
import { boundaryOf } from '../../../src/support/boundaries.ts'
import type { CaseFile } from '../../../src/support/escalation/case-file.ts'
import { casePackage } from '../../../src/support/escalation/case-package.ts'
import { instant } from '../../../src/values/day.ts'

const tenant = '20000000-0000-4000-8000-000000000001'
const foreign = '20000000-0000-4000-8000-000000000002'
const subscription = '50000000-0000-4000-8000-000000000001'
const correlation = '60000000-0000-4000-8000-000000000001'

const file: CaseFile = {
  ...({ ticket: 'T-1042', escalation: 'E-1001', kind: 'technical', service: 'microsoft-365', severity: 'A' } as const),
  contact: { name: 'Nortada Service Desk', mail: 'microsoft@nortada.example', phone: '+351 21 555 0143' },
  customerTenant: tenant,
  subscriptions: [subscription],
  correlations: [correlation],
  product: 'Exchange Online (Plan 1)',
  invoices: [],
  summary: `Nobody at Salinas receives mail since this morning. Marta Quintela's password is hunter2.`,
  timeline: [
    { at: instant('2026-11-22T09:12:00Z'), what: 'first report' },
    { at: instant('2026-11-22T09:40:00Z'), what: `compared with ${foreign}` },
  ],
  tried: ['another client', 'a new profile\nwithout add-ins'],
  evidence: {
    error: '550 5.7.708',
    scope: '40 of 40 people',
    since: '2026-11-22 08:00 UTC',
    health: 'hunter2 is my PIN',
  },
  transcript: [
    { at: instant('2026-11-22T09:12:00Z'), who: 'customer', text: 'No mail since eight.' },
    { at: instant('2026-11-22T09:13:00Z'), who: 'partner', text: 'What is our cost?' },
    { at: instant('2026-11-22T09:14:00Z'), who: 'partner', text: '412' },
  ],
  withheld: { people: ['Marta Quintela'], companies: ['Harrow & Finch LLP'] },
}
const boundary = boundaryOf('microsoft-365')

describe('a package', () => {
  const made = casePackage(file, boundary)

  test('is a text for the form, in English, with the partner’s contact', () => {
    expect(
      made.text,
    ).toBe(`Title: Microsoft 365: Nobody at Salinas receives mail since this morning. [removed: name]'s [removed: password].
Our reference: E-1001, ticket T-1042
Kind: technical
Service: Microsoft 365
Product: Exchange Online (Plan 1)
Severity: A, critical: work stands still or data are at risk; the partner can be reached at any hour, or Microsoft lowers it to B
Contact (partner): Nortada Service Desk, microsoft@nortada.example, +351 21 555 0143

Problem
Nobody at Salinas receives mail since this morning. [removed: name]'s [removed: password].

Identifiers
Customer tenant: ${tenant}
Subscriptions: ${subscription}
Correlation ids: ${correlation}

Evidence
- the exact error message or code: 550 5.7.708
- how many people, sites or resources are affected, out of how many: 40 of 40 people
- since when it happens, in UTC: 2026-11-22 08:00 UTC
- what service health said, and when it was looked at: [removed: password]

What was tried
- another client
- a new profile
    without add-ins

Timeline (UTC)
2026-11-22 09:12 first report
2026-11-22 09:40 compared with [removed: id]
`)
  })

  test('has files for what is sent along', () => {
    expect(made.files.map(({ name }) => name)).toEqual(['case.txt', 'timeline.txt', 'transcript.txt'])
    expect(made.files[2]?.text).toBe(`2026-11-22 09:12 customer: No mail since eight.
2026-11-22 09:13 partner: What is our cost?
2026-11-22 09:14 partner: [removed: figure beside cost or price]
`)
  })

  test('says what is missing by the list of its service; evidence of which nothing is left is missing, too', () => {
    expect(made.missing.map(({ code }) => code)).toEqual(['steps', 'health', 'configuration', 'changes'])
    const whole = { steps: 'a', health: 'b', configuration: 'c', changes: 'd' }
    expect(casePackage({ ...file, evidence: { ...file.evidence, ...whole } }, boundary).missing).toEqual([])
  })

  test('says what was taken out and from where, and not what it was', () => {
    expect(made.removed).toEqual([
      { where: 'summary', what: 'password', count: 1 },
      { where: 'summary', what: 'name', count: 1 },
      { where: 'timeline', what: 'id', count: 1 },
      { where: 'transcript', what: 'figure beside cost or price', count: 1 },
      { where: 'evidence: health', what: 'password', count: 1 },
    ])
  })

  test('is a zip of the same bytes each time', () => {
    const [one, two] = [zipPackage(made.files), zipPackage(casePackage(file, boundary).files)]
    expect(one).toEqual(two)
    const inside = Object.entries(unzipSync(one)).map(([name, bytes]) => ({ name, text: strFromU8(bytes) }))
    expect(inside).toEqual(made.files)
  })
})

test('of a commercial case has the invoices with lines and references, and needs the comparison', () => {
  const invoices = [{ number: 'G016907411', lines: [{ line: 12, reference: 'mK2vYh1bXq70' }, { line: 13 }] }]
  const made = casePackage(
    { ...file, kind: 'commercial', invoices, summary: 'Line 12 of G016907411 is mK2vYh1bXq70 twice.', timeline: [] },
    boundary,
  )
  expect(made.text).toContain('\nInvoice G016907411: line 12 (mK2vYh1bXq70), line 13\n')
  expect(made.text).toContain('Problem\nLine 12 of G016907411 is mK2vYh1bXq70 twice.\n')
  expect(made.text).not.toContain('Timeline')
  expect(made.missing.map(({ code }) => code)).toEqual(['comparison'])
})

test('of a technical case of Azure names the support plan that the form asks for', () => {
  const azure = casePackage({ ...file, service: 'azure' }, boundaryOf('azure'))
  expect(azure.text).toContain('\nSupport plan: Cloud Solution Provider\n')
  expect(azure.missing.map(({ code }) => code)).toContain('resource')
})

test('with nothing but the problem says everything that is missing, and has no empty parts', () => {
  const bare: CaseFile = {
    ...file,
    ...{
      subscriptions: [],
      correlations: [],
      product: undefined,
      timeline: [],
      tried: [],
      evidence: {},
      transcript: [],
    },
  }
  const made = casePackage(bare, boundary)
  expect(made.missing.map(({ code }) => code)).toEqual(boundary.evidence.technical.filter((code) => code !== 'tenant'))
  expect(made.files.map(({ name }) => name)).toEqual(['case.txt'])
  expect(made.text.match(/^\p{Lu}[\w ()]+$/gmu)).toEqual(['Problem', 'Identifiers'])
})

test('of a vulnerability needs how and what for', () => {
  const made = casePackage({ ...file, kind: 'vulnerability' }, boundary)
  expect(made.missing.map(({ code }) => code)).toEqual(['steps', 'impact'])
})
