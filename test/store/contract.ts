import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Documents, type Query, RevisionConflict } from '../../src/store/documents.ts'
import { compareKeys } from '../../src/store/index-keys.ts'
import { type Bill, bill, bills, counters, errands } from './example-collections.ts'

/** A store to test: opened empty, opened again over what it holds, and thrown away. */
export type Engine = { open(): Promise<Documents>; discard(): Promise<void> }

const long = process.env.SALDO_LONG !== undefined

/** What every engine does. Each test uses ids and customers of its own, so that they share one store. */
export function describeContract(name: string, start: () => Promise<Engine>): void {
  describe(`${name}: the contract of the store`, () => {
    let engine: Engine
    let store: Documents

    beforeAll(async () => {
      engine = await start()
      store = await engine.open()
    })
    afterAll(async () => {
      await store?.close()
      await engine?.discard()
    })

    const put = (id: string, data: Bill, expected = 0) =>
      store.change(async (unit) => unit.put(bills, id, data, expected))
    const idsOf = async (query: Query) => (await store.find(bills, query)).items.map((each) => each.id)

    describe('one document', () => {
      it('is not there before it is put', async () => {
        expect(await store.get(bills, 'nowhere')).toBeUndefined()
      })

      it('comes back as it was put, with revision 1, then 2', async () => {
        const data = bill({ note: 'ação € "quoted"\n\u2028 \u{1f600} \\ \u0001' })
        await put('one', data)
        expect(await store.get(bills, 'one')).toEqual({ id: 'one', revision: 1, data })
        await put('one', { ...data, cents: 5 }, 1)
        expect(await store.get(bills, 'one')).toEqual({ id: 'one', revision: 2, data: { ...data, cents: 5 } })
      })

      it('keeps any JSON, also text that databases dislike', async () => {
        const unindexed = '\u0000 \ud800 lone'
        await put('odd', bill({ unindexed }))
        expect((await store.get(bills, 'odd'))?.data.unindexed).toBe(unindexed)
      })

      it('does not follow what its writer does with the object afterwards', async () => {
        const data = { ...bill(), cents: 1 }
        await store.change(async (unit) => {
          unit.put(bills, 'aliased', data, 0)
          data.cents = 2
        })
        data.cents = 3
        expect((await store.get(bills, 'aliased'))?.data.cents).toBe(1)
      })

      it('is gone when removed, and starts at revision 1 when put again', async () => {
        await put('removed', bill())
        await store.change(async (unit) => unit.remove(bills, 'removed', 1))
        expect(await store.get(bills, 'removed')).toBeUndefined()
        await put('removed', bill())
        expect((await store.get(bills, 'removed'))?.revision).toBe(1)
      })

      it.each([
        ['an empty id', ''],
        ['an id with U+0000', 'a\0b'],
        ['an id of 1001 bytes', 'x'.repeat(1001)],
      ])('is refused with %s', async (_, id) => {
        await expect(put(id, bill())).rejects.toThrow(RangeError)
      })

      it('is refused with a key that is no number, or too long', async () => {
        await expect(put('nan', bill({ cents: Number.NaN }))).rejects.toThrow(/"cents" is no finite number/)
        await expect(put('long', bill({ note: 'x'.repeat(1501) }))).rejects.toThrow(/longer than 1500 bytes/)
      })

      it('is accepted with the longest id and key', async () => {
        await put('y'.repeat(1000), bill({ note: 'x'.repeat(1500) }))
        expect(await idsOf({ index: 'note', equals: 'x'.repeat(1500) })).toEqual(['y'.repeat(1000)])
      })
    })

    describe('a revision', () => {
      it.each([
        ['put over a document that must not exist', 0],
        ['put over an older revision', 1],
        ['put over a revision that is still to come', 3],
      ])('conflict: %s', async (name, expected) => {
        const id = `conflict ${name}`
        await put(id, bill())
        await put(id, bill(), 1)
        await expect(put(id, bill({ cents: 9 }), expected)).rejects.toThrow(RevisionConflict)
        expect((await store.get(bills, id))?.data.cents).toBe(1000)
      })

      it('conflict: removing what somebody else changed, or what is not there', async () => {
        await put('kept', bill())
        await expect(store.change(async (unit) => unit.remove(bills, 'kept', 2))).rejects.toThrow(RevisionConflict)
        await expect(store.change(async (unit) => unit.remove(bills, 'never', 1))).rejects.toThrow(RevisionConflict)
      })

      it('gives a unit six attempts in all', async () => {
        await put('contested', bill())
        let attempts = 0
        const losing = store.change(async (unit) => {
          attempts++
          unit.put(bills, 'contested', bill(), 7)
        })
        await expect(losing).rejects.toThrow(RevisionConflict)
        expect(attempts).toBe(6)
      })

      it('that changed meanwhile lets the unit run again on what is there now', async () => {
        await put('raced', bill({ cents: 1 }))
        let runs = 0
        await store.change(async (unit) => {
          const read = (await unit.get(bills, 'raced'))!
          if (runs++ === 0) await put('raced', bill({ cents: 10 }), 1)
          unit.put(bills, 'raced', { ...read.data, cents: read.data.cents + 1 }, read.revision)
        })
        expect((await store.get(bills, 'raced'))?.data.cents).toBe(11)
        expect(runs).toBe(2)
      })
    })

    describe('a unit of work', () => {
      it('is refused as a whole when one of its documents conflicts', async () => {
        await put('settled', bill())
        const unit = store.change(async (unit) => {
          unit.put(bills, 'beside', bill(), 0)
          unit.put(counters, 'beside', { value: 1 }, 0)
          unit.put(bills, 'settled', bill(), 5)
        })
        await expect(unit).rejects.toThrow(RevisionConflict)
        expect(await store.get(bills, 'beside')).toBeUndefined()
        expect(await store.get(counters, 'beside')).toBeUndefined()
      })

      it('changes nothing when its work throws, and passes the fault on', async () => {
        const unit = store.change(async (unit) => {
          unit.put(bills, 'abandoned', bill(), 0)
          throw new Error('no')
        })
        await expect(unit).rejects.toThrow('no')
        expect(await store.get(bills, 'abandoned')).toBeUndefined()
      })

      it('returns what its work returns, also without a write', async () => {
        expect(await store.change(async () => 42)).toBe(42)
      })

      it('sees its own writes; nobody else does', async () => {
        await put('own-1', bill({ customer: 'own', due: '2026-01-01' }))
        await put('own-2', bill({ customer: 'own', due: '2026-01-02' }))
        const query = { index: 'customer_due', from: 'own|', to: 'own|9' } as const
        await store.change(async (unit) => {
          unit.put(bills, 'own-3', bill({ customer: 'own', due: '2025-12-31' }), 0)
          unit.put(bills, 'own-1', bill({ customer: 'own', due: '2026-01-03' }), 1)
          unit.remove(bills, 'own-2', 1)
          expect((await unit.get(bills, 'own-1'))?.revision).toBe(2)
          expect(await unit.get(bills, 'own-2')).toBeUndefined()
          expect((await unit.find(bills, query)).items.map((each) => each.id)).toEqual(['own-3', 'own-1'])
          expect(await idsOf(query)).toEqual(['own-1', 'own-2'])
        })
        expect(await idsOf(query)).toEqual(['own-3', 'own-1'])
      })

      it('may write a document twice; it counts as one change', async () => {
        await store.change(async (unit) => {
          unit.put(bills, 'twice', bill({ cents: 1 }), 0)
          unit.put(bills, 'twice', bill({ cents: 2 }), 1)
        })
        expect(await store.get(bills, 'twice')).toEqual({ id: 'twice', revision: 1, data: bill({ cents: 2 }) })
      })

      it('may remove what it put', async () => {
        await store.change(async (unit) => {
          unit.put(bills, 'undone', bill({ customer: 'undone' }), 0)
          unit.remove(bills, 'undone', 1)
        })
        expect(await store.get(bills, 'undone')).toBeUndefined()
        expect(await idsOf({ index: 'customer', equals: 'undone' })).toEqual([])
      })

      it('of concurrent writers loses no increment', async () => {
        const writers = long ? 64 : 16
        const rounds = long ? 20 : 5
        await store.change(async (unit) => unit.put(counters, 'shared', { value: 0 }, 0))
        const increment = () =>
          store.change(async (unit) => {
            const read = (await unit.get(counters, 'shared'))!
            unit.put(counters, 'shared', { value: read.data.value + 1 }, read.revision)
          })
        let done = 0
        const write = async () => {
          for (let round = 0; round < rounds; round++) {
            await increment().then(
              () => done++,
              (error) => expect(error).toBeInstanceOf(RevisionConflict),
            )
          }
        }
        await Promise.all(Array.from({ length: writers }, write))
        const counter = (await store.get(counters, 'shared'))!
        expect(counter.data.value).toBe(done)
        expect(counter.revision).toBe(done + 1)
        expect(done).toBeGreaterThan((writers * rounds) / 2)
      })
    })

    describe('an index', () => {
      const dues = ['2026-01-01', '2026-01-02', '2026-01-02', '2026-01-03', '2026-01-05']

      beforeAll(async () => {
        await store.change(async (unit) => {
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
        await store.change(async (unit) => unit.remove(bills, 'moves', 2))
        expect(await idsOf({ index: 'tag', from: 'm1', to: 'm9' })).toEqual([])
      })

      it.each(['ascending', 'descending'] as const)('is read page by page, %s, each document once', async (order) => {
        const found: string[] = []
        let after: string | undefined
        let pages = 0
        do {
          const page = await store.find(bills, { index: 'customer', equals: 'index', order, limit: 2, after })
          found.push(...page.items.map((each) => each.id))
          after = page.next
          pages++
        } while (after)
        expect(found).toEqual(order === 'ascending' ? ['i0', 'i1', 'i2', 'i3', 'i4'] : ['i4', 'i3', 'i2', 'i1', 'i0'])
        expect(pages).toBe(3)
      })

      it('has no next page after exactly as many documents as asked for', async () => {
        expect((await store.find(bills, { index: 'customer', equals: 'index', limit: 5 })).next).toBeUndefined()
        expect((await store.find(bills, { index: 'customer', equals: 'index', limit: 4 })).next).toBeDefined()
      })

      it('refuses an index that is not declared, a limit of 0, and a cursor that is none', async () => {
        await expect(store.find(bills, { index: 'colour' })).rejects.toThrow(/declares no index "colour"/)
        await expect(store.find(bills, { index: 'due', limit: 0 })).rejects.toThrow(RangeError)
        await expect(store.find(bills, { index: 'due', after: 'x' })).rejects.toThrow(/"next" of an earlier page/)
      })

      it('pages inside a unit as it would after it', async () => {
        await store.change(async (unit) => {
          for (let at = 0; at < 6; at++) unit.put(bills, `u${at}`, bill({ customer: 'pages' }), 0)
        })
        const inside = await store.change(async (unit) => {
          unit.remove(bills, 'u1', 1)
          unit.remove(bills, 'u2', 1)
          unit.put(bills, 'u3b', bill({ customer: 'pages' }), 0)
          const query = { index: 'customer', equals: 'pages', limit: 2 } as const
          const first = await unit.find(bills, query)
          const second = await unit.find(bills, { ...query, after: first.next })
          const third = await unit.find(bills, { ...query, after: second.next })
          return [first, second, third].map((page) => [
            page.items.map((each) => each.id).join(),
            page.next !== undefined,
          ])
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
            await store.change(async (unit) => {
              for (const [at, note] of notes.entries())
                unit.put(bills, `${prefix}${at}`, bill({ note: prefix + note }), 0)
            })
            const within = notes
              .filter((note) => compareKeys(note, from) >= 0 && compareKeys(note, to) <= 0)
              .sort(compareKeys)
            const order = up ? 'ascending' : 'descending'
            const found = await store.find(bills, { index: 'note', from: prefix + from, to: prefix + to, order })
            expect(found.items.map((each) => each.data.note)).toEqual(
              (up ? within : within.reverse()).map((note) => prefix + note),
            )
          },
        )
        await fc.assert(property, { numRuns: long ? 500 : 40 })
      })
    })

    describe('claiming', () => {
      const lease = (until: string) => (errand: { dueAt: string; taken: number }) => ({
        dueAt: until,
        taken: errand.taken + 1,
      })
      const add = (prefix: string, count: number, dueAt: string) =>
        store.change(async (unit) => {
          for (let at = 0; at < count; at++) unit.put(errands, `${prefix}${at}`, { dueAt, taken: 0 }, 0)
        })

      it('takes what is due, the earliest first, up to the limit, and moves its key', async () => {
        await add('late', 2, '2020-01-01T09:00:00Z')
        await add('early', 1, '2020-01-01T08:00:00Z')
        await add('future', 1, '2029-01-01T10:00:00Z')
        const options = { index: 'due', due: '2020-01-01T09:30:00Z', limit: 2, lease: lease('2030-01-01T00:00:00Z') }
        const first = await store.claim(errands, options)
        expect(first.map((each) => each.id)).toEqual(['early0', 'late0'])
        expect(first[0]).toEqual(await store.get(errands, 'early0'))
        expect((await store.claim(errands, options)).map((each) => each.id)).toEqual(['late1'])
        expect(await store.claim(errands, options)).toEqual([])
      })

      it('hands out again what its holder did not finish', async () => {
        await add('dropped', 1, '2021-01-01')
        const take = (due: string, until: string) =>
          store.claim(errands, { index: 'due', due, limit: 9, lease: lease(until) })
        const ids = async (due: string, until: string) => (await take(due, until)).map((each) => each.id)
        expect(await ids('2021-01-01', '2021-02-01')).toEqual(['dropped0'])
        expect(await ids('2021-01-31', '2021-02-01')).toEqual([])
        expect(await ids('2021-02-01', '2040-01-01')).toEqual(['dropped0'])
      })

      it('refuses a lease that leaves the document due', async () => {
        await add('stuck', 1, '2019-01-01')
        const claim = store.claim(errands, { index: 'due', due: '2019-01-01', limit: 1, lease: (errand) => errand })
        await expect(claim).rejects.toThrow(/must move its "due"/)
        await store.change(async (unit) => unit.remove(errands, 'stuck0', 1))
      })

      it('by many at once never hands out one document twice', async () => {
        const count = long ? 2000 : 200
        await add('race', count, '2018-01-01')
        const claimed: string[] = []
        const worker = async () => {
          const options = { index: 'due', due: '2018-01-01', limit: 7, lease: lease('2041-01-01') }
          for (let empty = 0; empty < 3; ) {
            const items = await store.claim(errands, options)
            claimed.push(...items.map((each) => each.id))
            if (items.length === 0) empty++
          }
        }
        await Promise.all(Array.from({ length: 8 }, worker))
        expect(claimed).toHaveLength(count)
        expect(new Set(claimed).size).toBe(count)
      })
    })

    it('answers a ping', async () => {
      await store.ping()
    })

    it('has everything when it is opened again', async () => {
      await put('lasting', bill({ customer: 'lasting', note: 'here' }))
      const before = await store.find(bills, { index: 'due' })
      await store.close()
      store = await engine.open()
      expect(await store.find(bills, { index: 'due' })).toEqual(before)
      expect(await idsOf({ index: 'customer', equals: 'lasting' })).toEqual(['lasting'])
      expect(await store.get(bills, 'removed')).toBeDefined()
      expect(await store.get(bills, 'undone')).toBeUndefined()
    })
  })
}
