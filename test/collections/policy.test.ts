import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { z } from 'zod'
import { policies, policiesOf, policyKey, policySchema } from '../../src/collections/policy.ts'
import { rulesFor, rulesOn } from '../../src/collections/rules.ts'
import { addDays, day, dayIn, instant } from '../../src/values/day.ts'
import { partnerId } from '../../src/values/ids.ts'
import { openStore } from '../formats/import-text.ts'
import { aCustomer, partner } from '../ledger/examples.ts'

type Written = z.input<typeof policySchema>

const written = (over: Partial<Written> = {}): Written => ({
  partner,
  name: 'standard',
  effective: '2026-06-01',
  hours: [{ weekday: 1, from: '09:00', to: '18:00' }],
  stages: [
    { id: 'due', when: 'after', days: 0, action: 'remind' },
    { id: 'warning', when: 'after', days: 14, action: 'warn' },
  ],
  ...over,
})
const policy = (over: Partial<Written> = {}) => policySchema.parse(written(over))

const adega = aCustomer(1)
const serra = aCustomer(2)
const finch = aCustomer(3, { country: 'GB', timeZone: 'Europe/London' })

const versions = [
  policy({ name: 'first', effective: '2026-06-01' }),
  policy({ name: 'second', effective: '2026-11-01' }),
]

describe('which version holds', () => {
  test.each([
    ['before the first there is none', '2026-05-31', undefined],
    ['on its first day the first', '2026-06-01', 'first'],
    ['the day before the next one still the first', '2026-10-31', 'first'],
    ['on its first day the next one', '2026-11-01', 'second'],
    ['from then on the last one', '2028-02-29', 'second'],
  ])('%s', (_, today, name) => {
    expect(rulesFor(versions, adega, day(today))?.policy.name).toBe(name)
  })

  test('is a matter of the customer’s own day: at one instant two versions hold in two time zones', () => {
    const at = instant('2026-11-01T01:30:00Z')
    const named = (timeZone: string) => rulesFor(versions, aCustomer(1, { timeZone }), dayIn(timeZone, at))?.policy.name
    expect(named('Europe/Lisbon')).toBe('second')
    expect(named('America/Sao_Paulo')).toBe('first')
  })

  test('a policy of another Partner Center account says nothing of the customer', () => {
    const other = partnerId('99999999-1111-4111-8111-111111111111')
    expect(rulesFor([policy({ partner: other })], adega, day('2026-12-01'))).toBeUndefined()
  })

  test('whatever versions there are, it is the last that has begun', () => {
    const offsets = fc.uniqueArray(fc.integer({ min: 0, max: 800 }), { minLength: 1, maxLength: 6 })
    fc.assert(
      fc.property(offsets, fc.integer({ min: -10, max: 810 }), (starts, ahead) => {
        const first = day('2026-01-01')
        const all = starts.sort((a, b) => a - b).map((at) => policy({ effective: addDays(first, at) }))
        const wanted = starts.filter((at) => at <= ahead).at(-1)
        const found = rulesFor(all, adega, addDays(first, ahead))?.policy.effective
        expect(found).toBe(wanted === undefined ? undefined : addDays(first, wanted))
      }),
    )
  })
})

describe('an override', () => {
  const overridden = policy({
    cap: { contacts: 2, days: 7 },
    minimum: [{ amount: '10.00', currency: 'EUR' }],
    overrides: [
      {
        name: 'key accounts',
        customers: [serra.tenant.toUpperCase()],
        stages: [{ id: 'call', when: 'after', days: 40, action: 'person' }],
        laterDays: 10,
      },
    ],
  })
  const today = day('2026-12-01')

  test('takes the place of what it names, and leaves the rest', () => {
    const rules = rulesFor([overridden], serra, today)!
    expect(rules.stages.map(({ id }) => id)).toEqual(['call'])
    expect(rules).toMatchObject({ override: 'key accounts', laterDays: 10, paidDays: 5, cap: { contacts: 2, days: 7 } })
    expect(rules.minimum).toEqual(overridden.minimum)
  })

  test('is none of another customer’s business', () => {
    const rules = rulesFor([overridden], adega, today)!
    expect(rules.stages.map(({ id }) => id)).toEqual(['due', 'warning'])
    expect(rules).toMatchObject({ laterDays: 3 })
    expect(rules.override).toBeUndefined()
  })

  test('of an earlier version ends with it', () => {
    const later = policy({ effective: '2026-12-01' })
    expect(rulesFor([overridden, later], serra, day('2026-11-30'))?.override).toBe('key accounts')
    expect(rulesFor([overridden, later], serra, today)?.override).toBeUndefined()
  })
})

