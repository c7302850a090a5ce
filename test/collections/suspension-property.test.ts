import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import type { SuspensionAct } from '../../src/collections/act-on-suspension.ts'
import { differencesOf } from '../../src/collections/snapshot.ts'
import {
  isLive,
  type Suspension,
  type SuspensionState,
  suspensionStates,
  suspensionsOf,
} from '../../src/collections/suspension.ts'
import { moveSuspension, proposeAndTell } from '../../src/conversation/collections/move-suspension.ts'
import { strikeSuspensions } from '../../src/conversation/collections/strike-suspensions.ts'
import { addDays, type Instant, later } from '../../src/values/day.ts'
import { adega, aPolicy, aWorld, everybody, id, type Known, now, type World } from './suspension-world.ts'

const runs = process.env.SALDO_LONG ? 1000 : 40
const people = Object.keys(everybody) as Known[]

type Happening =
  | { readonly kind: 'act'; readonly who: Known; readonly act: SuspensionAct; readonly twice: boolean }
  | { readonly kind: 'any-task'; readonly who: Known; readonly pick: number; readonly undo: boolean }
  | { readonly kind: 'propose'; readonly who: Known | 'saldo' }
  | { readonly kind: 'pay'; readonly bill: string }
  | { readonly kind: 'days'; readonly days: number; readonly known: boolean }

const who = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom<Known>('bruno', 'amelia', 'andre') },
  fc.constantFrom(...people),
)
const reason = fc.constant('because')
const act: fc.Arbitrary<SuspensionAct> = fc.oneof(
  { weight: 6, arbitrary: fc.constant<SuspensionAct>({ kind: 'approve' }) },
  { weight: 4, arbitrary: fc.constant<SuspensionAct>({ kind: 'told' }) },
  fc.record({ kind: fc.constant('decline' as const), reason }),
  fc.record({ kind: fc.constant('cancel' as const), reason }),
  fc.record({ kind: fc.constant('accept' as const), reason }),
  fc.record({
    kind: fc.constant('auto-renew' as const),
    outcome: fc.constantFrom('done' as const, 'declined' as const),
  }),
  fc.record({
    kind: fc.constantFrom('record' as const, 'verify' as const),
    place: fc.integer({ min: 1, max: 3 }),
    seen: fc.record({ autoRenew: fc.boolean(), quantity: fc.integer({ min: 1, max: 12 }) }, { requiredKeys: [] }),
  }),
)
const happening: fc.Arbitrary<Happening> = fc.oneof(
  { weight: 6, arbitrary: fc.record({ kind: fc.constant('act' as const), who, act, twice: fc.boolean() }) },
  {
    weight: 6,
    arbitrary: fc.record({
      kind: fc.constant('any-task' as const),
      who,
      pick: fc.nat(20),
      undo: fc.integer({ min: 0, max: 5 }).map((n) => n === 0),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ kind: fc.constant('propose' as const), who: fc.oneof(who, fc.constant('saldo' as const)) }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ kind: fc.constant('pay' as const), bill: fc.constantFrom('u-1', 'u-2', 'u-3') }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constant('days' as const),
      days: fc.integer({ min: 0, max: 6 }),
      known: fc.integer({ min: 0, max: 5 }).map((n) => n > 0),
    }),
  },
)

/** As it usually goes: a life begins with some of it. */
const ticked = (many: number): Happening[] =>
  Array.from({ length: many }, () => ({ kind: 'any-task', who: 'amelia', pick: 0, undo: false }))
const usual: readonly Happening[] = [
  { kind: 'propose', who: 'saldo' },
  { kind: 'act', who: 'bruno', act: { kind: 'auto-renew', outcome: 'declined' }, twice: false },
  { kind: 'act', who: 'amelia', act: { kind: 'approve' }, twice: true },
  { kind: 'act', who: 'andre', act: { kind: 'approve' }, twice: true },
  { kind: 'act', who: 'bruno', act: { kind: 'told' }, twice: true },
  { kind: 'days', days: 8, known: true },
  ...ticked(5),
  { kind: 'pay', bill: 'u-1' },
  { kind: 'pay', bill: 'u-2' },
  { kind: 'pay', bill: 'u-3' },
  ...ticked(14),
]
const begun = fc.oneof(fc.integer({ min: 1, max: 6 }), fc.integer({ min: 1, max: usual.length }))

/** From each state only these follow. */
const follows: Readonly<Record<SuspensionState, readonly SuspensionState[]>> = {
  proposed: ['approved', 'declined', 'cancelled', 'restoring'],
  approved: ['announced', 'cancelled', 'restoring'],
  announced: ['held', 'executing', 'cancelled', 'restoring'],
  held: ['approved', 'announced', 'cancelled', 'restoring'],
  executing: ['suspended', 'restoring', 'cancelled', 'held'],
  suspended: ['executing', 'restoring'],
  restoring: ['restored'],
  restored: [],
  declined: [],
  cancelled: [],
}

