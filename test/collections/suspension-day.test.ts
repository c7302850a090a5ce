import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { actOnSuspension, type SuspensionAct } from '../../src/collections/act-on-suspension.ts'
import { changeSuspension } from '../../src/collections/change-suspension.ts'
import { policies, policyKey, policySchema } from '../../src/collections/policy.ts'
import { proposeSuspension } from '../../src/collections/propose-suspension.ts'
import { manual } from '../../src/collections/provisioning.ts'
import { type Hold, putStanding, type Standing, standingOf } from '../../src/collections/standing.ts'
import { strikeSuspension } from '../../src/collections/strike-suspension.ts'
import { deliveries } from '../../src/delivery/line.ts'
import { disputeSchema, disputes } from '../../src/ledger/dispute.ts'
import { paymentSchema, payments } from '../../src/ledger/payment.ts'
import { day } from '../../src/values/day.ts'
import type { DisputeId } from '../../src/values/ids.ts'
import { aPayment, euros } from '../ledger/examples.ts'
import { adega, aPolicy, at, aWorld, everybody, id, type Known, now, type World } from './suspension-world.ts'

const onTheDay = at('2026-11-30T10:00:00Z')
let clicks = 0

const strike = (world: World, when = onTheDay, provider?: string) =>
  world.documents.change((unit) => strikeSuspension(unit, 'S-1001', when, manual(provider)))

async function act(world: World, who: Known, what: SuspensionAct, when = now) {
  const by = await world.as(who)
  const order = { suspension: 'S-1001', act: what, by, now: when, event: `e ${++clicks}`, provisioning: manual() }
  return world.documents.change((unit) => actOnSuspension(unit, order))
}

async function announced(bills: string[] = ['u-1', 'u-2', 'u-3'], policy = aPolicy()): Promise<World> {
  const world = await aWorld(policy)
  const invoices = bills.map(id)
  await world.documents.change((unit) => proposeSuspension(unit, { customer: adega.id, invoices, by: 'saldo', now }))
  await act(world, 'amelia', { kind: 'approve' })
  await act(world, 'bruno', { kind: 'told' })
  await world.known('2026-11-30')
  return world
}

const standing = (world: World, change: (standing: Standing) => Standing) =>
  world.documents.change(async (unit) => {
    const known = await standingOf(unit, adega.id)
    putStanding(unit, change(known.standing), known.revision)
  })
const promise =
  (invoices: string[], state: 'open' | 'broken' = 'open') =>
  (known: Standing) => ({
    ...known,
    promises: [
      {
        id: 'P-1',
        invoices: invoices.map(id),
        amount: euros('100.00'),
        by: day('2026-12-04'),
        madeOn: day('2026-11-27'),
        person: everybody.clara,
        settledBefore: euros('0.00'),
        state,
      },
    ],
  })
const hold =
  (kind: Hold['kind'], over: Partial<Hold> = {}) =>
  (known: Standing) => ({
    ...known,
    holds: [{ id: 'H-1', kind, reason: 'because', from: day('2026-11-27'), by: 'saldo' as const, ...over }],
  })
const dispute = (world: World, invoice: string, lines: number[], amount: string) =>
  world.documents.change(async (unit) => {
    const one = {
      ...{ id: `d-${invoice}` as DisputeId, customer: adega.id, invoice: id(invoice), lines, amount: euros(amount) },
      ...{ reason: 'wrong', openedAt: now },
    }
    unit.put(disputes, one.id, z.encode(disputeSchema, one), 0)
  })
const credit = (world: World, amount: string) =>
  world.documents.change(async (unit) => {
    unit.put(payments, 'loose', z.encode(paymentSchema, aPayment('loose', amount)), 0)
  })
const all = ['u-1', 'u-2', 'u-3']

