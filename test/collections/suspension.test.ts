import { describe, expect, test } from 'vitest'
import { actOnSuspension, type SuspensionAct } from '../../src/collections/act-on-suspension.ts'
import { changeSuspension } from '../../src/collections/change-suspension.ts'
import { proposeSuspension } from '../../src/collections/propose-suspension.ts'
import { manual } from '../../src/collections/provisioning.ts'
import { standingOf } from '../../src/collections/standing.ts'
import { strikeSuspension } from '../../src/collections/strike-suspension.ts'
import { type SuspensionState, suspensionStates } from '../../src/collections/suspension.ts'
import { allowedIn } from '../../src/collections/suspension-change.ts'
import { type Instant, later } from '../../src/values/day.ts'
import type { InvoiceId } from '../../src/values/ids.ts'
import { money } from '../../src/values/money.ts'
import { adega, aPolicy, at, aWorld, id, type Known, now, type World } from './suspension-world.ts'

const timeZone = adega.timeZone

async function propose(
  world: World,
  by: Known | 'saldo' = 'saldo',
  invoices: InvoiceId[] = [id('u-1')],
  when: Instant = now,
) {
  const actor = by === 'saldo' ? by : await world.as(by)
  return world.documents.change((unit) =>
    proposeSuspension(unit, { customer: adega.id, invoices, by: actor, now: when }),
  )
}

let clicks = 0
async function act(
  world: World,
  who: Known,
  what: SuspensionAct,
  when: Instant = now,
  event = `click ${++clicks}`,
  suspension = 'S-1001',
) {
  const by = await world.as(who)
  const order = { suspension, act: what, by, now: when, event, provisioning: manual() }
  return world.documents.change((unit) => actOnSuspension(unit, order))
}

const strike = (world: World, when: Instant) =>
  world.documents.change((unit) => strikeSuspension(unit, 'S-1001', when, manual()))

/** As the desk does once it has told the customer, here by a person. */
const told = (world: World, when: Instant = now) => act(world, 'bruno', { kind: 'told' }, when)

const state = async (world: World) => (await world.get('S-1001')).state
const kindOf = (outcome: { kind: string; why?: string }) => outcome.why ?? outcome.kind
const reason = 'because'

const worlds = new Map<SuspensionState, Promise<World>>()
/** A suspension of the first bill, proposed by Saldo, in a state. */
async function aWorldIn(wanted: SuspensionState): Promise<World> {
  const known = worlds.get(wanted) ?? broughtTo(wanted)
  worlds.set(wanted, known)
  return (await known).copy()
}

async function broughtTo(wanted: SuspensionState): Promise<World> {
  const world = await aWorld()
  await propose(world)
  const carriedOut = at('2026-11-30T10:00:00Z')
  const steps: readonly [SuspensionState, () => Promise<unknown>][] = [
    ['approved', () => act(world, 'amelia', { kind: 'approve' })],
    ['announced', () => told(world)],
    ['executing', () => world.known('2026-11-30').then(() => strike(world, carriedOut))],
    ['suspended', () => doneAll(world, later(carriedOut, 3_600_000))],
    ['restoring', () => act(world, 'bruno', { kind: 'cancel', reason }, at('2026-12-02T10:00:00Z'))],
    ['restored', () => doneAll(world, at('2026-12-02T11:00:00Z'))],
  ]
  if (wanted === 'declined') await act(world, 'amelia', { kind: 'decline', reason })
  if (wanted === 'cancelled') await act(world, 'bruno', { kind: 'cancel', reason })
  const last = steps.findIndex(([one]) => one === (wanted === 'held' ? 'announced' : wanted))
  for (const [, step] of steps.slice(0, last + 1)) await step()
  // What is known of payments is too old on the day.
  if (wanted === 'held') await strike(world, carriedOut)
  expect(await state(world)).toBe(wanted)
  return world
}

async function doneAll(world: World, when: Instant, who: Known = 'amelia'): Promise<void> {
  for (const { id: task } of (await world.get('S-1001')).tasks.filter(({ done }) => !done))
    await act(world, who, { kind: 'done', task }, when)
}

