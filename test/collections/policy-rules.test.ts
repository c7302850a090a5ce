import { describe, expect, test } from 'vitest'
import type { z } from 'zod'
import { policySchema } from '../../src/collections/policy.ts'

type Written = z.input<typeof policySchema>
type Stage = Written['stages'][number]

const partner = '11111111-1111-4111-8111-111111111111'
const tenant = '22222222-2222-4222-8222-000000000001'
const otherTenant = '22222222-2222-4222-8222-000000000002'

const stages: readonly Stage[] = [
  { id: 'courtesy', when: 'before', days: 5, action: 'remind' },
  { id: 'due', when: 'after', days: 0, action: 'remind' },
  { id: 'reminder', when: 'after', days: 10, action: 'remind' },
  { id: 'warning', when: 'after', days: 20, action: 'warn' },
  { id: 'proposal', when: 'after', days: 30, action: 'propose-suspension' },
]
const right: Written = {
  partner,
  name: 'standard',
  effective: '2026-11-01',
  hours: [{ weekday: 1, from: '09:00', to: '18:00' }],
  stages: [...stages],
  suspension: { noticeDays: 7 },
}
const faultsOf = (over: object): string[] => {
  const read = policySchema.safeDecode({ ...right, ...over } as Written)
  return read.success ? [] : read.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`)
}
/** The stages with one of them changed. */
const changed = (id: string, over: Partial<Stage>) => ({
  stages: stages.map((stage) => (stage.id === id ? { ...stage, ...over } : stage)),
})
const amount = (text: string, currency = 'EUR') => ({ amount: text, currency })

test('a policy that fits together has no fault', () => {
  expect(faultsOf({})).toEqual([])
})

describe('stages', () => {
  test.each([
    ['two of one name', changed('warning', { id: 'due' }), 'stages.3.id', /stage 2 is called so already/],
    ['one after a later one', changed('warning', { days: 9 }), 'stages.3.days', /order of their days: "reminder"/],
    ['two on one day', changed('warning', { days: 10 }), 'stages.3.days', /another day: of it and "reminder"/],
    [
      'no day before the due date',
      { stages: [{ ...stages[0], days: 0 }, ...stages.slice(2)] },
      'stages.0.days',
      /Write "when: after"/,
    ],
    [
      'a day before the bill’s own',
      changed('courtesy', { trigger: 'invoice-date' }),
      'stages.0.when',
      /before there is one/,
    ],
    ['a warning on the due date', changed('due', { action: 'warn' }), 'stages.1.action', /one day after the due date/],
    [
      'a proposal by the bill’s date, which says nothing of lateness',
      changed('proposal', { trigger: 'invoice-date' }),
      'stages.4.action',
      /one day after the due date/,
    ],
    ['a fee while nothing is late', changed('due', { fee: { percent: '2' } }), 'stages.1.fee', /one day after/],
    ['words to nobody', changed('proposal', { words: { en: 'Hello' } }), 'stages.4.words', /nobody but staff/],
    [
      'a second proposal',
      { stages: [...stages, { ...stages[4], id: 'again', days: 60 }] },
      'stages.5.action',
      /at one stage/,
    ],
    ['a proposal without its rules', { suspension: undefined }, 'stages.4.action', /Add "suspension"/],
    [
      'two minimums for one currency',
      changed('reminder', { minimum: [amount('5.00'), amount('6.00')] }),
      'stages.2.minimum.1.currency',
      /one amount for each currency/,
    ],
  ])('%s: is refused at its place', (_, over, path, message) => {
    const [fault = '', ...others] = faultsOf(over)
    expect(others).toEqual([])
    expect(fault.slice(0, fault.indexOf(':'))).toBe(path)
    expect(fault).toMatch(message)
  })

  test.each([
    ['a warning one day after the due date', changed('due', { action: 'warn', days: 1 })],
    ['a stage that begins with the bill', changed('due', { trigger: 'invoice-date' })],
    ['business days before the due date, then calendar days', changed('courtesy', { count: 'business' })],
    ['business days that can be later than the calendar days below', changed('reminder', { count: 'business' })],
    ['a currency for each of two minimums', changed('due', { minimum: [amount('5.00'), amount('5.00', 'GBP')] })],
  ])('%s: is right', (_, over) => expect(faultsOf(over)).toEqual([]))

  test('business days that are surely later than the calendar days below are out of order', () => {
    expect(faultsOf(changed('reminder', { count: 'business', days: 21 }))).toEqual([
      expect.stringContaining('stages.3.days: Put the stages in the order'),
    ])
    expect(faultsOf(changed('reminder', { count: 'business', days: 20 }))).toEqual([])
  })
})

describe('amounts and percentages', () => {
  test.each([
    ['a minimum of nothing', { minimum: [amount('0.00')] }, 'minimum.0'],
    ['a negative fee', changed('warning', { fee: { amount: amount('-1.00') } }), 'stages.3.fee.amount'],
    ['interest of nothing', changed('warning', { fee: { percentPerYear: '0' } }), 'stages.3.fee.percentPerYear'],
    [
      'more than all of it',
      { promises: { days: 7, atMost: 1, broken: 'warning', atLeast: '100.01' } },
      'promises.atLeast',
    ],
  ])('%s is refused', (_, over, path) => {
    const read = policySchema.safeDecode({ ...right, ...over } as Written)
    const places = JSON.stringify(read.error?.issues)
    expect(read.success).toBe(false)
    expect(places).toContain(
      JSON.stringify(
        path
          .split('.')
          .map((each) => (/^\d$/.test(each) ? Number(each) : each))
          .at(-1),
      ),
    )
  })

  test('up to all of it is right', () => {
    expect(faultsOf({ promises: { days: 7, atMost: 1, broken: 'warning', atLeast: '100' } })).toEqual([])
  })
})

describe('promises', () => {
  const promises = (broken: string) => ({ promises: { days: 7, atMost: 1, broken } })
  test.each([
    ['a stage that there is', 'warning', []],
    [
      'one that there is not',
      'warnin',
      ['promises.broken: Name a stage of this policy, such as reminder, warning, proposal'],
    ],
    [
      'one before anything is late',
      'courtesy',
      [expect.stringContaining('promises.broken: Name a stage after the due date')],
    ],
    ['the due date itself', 'due', [expect.stringContaining('promises.broken: Name a stage after the due date')]],
  ])('broken ones lead to %s', (_, broken, faults) => expect(faultsOf(promises(broken))).toEqual(faults))
})

describe('overrides', () => {
  const override = (over: object) => ({ name: 'key accounts', customers: [tenant], ...over })
  test.each([
    [
      'a customer in two of them',
      [override({ laterDays: 9 }), override({ name: 'other', customers: [tenant.toUpperCase()], laterDays: 8 })],
      'overrides.1.customers.0: Name the customer once: it is in "key accounts" already',
    ],
    [
      'a name twice',
      [override({ laterDays: 9 }), override({ customers: [otherTenant], laterDays: 8 })],
      'overrides.1.name: Give',
    ],
    ['nothing said', [override({})], 'overrides.0: Say what these customers get'],
    [
      'stages out of order',
      [override({ stages: [stages[2], stages[1]] })],
      'overrides.0.stages.1.days: Put the stages in the order',
    ],
    [
      'a promise to a stage that these customers lack',
      [override({ promises: { days: 7, atMost: 1, broken: 'call' } })],
      'overrides.0.promises.broken: Name a stage',
    ],
  ])('%s: is refused at its place', (_, overrides, fault) => {
    expect(faultsOf({ overrides })).toEqual([expect.stringContaining(fault)])
  })

  test('stages of an override that lack what the policy’s promises lead to are at fault, not the policy', () => {
    const promises = { days: 7, atMost: 1, broken: 'warning' }
    const overrides = [override({ stages: [stages[1], stages[2]] })]
    expect(faultsOf({ promises, overrides })).toEqual([
      'overrides.0.stages: Name a stage of this policy, such as reminder: promises.broken still holds for these customers',
    ])
    expect(faultsOf({ promises, overrides: [override({ stages: [stages[3]] })] })).toEqual([])
  })

  test('one that proposes nothing needs no rules for suspensions', () => {
    const overrides = [override({ stages: stages.slice(0, 4) })]
    expect(faultsOf({ overrides })).toEqual([])
  })
})

describe('exemptions and payables', () => {
  const exemption = (until: string, over: object = {}) => ({ customer: tenant, reason: 'agreed', until, ...over })
  test.each([
    [
      'one that has ended before the version begins',
      [exemption('2026-10-31')],
      ['exemptions.0.until: Take it out, or'],
    ],
    ['one that ends on its first day', [exemption('2026-11-01')], []],
    ['the same twice', [exemption('2026-12-01'), exemption('2026-12-02')], ['exemptions.1: Write one exemption']],
    [
      'one of the customer and one of a bill',
      [exemption('2026-12-01'), exemption('2026-12-01', { invoice: 'A/1' })],
      [],
    ],
    [
      'one bill twice, however it is written',
      [exemption('2026-12-01', { invoice: 'a/1' }), exemption('2026-12-01', { invoice: 'A/1' })],
      ['exemptions.1: Write one exemption'],
    ],
  ])('%s', (_, exemptions, faults) => {
    expect(faultsOf({ exemptions })).toEqual(faults.map((fault) => expect.stringContaining(fault)))
  })

  test('a notice of what the partner has to pay comes after its invoice', () => {
    expect(faultsOf({ payables: { netDays: 60, warnDays: 60 } })).toEqual([])
    expect(faultsOf({ payables: { netDays: 60, warnDays: 61 } })).toEqual([
      expect.stringContaining('payables.warnDays: Write 60 days or less'),
    ])
  })
})

describe('several faults', () => {
  test('are told at once, those of single fields beside those of how they fit', () => {
    const faults = faultsOf({
      effective: '2026-11-31',
      cap: { contacts: 0, days: 7 },
      ...changed('warning', { days: 9 }),
      promises: { days: 7, atMost: 1, broken: 'never' },
    })
    expect(faults.map((fault) => fault.slice(0, fault.indexOf(':')))).toEqual([
      'effective',
      'cap.contacts',
      'stages.3.days',
      'promises.broken',
    ])
  })

  test('where the stages are wrong by themselves, nothing is said of how they fit', () => {
    expect(
      faultsOf({ ...changed('warning', { days: -1 }), promises: { days: 7, atMost: 1, broken: 'never' } }),
    ).toEqual([expect.stringContaining('stages.3.days')])
  })
})
