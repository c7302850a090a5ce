import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { StoredCharge } from '../../src/ledger/charge.ts'
import { pageCharges } from '../../src/ledger/page-charges.ts'
import { ChargeReader } from '../../src/partner-center/charge-reader.ts'
import { columns } from '../../src/partner-center/columns.ts'
import { orderCharges } from '../../src/partner-center/order-charges.ts'
import { readHeader } from '../../src/partner-center/reconciliation-header.ts'
import { referenceEvent } from '../../src/partner-center/reference-event.ts'
import { RowSpill } from '../../src/partner-center/row-spill.ts'
import { exampleRow } from './example-file.ts'

const runs = process.env.SALDO_LONG ? 2_000 : 100
const reader = new ChargeReader(readHeader('x', columns), 'monthFirst', 'point')
const example = reader.read(
  columns.map((column) => exampleRow[column] ?? ''),
  2,
)
const chargeOf = (event: number, subscription: number, line: number): StoredCharge => ({
  ...example,
  line,
  event: event === 0 ? undefined : `event ${event}`,
  subscription: `subscription ${subscription}` as StoredCharge['subscription'],
  orderDate: `2026-06-${String((line % 28) + 1).padStart(2, '0')}`,
})
const someCharges = fc
  .array(fc.tuple(fc.integer({ min: 0, max: 8 }), fc.integer({ min: 1, max: 3 })), { maxLength: 60 })
  .map((all) => all.map(([event, subscription], at) => chargeOf(event, subscription, at + 2)))

test('ordering and paging loses no line and doubles none', () => {
  fc.assert(
    fc.property(someCharges, fc.integer({ min: 1, max: 12 }), (charges, atMost) => {
      const pages = pageCharges(orderCharges(charges), atMost)
      expect(
        pages
          .flat()
          .map(({ line }) => line)
          .sort((a, b) => a - b),
      ).toEqual(charges.map(({ line }) => line))
      for (const page of pages) expect(page.length).toBeLessThanOrEqual(atMost)
    }),
    { numRuns: runs },
  )
})

test('the lines of one event stand together and on one page', () => {
  fc.assert(
    fc.property(someCharges, (charges) => {
      const ordered = orderCharges(charges)
      const events = ordered.map(({ event, line }) => event ?? `line ${line}`)
      const starts = events.filter((event, at) => event !== events[at - 1])
      expect(new Set(starts).size).toBe(starts.length)
      const longest = Math.max(1, ...[...Map.groupBy(events, (event) => event).values()].map((each) => each.length))
      const pageOf = new Map<string, number>()
      for (const [at, page] of pageCharges(ordered, longest).entries())
        for (const { event } of page) if (event) expect(pageOf.set(event, pageOf.get(event) ?? at).get(event)).toBe(at)
    }),
    { numRuns: runs },
  )
})

test('a partial upgrade stays with its refund although it makes a new subscription', () => {
  const ordered = orderCharges([chargeOf(1, 1, 9), chargeOf(0, 1, 3), chargeOf(0, 2, 4), chargeOf(1, 2, 5)])
  expect(ordered.map(({ line }) => line)).toEqual([3, 9, 5, 4])
})

test('rows come out as they went in, owner by owner, however little memory there is', () => {
  const cell = fc
    .string({ unit: 'grapheme', maxLength: 12 })
    .map((text) => text.replaceAll('\x1e', '').replaceAll('\x1f', ''))
  const row = fc.tuple(fc.constantFrom('a', 'b', 'c'), fc.array(cell, { minLength: 2, maxLength: 4 }))
  fc.assert(
    fc.property(fc.array(row, { maxLength: 40 }), fc.constantFrom(600, 2_000, 100_000), (rows, bytes) => {
      const spill = new RowSpill(bytes)
      try {
        for (const [at, [owner, cells]] of rows.entries()) spill.put(owner, at + 2, cells)
        for (const owner of ['a', 'b', 'c']) {
          const expected = rows.flatMap(([of, cells], at) => (of === owner ? [{ line: at + 2, cells }] : []))
          expect([...spill.take(owner)]).toEqual(expected)
        }
      } finally {
        spill.close()
      }
    }),
    { numRuns: runs },
  )
})

test.each([
  ['plain text', 'ddb64857', 'ddb64857'],
  ['JSON', '{"id":"ddb64857","v":"2.0"}', 'ddb64857'],
  ['JSON with members that came later, in another order', '{"osId":"7","v":"2.0","Id":"ddb64857"}', 'ddb64857'],
  ['JSON without an id', '{"v":"2.0"}', '{"v":"2.0"}'],
  ['JSON with an empty id', '{"id":""}', undefined],
  ['broken JSON', '{"id":', '{"id":'],
  ['a zero', '0', undefined],
  ['nothing', undefined, undefined],
])('the event of a reference that is %s', (_, reference, event) => {
  expect(referenceEvent(reference)).toBe(event)
})