describe('a proposal', () => {
  test.each([
    ['saldo', 'proposed'],
    ['bruno', 'proposed'],
    ['amelia', 'proposed'],
    ['helena', 'refused'],
    ['sara', 'refused'],
    ['ulisses', 'refused'],
    ['clara', 'refused'],
    ['rui', 'refused'],
  ] as const)('of %s is %s', async (who, kind) => {
    expect((await propose(await aWorld(), who)).kind).toBe(kind)
  })

  test('is made once, has a number of its own, and is not widened by the next', async () => {
    const world = await aWorld()
    expect(await propose(world)).toMatchObject({ kind: 'proposed', suspension: { id: 'S-1001', state: 'proposed' } })
    const again = await propose(world, 'bruno', [id('u-1'), id('u-2')])
    expect(again).toMatchObject({ kind: 'same', suspension: { id: 'S-1001' } })
    expect((await world.get('S-1001')).subscriptions.map((one) => one.id)).toEqual(['annual', 'monthly'])
  })

  test('that was declined is not made by Saldo again for the same bills; by staff it is', async () => {
    const world = await aWorldIn('declined')
    expect((await propose(world)).kind).toBe('declined')
    expect(await propose(world, 'bruno')).toMatchObject({ kind: 'proposed', suspension: { id: 'S-1002' } })
    await act(world, 'amelia', { kind: 'cancel', reason }, now, 'end', 'S-1002')
    expect(await propose(world, 'saldo', [id('u-1'), id('u-2')])).toMatchObject({ kind: 'proposed' })
  })

  test('needs a policy that has suspensions, something due, and a subscription that runs', async () => {
    const stages = aPolicy().stages.map((stage) => ({ ...stage, action: 'person' as const }))
    const without = { ...aPolicy(), stages, suspension: undefined }
    expect((await propose(await aWorld(without))).kind).toBe('no-policy')
    const world = await aWorld()
    expect(await propose(world, 'saldo', [id('p-1')])).toMatchObject({ kind: 'nothing', why: 'nothing-due' })
    expect(await propose(world, 'saldo', [id('x-1')])).toMatchObject({ kind: 'nothing', why: 'no-subscription' })
  })
})

const acts: Record<string, (world: World) => Promise<SuspensionAct>> = {
  'auto-renew': async () => ({ kind: 'auto-renew', outcome: 'done' }),
  approve: async () => ({ kind: 'approve' }),
  decline: async () => ({ kind: 'decline', reason }),
  cancel: async () => ({ kind: 'cancel', reason }),
  told: async () => ({ kind: 'told' }),
  done: async (world) => ({ kind: 'done', task: (await world.get('S-1001')).tasks.find((one) => !one.done)?.id ?? '' }),
  undone: async (world) => ({
    kind: 'undone',
    task: (await world.get('S-1001')).tasks.find((one) => one.done)?.id ?? '',
  }),
  record: async () => ({ kind: 'record', place: 1, seen: { autoRenew: false } }),
  verify: async () => ({ kind: 'verify', place: 1, seen: {} }),
  accept: async () => ({ kind: 'accept', reason }),
}

/** Who may do it where it is the time for it. */
const whoMay: Record<string, readonly Known[]> = {
  'auto-renew': ['bruno', 'amelia'],
  approve: ['amelia'],
  decline: ['amelia'],
  cancel: ['bruno', 'amelia'],
  told: ['bruno', 'amelia'],
  done: ['bruno', 'amelia'],
  undone: ['bruno', 'amelia'],
  record: ['bruno', 'amelia'],
  verify: ['bruno', 'amelia'],
  accept: ['bruno', 'amelia'],
}

/** What stands against it though the state allows it. */
const needsMore: Record<string, readonly SuspensionState[]> = {
  // Told by a person already; nothing is done, or nothing is left to do; nothing was looked at.
  told: ['announced'],
  undone: ['executing', 'restoring'],
  verify: ['restoring'],
  accept: ['restoring'],
}