describe('the last check, on the day itself', () => {
  test('goes on where nothing has changed', async () => {
    const world = await announced()
    await strike(world)
    expect(await world.get('S-1001')).toMatchObject({ state: 'executing' })
  })

  test.each<[string, string, (world: World) => Promise<unknown>]>([
    ['a promise for all of it', 'promised', (world) => standing(world, promise(all))],
    ['the customer says that it has paid', 'says-paid', (world) => standing(world, hold('paid'))],
    ['the partner holds the customer', 'held', (world) => standing(world, hold('held'))],
    ['the partner exempts the customer', 'exempt', (world) => standing(world, hold('exempt'))],
    ['payment data one day too old', 'stale-payments', async () => undefined],
    ['unmatched money that covers it', 'unmatched-credit', (world) => credit(world, '360.00')],
    [
      'all of it is contested',
      'disputed',
      async (world) => {
        for (const [bill, amount] of [
          ['u-1', '250.00'],
          ['u-2', '30.00'],
          ['u-3', '80.00'],
        ] as const)
          await dispute(world, bill, [], amount)
      },
    ],
  ])('holds it: %s', async (_, reason, happens) => {
    const world = await announced()
    await happens(world)
    const when = reason === 'stale-payments' ? at('2026-12-04T10:00:00Z') : onTheDay
    await strike(world, when)
    expect(await world.get('S-1001')).toMatchObject({ state: 'held', hold: reason, tasks: [] })
    expect(await strike(world, when)).toBeUndefined()
  })

  test.each<[string, (world: World) => Promise<unknown>]>([
    ['a broken promise', (world) => standing(world, promise(all, 'broken'))],
    ['a hold that was released', (world) => standing(world, hold('held', { releasedAt: now }))],
    ['a hold that has ended', (world) => standing(world, hold('held', { until: day('2026-11-29') }))],
    ['"remind me later"', (world) => standing(world, hold('later'))],
    ['payment data just new enough', (world) => world.known('2026-11-27')],
    ['unmatched money that is a cent short', (world) => credit(world, '359.99')],
  ])('is not held by %s', async (_, happens) => {
    const world = await announced()
    await happens(world)
    await strike(world)
    expect(await world.get('S-1001')).toMatchObject({ state: 'executing' })
  })

  test('an exemption of the policy holds it while it lasts', async () => {
    const exemption = (until: string) => {
      const exemptions = [{ customer: adega.tenant, reason: 'VIP', until: day(until) }]
      return { ...aPolicy(), exemptions }
    }
    for (const [until, state] of [
      ['2026-11-29', 'executing'],
      ['2026-11-30', 'held'],
    ] as const) {
      const world = await announced(all)
      const policy = exemption(until)
      await world.documents.change(async (unit) => {
        const known = await unit.get(policies, policyKey(policy))
        unit.put(policies, policyKey(policy), z.encode(policySchema, policy), known!.revision)
      })
      await strike(world)
      expect((await world.get('S-1001')).state, until).toBe(state)
    }
  })

  test('spares what nothing is due for any more, and goes on with the rest', async () => {
    const world = await announced()
    await standing(world, promise(['u-2']))
    await dispute(world, 'u-1', [2], '50.00')
    await world.pay('u-3')
    await strike(world)
    const { subscriptions, tasks } = await world.get('S-1001')
    expect(subscriptions.map((one) => [one.id, one.spared ?? false])).toEqual([
      ['annual', false],
      ['azure', true],
      ['legacy', true],
      ['monthly', true],
    ])
    expect(tasks.map((one) => one.id)).toEqual(['suspend-1'])
  })

  test('puts auto-renew back at once for what is spared, where it was switched off before', async () => {
    const world = await announced(['u-1', 'u-2'])
    await act(world, 'bruno', { kind: 'auto-renew', outcome: 'done' })
    await dispute(world, 'u-1', [1], '200.00')
    await standing(world, promise(['u-2']))
    await strike(world)
    // Legacy was off before and stays so.
    expect((await world.get('S-1001')).tasks.map((one) => one.id)).toEqual(['auto-renew-1', 'suspend-3'])
  })

  test('what was held is announced anew with a new day, once nothing speaks against it', async () => {
    const world = await announced()
    await standing(world, promise(all))
    await strike(world)
    await standing(world, promise(all, 'broken'))
    await strike(world, at('2026-12-07T10:00:00Z'))
    expect(await world.get('S-1001')).toMatchObject({ state: 'held', hold: 'promised' })
    await world.known('2026-12-07')
    await strike(world, at('2026-12-07T10:00:00Z'))
    const resumed = await world.get('S-1001')
    expect([resumed.state, resumed.day, resumed.notice]).toEqual(['approved', undefined, undefined])
    expect(resumed.approvals).toHaveLength(1)
  })

  test('nobody is cut off who was not told: a message has to have arrived', async () => {
    const post = 'S-1001|notice|x'
    for (const [arrived, state] of [
      ['sent', 'executing'],
      ['failed', 'held'],
      ['unknown', 'held'],
      [undefined, 'held'],
    ] as const) {
      const world = await aWorld()
      const invoices = [id('u-1')]
      await world.documents.change((unit) =>
        proposeSuspension(unit, { customer: adega.id, invoices, by: 'saldo', now }),
      )
      await act(world, 'amelia', { kind: 'approve' })
      const change = { kind: 'announce', day: day('2026-11-30'), posts: [post], events: [] } as const
      await world.documents.change(async (unit) => {
        const { timeZone } = adega
        await changeSuspension(unit, { suspension: 'S-1001', change, by: 'saldo', now, timeZone, event: 'told' })
        const delivery = { id: post, how: 'send', queuedAt: now, attempts: 1, line: 'l', settledAt: now } as const
        if (arrived) unit.put(deliveries, post, { ...delivery, state: arrived }, 0)
      })
      await world.known('2026-11-30')
      await strike(world)
      expect((await world.get('S-1001')).state, arrived).toBe(state)
    }
  })
})

