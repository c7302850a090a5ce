import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Understander } from '../../src/language/understand.ts'
import { understanderForTests } from '../conversation/support/open-desk.ts'
import { type Act, actFor } from './acts.ts'
import { counts, countsLine } from './counts.ts'
import { runActs } from './run-acts.ts'

const long = process.env.SALDO_LONG !== undefined
const inMemory = Number(process.env.SALDO_RUNS ?? (long ? 9_500 : 90))
const reopening = Number(process.env.SALDO_REOPENING ?? (long ? 500 : 6))
const seed = process.env.SALDO_SEED === undefined ? undefined : Number(process.env.SALDO_SEED)

let understander: Understander
beforeAll(async () => {
  understander = await understanderForTests()
})
afterAll(() => console.log(countsLine()))

/** A Monday morning, shortly before closing time, a night, a Friday evening. */
const start = fc.constantFrom(
  '2026-11-23T10:00:00Z',
  '2026-11-24T09:30:00Z',
  '2026-11-25T13:00:00Z',
  '2026-11-23T17:50:00Z',
  '2026-11-24T23:30:00Z',
  '2026-11-27T17:58:00Z',
)

/** Half of all runs begin where a person has been called, or has the conversation. */
const beginnings: readonly (readonly Act[])[] = [
  [],
  [{ k: 'ask', c: 'clara', consent: 'without' }, { k: 'carry' }],
  [{ k: 'ask', c: 'clara', consent: 'with' }, { k: 'carry' }, { k: 'claim', a: 'helena', c: 'clara', old: 0 }],
]
const begun = fc
  .tuple(fc.constantFrom(...beginnings), fc.array(actFor(false), { minLength: 5, maxLength: 40, size: 'max' }))
  .map(([first, rest]) => [...first, ...rest])

/** Opened again in the middle at least once. */
const reopened = fc
  .tuple(fc.constantFrom(...beginnings), ...[0, 1].map(() => fc.array(actFor(true), { minLength: 3, maxLength: 15 })))
  .map(([first, before = [], after = []]) => [...first, ...before, { k: 'reopen' as const }, ...after])

const desk = (onDisk: boolean) =>
  fc.asyncProperty(start, onDisk ? reopened : begun, (now, acts) =>
    runActs(acts, { now, onDisk, understander }).then(() => undefined),
  )

const options = { seed, path: process.env.SALDO_PATH }

test('whatever customers, agents, the clock, failures and restarts do: nothing is doubled, out of order or lost, nobody owns what another owns, the bot is silent while a person is there, and every case ends', async () => {
  await fc.assert(desk(false), { numRuns: inMemory, ...options })
  expect(counts.runs).toBeGreaterThanOrEqual(inMemory)
}, 3_600_000)

test('the same on disk, closed and opened again in the middle', async () => {
  await fc.assert(desk(true), { numRuns: reopening, ...options })
  expect(counts.onDisk).toBeGreaterThanOrEqual(reopening)
}, 3_600_000)