describe('a change', () => {
  const states = suspensionStates
  test.each(Object.keys(acts))('"%s" is allowed in its states and to its roles, and to nobody else', async (kind) => {
    for (const inState of states) {
      const world = await aWorldIn(inState)
      for (const who of ['helena', 'sara', 'ulisses', 'clara', 'rui', 'bruno', 'amelia'] as const) {
        const before = await world.get('S-1001')
        const outcome = kindOf(await act(world, who, await acts[kind]!(world)))
        const allowed = allowedIn[kind as 'done'].includes(inState)
        const customer = who === 'clara' || who === 'rui'
        const suspends = (kind === 'done' || kind === 'undone') && ['executing', 'suspended'].includes(inState)
        const may = suspends ? who === 'amelia' : whoMay[kind]!.includes(who)
        const what = `${kind} in ${inState} by ${who}`
        if (customer) expect(outcome, what).toBe('unknown')
        else if (outcome !== 'changed') {
          const isRole = outcome === 'no-role' || outcome === 'same-person'
          expect(isRole || outcome === 'not-now', what).toBe(true)
          expect(await world.get('S-1001'), what).toEqual(before)
          if (may) expect(!allowed || needsMore[kind]?.includes(inState), what).toBe(true)
        } else {
          expect(allowed && may, what).toBe(true)
          break
        }
      }
    }
  })
  test('of the clock is nobody else’s, and deciding is never the clock’s', async () => {
    const world = await aWorldIn('approved')
    const by = await world.as('amelia')
    for (const change of [
      { kind: 'announce', day: '2026-12-01', posts: [], events: [] },
      { kind: 'hold', reason: 'held' },
      { kind: 'resume' },
      { kind: 'execute', subscriptions: [], before: [], tasks: [] },
    ] as never[]) {
      const order = { suspension: 'S-1001', change, by, now, timeZone, event: `e ${++clicks}` }
      expect(await world.documents.change((unit) => changeSuspension(unit, order))).toMatchObject({ why: 'no-role' })
    }
    const proposed = await aWorldIn('proposed')
    for (const change of [{ kind: 'approve' }, { kind: 'decline', reason }] as never[]) {
      const order = { suspension: 'S-1001', change, by: 'saldo' as const, now, timeZone, event: `e ${++clicks}` }
      expect(await proposed.documents.change((unit) => changeSuspension(unit, order))).toMatchObject({ why: 'no-role' })
    }
  })

  test('with the same cause is made once', async () => {
    const world = await aWorldIn('proposed')
    expect((await act(world, 'amelia', { kind: 'approve' }, now, 'one click')).kind).toBe('changed')
    expect((await act(world, 'amelia', { kind: 'approve' }, now, 'one click')).kind).toBe('unchanged')
    expect((await world.get('S-1001')).approvals).toHaveLength(1)
  })
})

describe('approval', () => {
  test('is never the proposer’s, nor is declining; withdrawing is', async () => {
    const world = await aWorld()
    await propose(world, 'amelia')
    expect(await act(world, 'amelia', { kind: 'approve' })).toMatchObject({ why: 'own-proposal' })
    expect(await act(world, 'amelia', { kind: 'decline', reason })).toMatchObject({ why: 'own-proposal' })
    expect(await state(world)).toBe('proposed')
    await act(world, 'andre', { kind: 'approve' })
    expect(await state(world)).toBe('approved')
    expect(kindOf(await act(world, 'amelia', { kind: 'cancel', reason }))).toBe('changed')
  })

  test('takes two different people where the policy says so', async () => {
    const world = await aWorld(aPolicy({ approvals: 2 }))
    await propose(world, 'amelia')
    await act(world, 'andre', { kind: 'approve' })
    expect(await state(world)).toBe('proposed')
    expect(await act(world, 'andre', { kind: 'approve' })).toMatchObject({ why: 'same-person' })
    expect(await act(world, 'amelia', { kind: 'approve' })).toMatchObject({ why: 'own-proposal' })
    await act(world, 'alba', { kind: 'approve' })
    expect(await state(world)).toBe('approved')
  })

  test('waits for auto-renew where the policy puts that first, whether it was switched off or not', async () => {
    for (const outcome of ['done', 'declined'] as const) {
      const world = await aWorld(aPolicy({ autoRenewFirst: 'true' }))
      await propose(world)
      expect(await act(world, 'amelia', { kind: 'approve' })).toMatchObject({ why: 'not-now' })
      await act(world, 'bruno', { kind: 'auto-renew', outcome })
      expect(kindOf(await act(world, 'amelia', { kind: 'approve' }))).toBe('changed')
    }
  })

  test('of two at the same moment counts both', async () => {
    const world = await aWorld(aPolicy({ approvals: 2 }))
    await propose(world)
    await Promise.all((['amelia', 'andre'] as const).map((who) => act(world, who, { kind: 'approve' })))
    expect(await state(world)).toBe('approved')
  })
})