const done = async (world: World, who: Known, task: string, when = onTheDay) =>
  act(world, who, { kind: 'done', task }, when)

describe('carrying out', () => {
  test('an Azure plan waits for its Azure subscriptions; a plain click takes back what was ticked off', async () => {
    const world = await announced(['u-3'])
    await strike(world)
    expect((await world.get('S-1001')).tasks.map((one) => one.id)).toEqual(['azure-inactive-1', 'suspend-1'])
    expect(await done(world, 'amelia', 'suspend-1')).toMatchObject({ why: 'not-now' })
    await done(world, 'amelia', 'azure-inactive-1')
    await done(world, 'amelia', 'suspend-1')
    expect(await world.get('S-1001')).toMatchObject({ state: 'suspended', suspendedOn: '2026-11-30' })
    await act(world, 'amelia', { kind: 'undone', task: 'suspend-1' }, onTheDay)
    const again = await world.get('S-1001')
    expect([again.state, again.suspendedOn]).toEqual(['executing', undefined])
  })

  test('of an indirect reseller is a checklist for its provider', async () => {
    const world = await announced(['u-1'])
    await strike(world, onTheDay, 'Distri SA')
    expect((await world.get('S-1001')).tasks).toMatchObject([{ provider: 'Distri SA' }, { provider: 'Distri SA' }])
  })

  test('legacy and new commerce are put back differently', async () => {
    const world = await announced()
    await strike(world)
    for (const { id: task } of (await world.get('S-1001')).tasks) await done(world, 'amelia', task)
    for (const bill of all) await world.pay(bill)
    await strike(world, at('2026-12-02T10:00:00Z'))
    const open = (await world.get('S-1001')).tasks.filter((one) => !one.done).map((one) => one.id)
    expect(open).toEqual([
      ...['reactivate-1', 'auto-renew-1', 'scheduled-1', 'verify-1'],
      ...['reactivate-2', 'azure-active-2', 'verify-2'],
      ...['reactivate-3', 'verify-3'],
      ...['reactivate-4', 'auto-renew-4', 'scheduled-4', 'verify-4'],
    ])
  })
})

const undone = at('2026-12-02T10:00:00Z')

async function restoring(): Promise<World> {
  const world = await announced(['u-1'])
  // What Partner Center shows and no file says.
  await act(world, 'bruno', { kind: 'record', place: 1, seen: { autoRenew: true, scheduled: '8 seats from February' } })
  await act(world, 'bruno', { kind: 'record', place: 2, seen: { autoRenew: false, scheduled: '' } })
  await strike(world)
  await done(world, 'amelia', 'suspend-1')
  await done(world, 'amelia', 'suspend-2')
  await world.pay('u-1')
  await strike(world, undone)
  return world
}