function check(suspension: Suspension): void {
  const { trail, approvals, rules, proposedBy, tasks } = suspension
  trail.slice(1).forEach(({ state }, at) => {
    const before = trail[at]!.state
    expect(state === before || follows[before].includes(state), `${before} -> ${state}`).toBe(true)
  })
  const keys = approvals.map(({ by }) => by.objectId)
  expect(new Set(keys).size).toBe(keys.length)
  if (proposedBy !== 'saldo') expect(keys).not.toContain(proposedBy.objectId)
  const wasOff = tasks.some(({ kind, done }) => kind === 'suspend' && done)
  if (wasOff) {
    expect(keys.length).toBeGreaterThanOrEqual(rules.approvals)
    // Announced before it was carried out, on the day or later, by so many days.
    const told = trail.findLast(({ what }) => what === 'told' || what === 'announce')!
    const carried = trail.find(({ what }) => what === 'execute')!
    expect(told.text! <= carried.at.slice(0, 10)).toBe(true)
    expect(told.text! >= addDays(told.at.slice(0, 10) as never, rules.noticeDays)).toBe(true)
  }
  for (const { by, what, text } of trail) {
    if (by === 'saldo') continue
    const roles = Object.values(everybody).find((one) => one.objectId === by.objectId)!.roles as readonly string[]
    const needs = what === 'approve' || what === 'decline' || (what === 'done' && /^(suspend|azure-in)/.test(text!))
    expect(roles.includes('admin-agent') || (!needs && roles.includes('billing-admin')), `${what} by ${by.name}`).toBe(
      true,
    )
  }
  if (suspension.state === 'restored') {
    expect(tasks.every(({ done }) => done)).toBe(true)
    const left = differencesOf(suspension.before ?? [], suspension.after)
    const accepted = trail.some(({ what }) => what === 'accept')
    expect(left.length === 0 || accepted).toBe(true)
    expect(suspension.differences).toEqual(left)
  }
}

async function live(world: World, happenings: readonly Happening[]): Promise<readonly Suspension[]> {
  let when: Instant = now
  const paid = new Set<string>()
  for (const [at, one] of happenings.entries()) {
    const all = await suspensionsOf(world.documents, adega.id)
    const latest = all[0]?.id ?? 'S-1001'
    const move = async (by: Known, what: SuspensionAct, event: string) => {
      const order = { suspension: latest, act: what, by: await world.as(by), now: when, event }
      return world.documents.change((unit) => moveSuspension(unit, order))
    }
    switch (one.kind) {
      case 'propose': {
        const by = one.who === 'saldo' ? one.who : await world.as(one.who)
        const invoices = ['u-1', 'u-2', 'u-3'].map(id)
        await world.documents.change((unit) => proposeAndTell(unit, { customer: adega.id, invoices, by, now: when }))
        break
      }
      case 'act': {
        await move(one.who, one.act, `e ${at}`)
        if (!one.twice) break
        const before = await suspensionsOf(world.documents, adega.id)
        await move(one.who, one.act, `e ${at}`)
        const unchanged = before
          .find(({ id: known }) => known === latest)
          ?.trail.some(({ id: known }) => known === `e ${at}`)
        if (unchanged) expect(await suspensionsOf(world.documents, adega.id)).toEqual(before)
        break
      }
      case 'any-task': {
        const tasks = (all[0]?.tasks ?? []).filter(({ done }) => Boolean(done) === one.undo)
        const task = tasks[one.pick % Math.max(tasks.length, 1)]?.id
        if (task) await move(one.who, { kind: one.undo ? 'undone' : 'done', task }, `e ${at}`)
        break
      }
      case 'pay':
        if (!paid.has(one.bill)) await world.pay(one.bill)
        paid.add(one.bill)
        break
      case 'days':
        when = later(when, one.days * 24 * 60 * 60_000)
        if (one.known) await world.known(when.slice(0, 10))
        break
    }
    await strikeSuspensions(world.documents, when)
    await strikeSuspensions(world.documents, when)
    const after = await suspensionsOf(world.documents, adega.id)
    // Quiet: a look more finds nothing to do.
    expect(await strikeSuspensions(world.documents, when)).toBe(0)
    expect(after.filter(isLive).length).toBeLessThanOrEqual(1)
    if (paid.size === 3) for (const { state } of after.filter(isLive)) expect(state).toBe('restoring')
    after.forEach(check)
  }
  return suspensionsOf(world.documents, adega.id)
}

test('whatever happens, in whichever order: nobody is cut off without approval, notice and its day, and all is put back', async () => {
  const worlds = [await aWorld(), await aWorld(aPolicy({ approvals: 2, autoRenewFirst: 'true' }))]
  const reached = new Map<string, number>()
  await fc.assert(
    fc.asyncProperty(
      begun,
      fc.array(happening, { maxLength: 25 }),
      fc.constantFrom(0, 1),
      async (far, happenings, which) => {
        for (const { trail } of await live(worlds[which]!.copy(), [...usual.slice(0, far), ...happenings]))
          for (const state of new Set(trail.map((entry) => entry.state)))
            reached.set(state, (reached.get(state) ?? 0) + 1)
      },
    ),
    { numRuns: runs, seed: 7 },
  )
  console.log(
    `suspension: ${runs} lives; reached ${[...reached].map(([state, count]) => `${state} ${count}`).join(', ')}`,
  )
  const few: readonly SuspensionState[] = ['announced', 'executing', 'suspended', 'restoring', 'restored']
  for (const state of process.env.SALDO_LONG ? suspensionStates : few)
    expect(reached.get(state) ?? 0, state).toBeGreaterThan(0)
})
