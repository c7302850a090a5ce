import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { freeLines } from '../../src/delivery/free-lines.ts'
import { instant } from '../../src/values/day.ts'
import { type Office, openOffice, talk, words } from './support/office.ts'

let office: Office
beforeEach(async () => {
  office = await openOffice()
})
afterEach(async () => {
  expect(office.faults).toEqual([])
  await office.close()
})

const other = { ...talk, conversation: 'a:2' }
const throttled = { kind: 'refused', reason: '429', retry: {} } as const

describe('a clock that is moved', () => {
  test.each([
    ['days ahead', '2026-12-22T10:00:00Z'],
    ['back', '2026-10-22T10:00:00Z'],
  ])('%s while something is being sent repeats nothing and stops nothing', async (_, to) => {
    await office.queue('one', talk, words('a'), words('b'))
    const courier = office.courier()
    office.outside.answers.push(async () => {
      office.clock.set(instant(to))
      await courier.begin()
      return { kind: 'sent', activity: 'x' }
    })
    expect(await courier.carry()).toBe(2)
    await office.queue('two', other, words('c'))
    expect(await courier.carry()).toBe(1)
    expect(office.outside.said()).toEqual(['send a', 'send b', 'send c'])
  })

  test('back, or standing still, does not keep a retry waiting', async () => {
    await office.queue('one', talk, words('a'))
    office.outside.answers.push(throttled)
    const courier = office.courier()
    await courier.carry()
    office.clock.set(instant('2026-01-01T00:00:00Z'))
    office.time.now += 2_000
    expect(await courier.carry()).toBe(1)
  })

  test('back before a restart leaves nothing waiting', async () => {
    office.clock.set(instant('2027-11-22T10:00:00Z'))
    await office.queue('one', talk, words('a'))
    office.clock.set(instant('2026-11-22T10:00:00Z'))
    await freeLines(office.documents, office.clock.now())
    expect(await office.courier().carry()).toBe(1)
  })
})
