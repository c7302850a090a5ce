import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Documents, Query } from '../../src/store/documents.ts'
import { compareKeys } from '../../src/store/index-keys.ts'
import { type Bill, bill, bills } from './example-collections.ts'

const long = process.env.SALDO_LONG !== undefined

/** What every engine's indexes do. `current` is the open store. */
export function describeIndex(current: () => Documents): void {
  describe('an index', () => {
    const put = (id: string, data: Bill, expected = 0) =>
      current().change(async (unit) => unit.put(bills, id, data, expected))
    const idsOf = async (query: Query) => (await current().find(bills, query)).items.map((each) => each.id)

    const dues = ['2026-01-01', '2026-01-02', '2026-01-02', '2026-01-03', '2026-01-05']

    beforeAll(async () => {
      await current().change(async (unit) => {
        dues.forEach((due, at) => {
          unit.put(
            bills,
            `i${at}`,
            bill({ customer: 'index', due, cents: [5, -1, 0.5, 1e15, 10][at], tags: ['a', `t${at}`] }),
            0,
          )
        })
      })
    })

    const key = (due: string) => `index|${due}`
    it.each<[string, Omit<Query, 'index'>, string[]]>([
      ['equal', { equals: key('2026-01-02') }, ['i1', 'i2']],
      ['equal to nothing there', { equals: key('2026-01-04') }, []],
      ['from, included', { from: key('2026-01-03'), to: 'index|9' }, ['i3', 'i4']],
      ['to, included', { from: 'index|', to: key('2026-01-02') }, ['i0', 'i1', 'i2']],
      ['between', { from: key('2026-01-02'), to: key('2026-01-03') }, ['i1', 'i2', 'i3']],
      ['an empty range', { from: key('2026-01-04'), to: key('2026-01-04') }, []],
      ['a range the wrong way round', { from: key('2026-01-05'), to: key('2026-01-01') }, []],
      ['descending, ids too', { equals: key('2026-01-02'), order: 'descending' }, ['i2', 'i1']],
      ['descending range', { from: 'index|', to: 'index|9', order: 'descending' }, ['i4', 'i3', 'i2', 'i1', 'i0']],
      ['limited', { from: 'index|', to: 'index|9', limit: 2 }, ['i0', 'i1']],
    ])('%s', async (_, query, ids) => {
      expect(await idsOf({ index: 'customer_due', ...query })).toEqual(ids)
    })

    it('orders numbers as numbers', async () => {
      const ids = await idsOf({ index: 'cents', from: -1e9, to: 2e15 })
      expect(ids.filter((id) => /^i\d$/.test(id))).toEqual(['i1', 'i2', 'i0', 'i4', 'i3'])
    })

    it('finds a document under each of its keys', async () => {
      expect(await idsOf({ index: 'tag', equals: 'a' })).toEqual(['i0', 'i1', 'i2', 'i3', 'i4'])
      expect(await idsOf({ index: 'tag', equals: 't3' })).toEqual(['i3'])
    })

    it('does not hold a document without a key', async () => {
      expect(await idsOf({ index: 'note', from: 'no such note', to: 'no such note!' })).toEqual([])
    })

    it('follows a document whose key changed, or that is gone', async () => {
      await put('moves', bill({ customer: 'before', tags: ['m1', 'm2'] }))
      await put('moves', bill({ customer: 'after', tags: ['m2', 'm3'] }), 1)
      expect(await idsOf({ index: 'customer', equals: 'before' })).toEqual([])
      expect(await idsOf({ index: 'customer', equals: 'after' })).toEqual(['moves'])
      expect(await idsOf({ index: 'tag', from: 'm1', to: 'm9' })).toEqual(['moves', 'moves'])
      await current().change(async (unit) => unit.remove(bills, 'moves', 2))
      expect(await idsOf({ index: 'tag', from: 'm1', to: 'm9' })).toEqual([])
    })

    it.each(['ascending', 'descending'] as const)('is read page by page, %s, each document once', async (order) => {
      const found: string[] = []
      let after: string | undefined
      let pages = 0
      do {
        const page = await current().find(bills, { index: 'customer', equals: 'index', order, limit: 2, after })
        found.push(...page.items.map((each) => each.id))
        after = page.next
        pages++
      } while (after)
      expect(found).toEqual(order === 'ascending' ? ['i0', 'i1', 'i2', 'i3', 'i4'] : ['i4', 'i3', 'i2', 'i1', 'i0'])
      expect(pages).toBe(3)
    })

    it('has no next page after exactly as many documents as asked for', async () => {
      expect((await current().find(bills, { index: 'customer', equals: 'index', limit: 5 })).next).toBeUndefined()
      expect((await current().find(bills, { index: 'customer', equals: 'index', limit: 4 })).next).toBeDefined()
    })

    it('refuses an index that is not declared, a limit of 0, and a cursor that is none', async () => {
      await expect(current().find(bills, { index: 'colour' })).rejects.toThrow(/declares no index "colour"/)
      await expect(current().find(bills, { index: 'due', limit: 0 })).rejects.toThrow(RangeError)
      await expect(current().find(bills, { index: 'due', after: 'x' })).rejects.toThrow(/"next" of an earlier page/)
    })

    it('pages inside a unit as it would after it', async () => {
      await current().change(async (unit) => {
        for (let at = 0; at < 6; at++) unit.put(bills, `u${at}`, bill({ customer: 'pages' }), 0)
      })
      const inside = await current().change(async (unit) => {
        unit.remove(bills, 'u1', 1)
        unit.remove(bills, 'u2', 1)
        unit.put(bills, 'u3b', bill({ customer: 'pages' }), 0)
        const query = { index: 'customer', equals: 'pages', limit: 2 } as const
        const first = await unit.find(bills, query)
        const second = await unit.find(bills, { ...query, after: first.next })
        const third = await unit.find(bills, { ...query, after: second.next })
        return [first, second, third].map((page) => [page.items.map((each) => each.id).join(), page.next !== undefined])
      })
      expect(inside).toEqual([
        ['u0,u3', true],
        ['u3b,u4', true],
        ['u5', false],
      ])
    })

    it('finds in any range what a plain sort finds', async () => {
      const text = fc
        .string({ unit: 'grapheme', maxLength: 4 })
        .filter((each) => !each.includes('\0') && each.isWellFormed())
      let run = 0
      const property = fc.asyncProperty(
        fc.uniqueArray(text, { maxLength: 12 }),
        text,
        text,
        fc.boolean(),
        async (notes, from, to, up) => {
          const prefix = `p${run++}|`
          await current().change(async (unit) => {
            for (const [at, note] of notes.entries())
              unit.put(bills, `${prefix}${at}`, bill({ note: prefix + note }), 0)
          })
          const within = notes
            .filter((note) => compareKeys(note, from) >= 0 && compareKeys(note, to) <= 0)
            .sort(compareKeys)
          const order = up ? 'ascending' : 'descending'
          const found = await current().find(bills, { index: 'note', from: prefix + from, to: prefix + to, order })
          expect(found.items.map((each) => each.data.note)).toEqual(
            (up ? within : within.reverse()).map((note) => prefix + note),
          )
        },
      )
      await fc.assert(property, { numRuns: long ? 500 : 40 })
    })
  })
}