describe('what comes up after the day, while the steps wait for somebody', () => {
  test('holds it, or spares what it concerns, as long as nothing is done yet', async () => {
    const world = await announced()
    await strike(world)
    await standing(world, promise(['u-2', 'u-3']))
    await strike(world)
    expect((await world.get('S-1001')).tasks.map((one) => one.id)).toEqual(['suspend-1', 'suspend-4'])
    expect(await strike(world)).toBeUndefined()
    await standing(world, promise(all))
    await strike(world)
    expect(await world.get('S-1001')).toMatchObject({ state: 'held', hold: 'promised' })
  })

  test('is for a person once something was done; data that grows old meanwhile holds nothing', async () => {
    const world = await announced()
    await strike(world)
    expect(await strike(world, at('2026-12-20T10:00:00Z'))).toBeUndefined()
    await done(world, 'amelia', 'suspend-1')
    await standing(world, promise(all))
    expect(await strike(world)).toBeUndefined()
  })
})

describe('restoring', () => {
  test('knows of those of which nobody noted anything how the ledger had them', async () => {
    const world = await announced(['u-1'])
    await act(world, 'bruno', { kind: 'record', place: 2, seen: { autoRenew: true, scheduled: '' } })
    await strike(world)
    const { before = [] } = await world.get('S-1001')
    expect(before.map((one) => [one.subscription, one.quantity, one.autoRenew, one.scheduled])).toEqual([
      ['monthly', 5, true, ''],
      ['annual', 10, true, undefined],
    ])
  })

  test('puts back what was there, and nothing that was not', async () => {
    const world = await restoring()
    const open = (await world.get('S-1001')).tasks.filter((one) => !one.done).map((one) => one.id)
    expect(open).toEqual(['reactivate-1', 'auto-renew-1', 'scheduled-1', 'verify-1', 'reactivate-2', 'verify-2'])
  })

  test('ends when all is as before: the state after is the state before', async () => {
    const world = await restoring()
    for (const task of ['reactivate-1', 'auto-renew-1', 'scheduled-1', 'verify-1', 'reactivate-2'])
      await done(world, 'bruno', task, undone)
    await act(world, 'bruno', { kind: 'verify', place: 2, seen: {} }, undone)
    const { state, before, after, differences, restoredOn } = await world.get('S-1001')
    expect([state, restoredOn, differences]).toEqual(['restored', '2026-12-02', []])
    expect([...after].sort(bySubscription)).toEqual([...before!].sort(bySubscription))
  })
  const bySubscription = (a: { subscription: string }, b: { subscription: string }) =>
    a.subscription < b.subscription ? -1 : 1

  test('is checked only once it was put back', async () => {
    const world = await restoring()
    expect(await act(world, 'bruno', { kind: 'verify', place: 1, seen: {} }, undone)).toMatchObject({ why: 'not-now' })
  })

  test('what differs is listed, and goes on until it is put right or somebody leaves it so', async () => {
    const world = await restoring()
    for (const task of ['reactivate-1', 'auto-renew-1', 'scheduled-1', 'reactivate-2', 'verify-2'])
      await done(world, 'bruno', task, undone)
    const seen = { autoRenew: false, quantity: 9, scheduled: '' }
    await act(world, 'bruno', { kind: 'verify', place: 1, seen }, undone)
    expect(await world.get('S-1001')).toMatchObject({
      state: 'restoring',
      differences: [
        { field: 'quantity', before: '10', after: '9' },
        { field: 'autoRenew', before: 'true', after: 'false' },
        { field: 'scheduled', before: '8 seats from February', after: '' },
      ],
    })
    const right = await world.copy()
    await act(right, 'bruno', { kind: 'verify', place: 1, seen: {} }, undone)
    expect(await right.get('S-1001')).toMatchObject({ state: 'restored', differences: [] })
    await act(world, 'bruno', { kind: 'accept', reason: 'the customer wants nine' }, undone)
    const left = await world.get('S-1001')
    expect([left.state, left.differences.length]).toEqual(['restored', 3])
  })

  test('a person may bring access back before anything is paid', async () => {
    const world = await announced(['u-1'])
    await strike(world)
    await done(world, 'amelia', 'suspend-1')
    await act(world, 'bruno', { kind: 'cancel', reason: 'they pay tomorrow' }, undone)
    const { state, tasks } = await world.get('S-1001')
    expect(state).toBe('restoring')
    // The second one may have been begun by somebody: it is looked at.
    expect(tasks.filter((one) => !one.done).map((one) => one.id)).toEqual([
      ...['reactivate-1', 'auto-renew-1', 'scheduled-1', 'verify-1'],
      'verify-2',
    ])
  })
})
