import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeEach, describe, expect, test } from 'vitest'
import { keepUnclear } from '../../src/conversation/keep-unclear.ts'
import { sweepTurns } from '../../src/conversation/sweep-turns.ts'
import {
  drawers,
  keptDays,
  placesInDrawer,
  unclearId,
  unclearMessages,
} from '../../src/conversation/unclear-messages.ts'
import { offerings } from '../../src/support/offering.ts'
import { addDays, day, instant } from '../../src/values/day.ts'
import { deskForTests, now } from './support/open-desk.ts'

const desk = deskForTests()
const kept = async () =>
  (await desk.documents.find(unclearMessages, { index: 'expires' })).items.map(({ data }) => data)
const optIn = (keepUnclear: 'true' | 'false' | undefined) =>
  desk.documents.change(async (unit) => {
    const { items } = await unit.find(offerings, { index: 'partner' })
    for (const { id, data, revision } of items) unit.put(offerings, id, { ...data, keepUnclear }, revision)
  })
const empty = () =>
  desk.documents.change(async (unit) => {
    const { items } = await unit.find(unclearMessages, { index: 'expires' })
    for (const { id, revision } of items) unit.remove(unclearMessages, id, revision)
  })
/** Every byte in the data folder, the journal included. */
const bytesOnDisk = () =>
  readdirSync(desk.folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'latin1'))
    .join('\n')

beforeEach(async () => {
  await empty()
  await optIn('true')
})

describe('a message that was not understood', () => {
  test.each([undefined, 'false'] as const)('is not kept where the partner says %s', async (said) => {
    await optIn(said)
    await desk.say('clara', 'the wobblygong hums at night', { conversation: `out ${said}` })
    expect(await kept()).toEqual([])
    expect(bytesOnDisk()).not.toContain('wobblygong')
  })

  test('is kept where the partner opted in, with language, zone, best guesses and day', async () => {
    await desk.say('clara', 'the snorkfruit hums at night', { conversation: 'in' })
    const [one, ...others] = await kept()
    expect(others).toEqual([])
    expect(one).toMatchObject({ text: 'the snorkfruit hums at night', language: 'en', day: '2026-11-22', count: 1 })
    expect(one?.zone).toMatch(/ask|decline/)
    expect(one?.guesses).toHaveLength(3)
    expect(bytesOnDisk()).toContain('snorkfruit')
  })

  test('is kept without names, numbers, ids, amounts, addresses and telephones: none of them is anywhere on disk', async () => {
    const secrets = ['Zebedeu', 'zebedeu', '91827', '777123', '918 273 645', '501442600', '8273.61', 'quibble.example']
    await desk.say(
      'clara',
      'Zebedeu at 918 273 645 or zebedeu@quibble.example wibbles the frobnicator 777123-91827, 8273.61 EUR, NIF 501442600',
      { conversation: 'secrets' },
    )
    const [one] = await kept()
    expect(one?.text).toContain('wibbles the frobnicator')
    const disk = bytesOnDisk()
    expect(disk).toContain('frobnicator')
    expect(secrets.filter((secret) => disk.includes(secret))).toEqual([])
  })

  test("is kept without the customer's and the person's own names, in any case", async () => {
    await desk.say('clara', 'the wumpus of clara, Rui and vale claro snuffles the grommet', { conversation: 'names' })
    const [one] = await kept()
    expect(one?.text).toContain('snuffles the grommet')
    expect(one?.text).not.toMatch(/clar[ao]|vale|rui/i)
  })

  test('says nothing of who asked: its record has what is listed here and no more', async () => {
    await desk.say('clara', 'the snorkfruit hums at night', { conversation: 'who' })
    const [one] = await kept()
    expect(Object.keys(one ?? {}).sort()).toEqual(
      ['count', 'day', 'drawer', 'expires', 'guesses', 'language', 'place', 'text', 'zone'].sort(),
    )
  })

  test('is counted when it is said again, in whatever case, also of another number', async () => {
    await desk.say('clara', 'the snorkfruit hums 41 times', { conversation: 'one' })
    await desk.say('sofia', 'The snorkfruit hums 9 times', { conversation: 'two' })
    expect(await kept()).toMatchObject([{ count: 2 }])
  })

  test('of a stranger is never kept, nor one that was understood, nor a payment card', async () => {
    await desk.say('stranger', 'the snorkfruit hums at night')
    await desk.say('clara', 'how much do we owe?', { conversation: 'clear' })
    await desk.say('clara', 'the snorkfruit hums 4111 1111 1111 1111', { conversation: 'card' })
    expect(await kept()).toEqual([])
  })

  test('of many people at once is counted for each', async () => {
    const all = Array.from({ length: 20 }, (_, at) =>
      desk.say('clara', 'the snorkfruit hums at night', { conversation: `crowd ${at}` }),
    )
    await Promise.all(all)
    expect(await kept()).toMatchObject([{ count: 20 }])
  })

  test('goes after ninety days without being said again', async () => {
    await desk.say('clara', 'the snorkfruit hums at night', { conversation: 'old' })
    const goes = addDays(day('2026-11-22'), keptDays)
    await sweepTurns(desk.documents, instant(`${addDays(goes, -1)}T23:59:59Z`))
    expect(await kept()).toHaveLength(1)
    await sweepTurns(desk.documents, instant(`${goes}T00:00:01Z`))
    expect(await kept()).toEqual([])
    desk.clock.set(now)
  })
})

test('never more than five thousand are kept; those go first that were said longest ago', async () => {
  expect(drawers * placesInDrawer).toBe(5000)
  const said = (at: number) =>
    ({
      language: 'en',
      text: `message ${at}`,
      zone: 'ask',
      guesses: [],
      day: addDays(day('2026-01-01'), Math.floor(at / 100)),
    }) as const
  for (let at = 0; at < 7000; at += 100)
    await desk.documents.change(async (unit) => {
      for (let one = at; one < at + 100; one++) await keepUnclear(unit, said(one))
    })
  const all = await kept()
  expect(all.length).toBeLessThanOrEqual(5000)
  expect(all.length).toBeGreaterThan(4800)
  expect(new Set(all.map(unclearId)).size).toBe(all.length)
  expect(all.some(({ text }) => text === 'message 6999')).toBe(true)
  expect(all.some(({ text }) => text === 'message 0')).toBe(false)
  await empty()
})
