import { describe, expect, test } from 'vitest'
import { remindCustomer } from '../../src/collections/remind-customer.ts'
import { freeStandings, seedStandings } from '../../src/collections/seed-standings.ts'
import { putStanding, standingOf, standings } from '../../src/collections/standing.ts'
import { strikeCollections } from '../../src/collections/strike-collections.ts'
import type { Documents } from '../../src/store/documents.ts'
import { instant, later } from '../../src/values/day.ts'
import { aCustomer } from '../ledger/examples.ts'
import { bill } from './decide/situations.ts'
import { adega, billingDesk, clara, personOf } from './support/billing-desk.ts'

const many = (count: number) => {
  const customers = Array.from({ length: count }, (_, at) => aCustomer(at + 1))
  const people = customers.map((each, at) => personOf(each, at + 1, `P${at + 1}`))
  const bills = customers.map((each, at) => bill(`b${at + 1}`, '10.00', { customer: each.id }))
  return { customers, people, bills }
}

describe('one look', () => {
  test('decides for as many customers as it may, and the next one for the others', async () => {
    const desk = await billingDesk(many(12))
    await seedStandings(desk.documents, { now: desk.clock.now(), limit: 100 })
    const strike = () =>
      strikeCollections(desk.documents, {
        now: desk.clock.now(),
        limit: 5,
        onStaff: desk.onStaff,
        fault: (error) => desk.faults.push(error),
      })
    expect([await strike(), await strike(), await strike(), await strike()]).toEqual([5, 5, 2, 0])
    expect(await desk.contacts()).toHaveLength(12)
    expect(desk.faults).toEqual([])
  })

  test('of several processes at once decides each customer once', async () => {
    const desk = await billingDesk(many(20))
    await seedStandings(desk.documents, { now: desk.clock.now(), limit: 100 })
    const strike = () =>
      strikeCollections(desk.documents, {
        now: desk.clock.now(),
        limit: 20,
        fault: (error) => desk.faults.push(error),
      })
    await Promise.all([strike(), strike(), strike()])
    await desk.run()
    expect(await desk.contacts()).toHaveLength(20)
    expect(desk.arrived).toHaveLength(20)
  })

  test('goes on with the others where it fails for one, and comes back to that one', async () => {
    const desk = await billingDesk(many(3))
    const { documents } = desk
    await seedStandings(documents, { now: desk.clock.now(), limit: 100 })
    let broken = true
    const failing: Documents = {
      get: documents.get.bind(documents),
      find: documents.find.bind(documents),
      claim: documents.claim.bind(documents),
      ping: () => documents.ping(),
      close: () => documents.close(),
      change: async (work) => {
        if (broken && work.toString().includes('remindCustomer')) {
          broken = false
          throw new Error('the disk is full')
        }
        return documents.change(work)
      },
    }
    const strike = (now = desk.clock.now()) =>
      strikeCollections(failing, { now, limit: 10, fault: (error) => desk.faults.push(error) })
    expect(await strike()).toBe(3)
    expect(await desk.contacts()).toHaveLength(2)
    expect(desk.faults).toEqual([new Error('the disk is full')])
    expect(await strike()).toBe(0)
    expect(await strike(later(desk.clock.now(), 60_000))).toBe(1)
    expect(await desk.contacts()).toHaveLength(3)
  })
})

describe('customers whom nobody looks at yet', () => {
  test('are found a page at a time', async () => {
    const desk = await billingDesk(many(7))
    const first = await seedStandings(desk.documents, { now: desk.clock.now(), limit: 4 })
    const second = await seedStandings(desk.documents, { now: desk.clock.now(), limit: 4, after: first.after })
    expect([first.seeded, second.seeded, second.after]).toEqual([4, 3, undefined])
    expect((await seedStandings(desk.documents, { now: desk.clock.now(), limit: 100 })).seeded).toBe(0)
  })

  test('are left alone while their partner has no policy, and found once it has one', async () => {
    const desk = await billingDesk({ policy: 'none' })
    const seed = () => seedStandings(desk.documents, { now: desk.clock.now(), limit: 100 })
    expect((await seed()).seeded).toBe(0)
    const { aPolicy } = await import('./decide/situations.ts')
    await desk.policy(aPolicy())
    expect((await seed()).seeded).toBe(1)
  })
})

describe('a process that has the store alone, when it starts', () => {
  const standsAt = (due: string) => async (desk: Awaited<ReturnType<typeof billingDesk>>) => {
    await desk.documents.change(async (unit) => {
      const { standing, revision } = await standingOf(unit, adega.id)
      putStanding(unit, { ...standing, due: instant(due) }, revision)
    })
    await freeStandings(desk.documents, desk.clock.now())
    return (await desk.standing()).due
  }
  test.each([
    ['takes over what a dead one was at', '2026-11-30T10:00:59Z', '2026-11-30T10:00:00.000Z'],
    ['leaves what is due tomorrow', '2026-12-01T09:00:00Z', '2026-12-01T09:00:00.000Z'],
    ['takes back what a clock that was moved put off for months', '2027-03-01T09:00:00Z', '2026-11-30T10:00:00.000Z'],
  ])('%s', async (_, due, then) => {
    expect(await standsAt(due)(await billingDesk())).toBe(then)
  })
})

test('the same day carried out by two at once is carried out once', async () => {
  const desk = await billingDesk()
  const now = desk.clock.now()
  const both = [1, 2].map(() => desk.documents.change((unit) => remindCustomer(unit, adega.id, { now })))
  const done = await Promise.all(both)
  expect(done.filter((each) => each?.contact)).toHaveLength(1)
  expect(await desk.contacts()).toHaveLength(1)
})

test('a day that is asked for is decided whatever the hour, and the next look stays', async () => {
  const desk = await billingDesk({ now: '2026-11-20T22:00:00Z' })
  await desk.run()
  const { due } = await desk.standing()
  const now = desk.clock.now()
  const done = await desk.documents.change((unit) =>
    remindCustomer(unit, adega.id, { now, day: '2026-11-30' as never }),
  )
  expect(done?.contact?.to.map(({ person }) => person?.name)).toEqual([clara.name])
  expect((await desk.standing()).due).toBe(due)
  await desk.courier().carry()
  expect(await desk.told()).toEqual(['2026-11-30 due: Clara held not-yet'])
  const { items } = await desk.documents.find(standings, { index: 'due' })
  expect(items).toHaveLength(1)
})
