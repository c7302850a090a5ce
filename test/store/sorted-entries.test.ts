import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { comparePositions, type Scan, scanCovers } from '../../src/store/index-scan.ts'
import { SortedEntries } from '../../src/store/lowdb/sorted-entries.ts'

const runs = process.env.SALDO_LONG === undefined ? 30 : 500
const key = fc.oneof(fc.integer({ min: -20, max: 20 }), fc.string({ maxLength: 2 }))
const id = fc.integer({ min: 0, max: 999 }).map((number) => `id${number}`)
const place = fc.record({ key, id })
const scan: fc.Arbitrary<Scan> = fc.record(
  {
    index: fc.constant('any'),
    descending: fc.boolean(),
    limit: fc.oneof(fc.integer({ min: 1, max: 50 }), fc.constant(Number.POSITIVE_INFINITY)),
    from: key,
    to: key,
    after: place,
  },
  { requiredKeys: ['index', 'descending', 'limit'] },
)

describe('an index in memory', () => {
  it('lists what a plain sort of the same places lists, through many chunks', () => {
    const places = fc.array(place, { minLength: 0, maxLength: 3000, size: 'max' })
    const property = fc.property(
      places,
      fc.array(fc.nat(2999), { maxLength: 1500, size: 'max' }),
      fc.array(scan),
      (added, removed, scans) => {
        const index = new SortedEntries<{ id: string }>()
        const plain = new Map<string, { key: string | number; id: string; entry: { id: string } }>()
        for (const each of added) {
          const name = JSON.stringify(each)
          if (plain.has(name)) continue
          const entry = { id: each.id }
          plain.set(name, { ...each, entry })
          index.add(each.key, entry)
        }
        for (const at of removed) {
          const name = JSON.stringify(added[at])
          const there = plain.get(name)
          if (there) index.remove(there.key, there.entry)
          plain.delete(name)
        }
        for (const each of scans) {
          const sorted = [...plain.values()].filter((one) => scanCovers(each, one)).sort(comparePositions)
          const wanted = (each.descending ? sorted.reverse() : sorted).slice(0, each.limit + 1)
          expect(index.list(each)).toEqual(wanted)
        }
      },
    )
    fc.assert(property, { numRuns: runs })
  })
})
