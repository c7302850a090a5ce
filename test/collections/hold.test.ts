import { describe, expect, test } from 'vitest'
import { exempt, holdsOn, isInForce, type PlaceHold, placeHold } from '../../src/collections/hold.ts'
import { releaseHold } from '../../src/collections/release-hold.ts'
import type { Hold } from '../../src/collections/standing.ts'
import { day, instant } from '../../src/values/day.ts'
import type { InvoiceId } from '../../src/values/ids.ts'
import { adega, now, promisingDesk, type Who, who } from './support/promising.ts'

let caused = 0
const order = (over: Partial<PlaceHold> = {}): PlaceHold => ({
  customer: adega.id,
  kind: 'held',
  reason: 'we look into the October bill',
  by: who['billing admin'],
  now,
  event: `click|${++caused}`,
  ...over,
})
const a = 'a' as InvoiceId
const b = 'b' as InvoiceId

describe('a hold', () => {
  const hold: Hold = {
    id: 'H-1',
    kind: 'held',
    reason: '',
    from: day('2026-11-22'),
    until: day('2026-11-25'),
    by: 'saldo',
  }
  test.each([
    ['the day before', hold, '2026-11-21', false],
    ['its first day', hold, '2026-11-22', true],
    ['its last day', hold, '2026-11-25', true],
    ['the day after', hold, '2026-11-26', false],
    ['any day, where it has no end', { ...hold, until: undefined }, '2036-11-26', true],
    ['no day, once it is released', { ...hold, releasedAt: now }, '2026-11-23', false],
  ])('is in force on %s', (_, one, on, inForce) => expect(isInForce(one, day(on))).toBe(inForce))

  test.each([
    ['one of all bills concerns every bill', undefined, a, true],
    ['one of a bill concerns that bill', a, a, true],
    ['and no other', a, b, false],
    ['nor all of them', a, undefined, false],
  ])('%s', (_, of, asked, concerns) => {
    const standing = { customer: adega.id, reached: [], contacted: [], promises: [], holds: [], noticed: [] }
    const found = holdsOn({ ...standing, holds: [{ ...hold, invoice: of }] }, day('2026-11-23'), asked)
    expect(found.length > 0).toBe(concerns)
  })

  test('is placed from today on, with its reason, its end and who did it', async () => {
    const desk = await promisingDesk()
    const until = day('2026-12-01')
    const placed = await desk.does((unit) => placeHold(unit, order({ invoice: a, until })))
    expect(placed).toMatchObject({ kind: 'placed' })
    const { holds, due } = await desk.standing()
    const { principal } = who['billing admin']
    expect(holds).toMatchObject([
      {
        kind: 'held',
        invoice: 'a',
        reason: 'we look into the October bill',
        from: '2026-11-22',
        until,
        by: principal.key,
      },
    ])
    expect(due).toBe(now)
  })

  test('by the partner’s own system carries the name of its key; an exemption is one too', async () => {
    const desk = await promisingDesk()
    const { kind: _, ...rest } = order({ by: { key: 'erp' } })
    await desk.does((unit) => exempt(unit, rest))
    expect((await desk.standing()).holds).toMatchObject([{ kind: 'exempt', by: { key: 'erp' } }])
  })

  test('placed twice is one: the same cause, or the same hold', async () => {
    const desk = await promisingDesk()
    const first = order({ until: day('2026-12-01') })
    await desk.does((unit) => placeHold(unit, first))
    const revision = await desk.revision()
    expect((await desk.does((unit) => placeHold(unit, first))).kind).toBe('already')
    expect((await desk.does((unit) => placeHold(unit, order({ until: day('2026-12-01') })))).kind).toBe('already')
    expect(await desk.revision()).toBe(revision)
    expect((await desk.does((unit) => placeHold(unit, order({ until: day('2026-12-02') })))).kind).toBe('placed')
    expect((await desk.does((unit) => placeHold(unit, order({ kind: 'exempt' })))).kind).toBe('placed')
  })

  test.each([
    ['yesterday', '2026-11-21', '2026-11-22T15:00:00Z', 'past-day'],
    ['today', '2026-11-22', '2026-11-22T15:00:00Z', 'placed'],
    ['today, a minute before it is over there', '2026-11-22', '2026-11-22T23:59:00Z', 'placed'],
    ['today, when it is over there', '2026-11-22', '2026-11-23T00:00:00Z', 'past-day'],
  ])('can end %s', async (_, until, at, kind) => {
    const desk = await promisingDesk()
    const placed = await desk.does((unit) => placeHold(unit, order({ until: day(until), now: instant(at) })))
    expect(placed.kind).toBe(kind)
  })

  test('of a bill that the customer does not have is none', async () => {
    const desk = await promisingDesk()
    const placed = await desk.does((unit) => placeHold(unit, order({ invoice: 'x' as InvoiceId })))
    expect(placed.kind).toBe('unknown-invoice')
  })

  test.each<[Who, boolean]>([
    ['billing admin', true],
    ['admin agent', true],
    ['helpdesk agent', false],
    ['sales agent', false],
    ['contact', false],
    ['employee', false],
    ["another company's contact", false],
    ['stranger', false],
  ])('is placed and released by %s: %s', async (name, allowed) => {
    const desk = await promisingDesk()
    const by = who[name]
    expect((await desk.does((unit) => placeHold(unit, order({ by })))).kind).toBe(allowed ? 'placed' : 'refused')
    await desk.does((unit) => placeHold(unit, order()))
    const { id } = (await desk.standing()).holds[0]!
    const released = await desk.does((unit) => releaseHold(unit, { customer: adega.id, hold: id, by, now }))
    expect(released.kind).toBe(allowed ? 'released' : 'refused')
  })

  test('is released once, whoever placed it, and stays on record', async () => {
    const desk = await promisingDesk()
    await desk.does((unit) => placeHold(unit, order({ by: { key: 'erp' } })))
    const { id } = (await desk.standing()).holds[0]!
    const release = { customer: adega.id, hold: id, by: who['admin agent'], now }
    expect((await desk.does((unit) => releaseHold(unit, release))).kind).toBe('released')
    expect((await desk.does((unit) => releaseHold(unit, release))).kind).toBe('already')
    expect((await desk.standing()).holds).toMatchObject([{ id, releasedAt: now }])
    expect((await desk.does((unit) => releaseHold(unit, { ...release, hold: 'H-0' }))).kind).toBe('unknown-hold')
    // Placed anew it is another one.
    expect((await desk.does((unit) => placeHold(unit, order()))).kind).toBe('placed')
  })
})
