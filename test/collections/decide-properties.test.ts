import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { decide, type Situation } from '../../src/collections/decide.ts'
import { type Decision, reasons } from '../../src/collections/decision.ts'
import { standingAfter } from '../../src/collections/standing-after.ts'
import { invoiceState } from '../../src/ledger/account.ts'
import { addDays, type Day } from '../../src/values/day.ts'
import { anySituation, anyToday } from './decide/any-situation.ts'

const numRuns = process.env.SALDO_LONG ? 5_000 : 200

describe('whatever the customer, the policy and the day', () => {
  test('each day has exactly one reason, and each open bill exactly one', () => {
    const seen = new Set<string>()
    fc.assert(
      fc.property(anySituation, anyToday, (given, today) => {
        const decision = decide(given, today)
        seen.add(decision.reason)
        expect(reasons).toContain(decision.reason)
        for (const { reason } of decision.bills) expect(reasons).toContain(reason)
        expect(decision.bills.map(({ invoice }) => invoice).sort()).toEqual(openIds(given, today))
        expectToHoldTogether(decision)
      }),
      { numRuns },
    )
    expect(seen.size).toBeGreaterThan(8)
  })

  test('the order of what it is made from changes nothing, and twice is the same', () => {
    fc.assert(
      fc.property(anySituation, anyToday, fc.infiniteStream(fc.nat()), (given, today, dice) => {
        const decision = decide(given, today)
        expect(decide(given, today)).toEqual(decision)
        expect(decide(shuffled(given, dice), today)).toEqual(decision)
      }),
      { numRuns },
    )
  })

  test('what was decided and done is not decided again, on that day or with a pause between', () => {
    fc.assert(
      fc.property(anySituation, anyToday, (given, today) => {
        const first = decide(given, today)
        const standing = standingAfter(given.standing, first, 'contact')
        const again = decide({ ...given, standing }, today)
        expect(fresh(again).filter((each) => fresh(first).includes(each))).toEqual([])
      }),
      { numRuns },
    )
  })

  test('the next day that it names is the first on which something comes, and with that stage', () => {
    fc.assert(
      fc.property(anySituation, anyToday, (given, today) => {
        const first = decide(given, today)
        const standing = standingAfter(given.standing, first, 'contact')
        let on: Day = today
        let found: Decision | undefined
        for (let at = 1; at <= 120 && !found; at++) {
          on = addDays(today, at)
          const later = decide({ ...given, standing, paidUntil: on }, on)
          if (later.kind !== 'none') found = later
        }
        if (found) expect(first.next).toEqual({ on, stage: found.stage })
        else expect(first.next === undefined || first.next.on > on).toBe(true)
      }),
      { numRuns },
    )
  })
})

const openIds = ({ account }: Situation, today: Day): string[] =>
  account.invoices
    .filter((invoice) => invoice.total.minor > 0n && invoiceState(account, invoice, today).open.minor > 0n)
    .map(({ id }) => id)
    .sort()

/** The bills that are new on a day, with their stages. */
const fresh = ({ bills }: Decision): string[] =>
  bills.filter(({ reason }) => reason === 'stage').map(({ invoice, stage }) => `${invoice} ${stage}`)

function expectToHoldTogether({ kind, reason, bills, stage, staff, day, next }: Decision): void {
  const isNews = bills.some((each) => each.reason === 'stage')
  expect(kind === 'none').toBe(!isNews)
  expect(reason === 'stage').toBe(isNews)
  expect(stage !== undefined).toBe(isNews)
  expect(reason === 'nothing-open').toBe(bills.length === 0 && reason !== 'no-policy' && reason !== 'suspension')
  if (!isNews && bills.length > 0) expect(bills.map((each) => each.reason)).toContain(reason)
  if (kind === 'staff') expect(staff).toBeDefined()
  if (next) expect(next.on > day).toBe(true)
  for (const { amount, disputed, reason: why } of bills) {
    expect(amount.minor >= 0n && (disputed?.minor ?? 1n) > 0n).toBe(true)
    if (why === 'stage') expect(amount.minor > 0n).toBe(true)
  }
}

function shuffled({ account, standing, ...rest }: Situation, dice: Iterator<number>): Situation {
  const mix = <T>(items: readonly T[]): T[] =>
    items
      .map((item) => ({ item, at: dice.next().value as number }))
      .sort((a, b) => a.at - b.at)
      .map(({ item }) => item)
  const { invoices, payments, disputes } = account
  const { reached, contacted, promises, holds } = standing
  return {
    ...rest,
    account: { ...account, invoices: mix(invoices), payments: mix(payments), disputes: mix(disputes) },
    standing: {
      ...standing,
      reached: mix(reached),
      contacted: mix(contacted),
      promises: mix(promises),
      holds: mix(holds),
    },
  }
}