describe('a customer', () => {
  const closed = policy({ holidays: { PT: ['2026-12-08'], GB: ['2026-12-28'] } })
  const today = day('2026-12-01')

  test('is written to in its own time zone, and not on the holidays of its country', () => {
    expect(rulesFor([closed], adega, today)!.hours).toMatchObject({
      timeZone: 'Europe/Lisbon',
      holidays: ['2026-12-08'],
    })
    expect(rulesFor([closed], finch, today)!.hours).toMatchObject({
      timeZone: 'Europe/London',
      holidays: ['2026-12-28'],
    })
  })

  test('of a country without holidays has none', () => {
    expect(rulesFor([closed], aCustomer(5, { country: 'FR' }), today)!.hours.holidays).toEqual([])
  })

  test('has the exemptions that concern it alone, those that have ended among them', () => {
    const exempting = policy({
      exemptions: [
        { customer: adega.tenant, reason: 'agreed', until: '2026-07-31' },
        { customer: adega.tenant, invoice: 'FT 2026/7', reason: 'agreed', until: '2026-12-31' },
        { customer: serra.tenant, reason: 'agreed', until: '2026-12-31' },
      ],
    })
    const of = (customer: typeof adega) => rulesFor([exempting], customer, today)!.exemptions.map(({ until }) => until)
    expect(of(adega)).toEqual(['2026-07-31', '2026-12-31'])
    expect(of(serra)).toEqual(['2026-12-31'])
    expect(of(finch)).toEqual([])
  })

  test('like another one gets the very same rules; one of its own does not', () => {
    expect(rulesFor([closed], adega, today)).toBe(rulesFor([closed], serra, day('2026-12-02')))
    expect(rulesFor([closed], adega, today)).not.toBe(rulesFor([closed], finch, today))
  })
})

describe('what a policy leaves out', () => {
  test('is what costs nobody anything: no fee, no cap, no suspension, no promise, no notice', () => {
    const rules = rulesFor([policy()], adega, day('2026-12-01'))!
    expect(rules).toMatchObject({ disputeDays: 7, paidDays: 5, laterDays: 3, notices: {} })
    for (const name of ['cap', 'minimum', 'paymentDataDays', 'promises', 'suspension'] as const)
      expect(rules[name]).toBeUndefined()
    for (const stage of rules.stages)
      expect(stage).toMatchObject({ trigger: 'due-date', count: 'calendar', channel: 'teams-then-webhook' })
    expect(rules.stages.some(({ fee }) => fee)).toBe(false)
    expect(policy().payables).toEqual({ netDays: 60, warnDays: 7 })
  })
})

test('the store gives each account its own versions, the oldest first', async () => {
  const documents = await openStore()
  const other = partnerId('99999999-1111-4111-8111-111111111111')
  await documents.change(async (unit) => {
    for (const one of [
      written({ name: 'new', effective: '2026-11-01' }),
      written({ name: 'old', effective: '2025-01-01' }),
      written({ name: 'foreign', partner: other }),
    ])
      unit.put(policies, policyKey(one), one, 0)
  })
  expect((await policiesOf(documents, partner)).map(({ name }) => name)).toEqual(['old', 'new'])
  expect((await rulesOn(documents, adega, day('2026-10-31')))?.policy.name).toBe('old')
  expect((await rulesOn(documents, adega, day('2026-11-01')))?.policy.name).toBe('new')
  expect(await rulesOn(documents, adega, day('2024-12-31'))).toBeUndefined()
})
