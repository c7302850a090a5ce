import { describe, expect, it } from 'vitest'
import type { Documents } from '../../src/store/documents.ts'
import { errands } from './example-collections.ts'

const long = process.env.SALDO_LONG !== undefined

/** How every engine hands out what is due. `current` is the open store. */
export function describeClaiming(current: () => Documents): void {
  describe('claiming', () => {
    const lease = (until: string) => (errand: { dueAt: string; taken: number }) => ({
      dueAt: until,
      taken: errand.taken + 1,
    })
    const add = (prefix: string, count: number, dueAt: string) =>
      current().change(async (unit) => {
        for (let at = 0; at < count; at++) unit.put(errands, `${prefix}${at}`, { dueAt, taken: 0 }, 0)
      })

    it('takes what is due, the earliest first, up to the limit, and moves its key', async () => {
      await add('late', 2, '2020-01-01T09:00:00Z')
      await add('early', 1, '2020-01-01T08:00:00Z')
      await add('future', 1, '2029-01-01T10:00:00Z')
      const options = { index: 'due', due: '2020-01-01T09:30:00Z', limit: 2, lease: lease('2030-01-01T00:00:00Z') }
      const first = await current().claim(errands, options)
      expect(first.map((each) => each.id)).toEqual(['early0', 'late0'])
      expect(first[0]).toEqual(await current().get(errands, 'early0'))
      expect((await current().claim(errands, options)).map((each) => each.id)).toEqual(['late1'])
      expect(await current().claim(errands, options)).toEqual([])
    })

    it('hands out again what its holder did not finish', async () => {
      await add('dropped', 1, '2021-01-01')
      const take = (due: string, until: string) =>
        current().claim(errands, { index: 'due', due, limit: 9, lease: lease(until) })
      const ids = async (due: string, until: string) => (await take(due, until)).map((each) => each.id)
      expect(await ids('2021-01-01', '2021-02-01')).toEqual(['dropped0'])
      expect(await ids('2021-01-31', '2021-02-01')).toEqual([])
      expect(await ids('2021-02-01', '2040-01-01')).toEqual(['dropped0'])
    })

    it('refuses a lease that leaves the document due', async () => {
      await add('stuck', 1, '2019-01-01')
      const claim = current().claim(errands, { index: 'due', due: '2019-01-01', limit: 1, lease: (errand) => errand })
      await expect(claim).rejects.toThrow(/must move its "due"/)
      await current().change(async (unit) => unit.remove(errands, 'stuck0', 1))
    })

    it('by many at once never hands out one document twice', async () => {
      const count = long ? 2000 : 200
      await add('race', count, '2018-01-01')
      const claimed: string[] = []
      const worker = async () => {
        const options = { index: 'due', due: '2018-01-01', limit: 7, lease: lease('2041-01-01') }
        for (let empty = 0; empty < 3; ) {
          const items = await current().claim(errands, options)
          claimed.push(...items.map((each) => each.id))
          if (items.length === 0) empty++
        }
      }
      await Promise.all(Array.from({ length: 8 }, worker))
      expect(claimed).toHaveLength(count)
      expect(new Set(claimed).size).toBe(count)
    })
  })
}
