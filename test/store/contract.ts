import { setTimeout } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Documents, type Query, RevisionConflict } from '../../src/store/documents.ts'
import { describeClaiming } from './contract-claiming.ts'
import { describeIndex } from './contract-index.ts'
import { type Bill, bill, bills, counters } from './example-collections.ts'

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

      it('is not lost again and again to those who come afresh: a slow unit among quick ones ends', async () => {
        await put('popular', bill({ cents: 0 }))
        const add = (pause: number) =>
          store.change(async (unit) => {
            const read = (await unit.get(bills, 'popular'))!
            await setTimeout(pause)
            unit.put(bills, 'popular', { ...read.data, cents: read.data.cents + 1 }, read.revision)
          })
        let quick = 0
        let isOver = false
        const others = async () => {
          while (!isOver) {
            await add(0)
            quick++
          }
        }
        const running = [others(), others(), others()]
        for (let slow = 0; slow < 5; slow++) await add(25)
        isOver = true
        await Promise.all(running)
        expect((await store.get(bills, 'popular'))?.data.cents).toBe(quick + 5)
      })

      it('that was only read, and read again, is as it was first: whoever writes over it learns of the change', async () => {
        await put('read twice', bill({ cents: 1 }))
        const seen: (number | undefined)[] = []
        await store.change(async (unit) => {
          const first = await unit.get(bills, 'read twice')
          if (seen.length === 0) await put('read twice', bill({ cents: 2 }), 1)
          const again = await unit.get(bills, 'read twice')
          seen.push(first?.data.cents, again?.data.cents)
          unit.put(bills, 'read twice', bill({ cents: 3 }), again?.revision ?? 0)
        })
        expect(seen).toEqual([1, 1, 2, 2])
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

    describeIndex(() => store)
    describeClaiming(() => store)

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