describe('the day', () => {
  test.each([
    // Five days from Monday are a Saturday; the first of December is a holiday.
    ['2026-11-23T10:00:00Z', '2026-11-30'],
    ['2026-11-24T10:00:00Z', '2026-11-30'],
    ['2026-11-25T10:00:00Z', '2026-11-30'],
    ['2026-11-26T10:00:00Z', '2026-12-02'],
    ['2026-11-27T10:00:00Z', '2026-12-02'],
  ])('of a notice at %s is %s: never less than the notice, and a day on which somebody is there', async (when, day) => {
    const world = await aWorldIn('approved')
    await told(world, at(when))
    expect((await world.get('S-1001')).day).toBe(day)
  })

  test('comes in the customer’s time zone, not before', async () => {
    const world = await aWorldIn('announced')
    await world.known('2026-11-30')
    await strike(world, at('2026-11-29T23:59:00Z'))
    expect(await state(world)).toBe('announced')
    await strike(world, at('2026-11-30T00:00:00Z'))
    expect(await state(world)).toBe('executing')
  })

  test('mutes the reminders from the notice on until it is over', async () => {
    const world = await aWorldIn('approved')
    const muted = async () => (await standingOf(world.documents, adega.id)).standing.suspension
    expect(await muted()).toBeUndefined()
    await told(world)
    expect(await muted()).toBe('S-1001')
    await act(world, 'bruno', { kind: 'cancel', reason })
    expect(await muted()).toBeUndefined()
  })

  test.each([
    ['executing', true],
    ['suspended', true],
    ['restoring', false],
    ['restored', false],
  ] as const)('in the state %s the reminders of other bills rest: %s', async (inState, rest) => {
    const world = await aWorldIn(inState)
    const { standing } = await standingOf(world.documents, adega.id)
    expect(standing.suspension).toBe(rest ? 'S-1001' : undefined)
  })
})

describe('payment', () => {
  const alive = ['proposed', 'approved', 'announced', 'held', 'executing', 'suspended'] as const
  test.each(alive)('of all bills in the state %s ends it or undoes it, without any approval', async (inState) => {
    const world = await aWorldIn(inState)
    await world.pay('u-1')
    const when = at('2026-12-01T10:00:00Z')
    await strike(world, when)
    const after = await world.get('S-1001')
    expect(after.reason).toBe('paid')
    // Somebody may have begun what is being carried out: then it is checked.
    const undoes = inState === 'executing' || inState === 'suspended'
    expect(after.state).toBe(undoes ? 'restoring' : 'cancelled')
    await doneAll(world, later(when, 60_000), 'bruno')
    expect(await state(world)).toBe(undoes ? 'restored' : 'cancelled')
    expect(await strike(world, later(when, 120_000))).toBeUndefined()
  })

  test('of a part changes nothing', async () => {
    const world = await aWorldIn('announced')
    await world.pay('u-1', money(24999n, adega.currency))
    expect(await strike(world, at('2026-11-27T10:00:00Z'))).toBeUndefined()
  })

  test('after auto-renew was switched off puts that back first', async () => {
    const world = await aWorldIn('proposed')
    await act(world, 'bruno', { kind: 'auto-renew', outcome: 'done' })
    await world.pay('u-1')
    await strike(world, now)
    const { tasks } = await world.get('S-1001')
    expect(await state(world)).toBe('restoring')
    expect(tasks.map((one) => one.id)).toEqual(['auto-renew-1', 'verify-1', 'auto-renew-2', 'verify-2'])
    await doneAll(world, now, 'bruno')
    expect(await state(world)).toBe('restored')
  })
})
