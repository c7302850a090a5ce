import { z } from 'zod'
import { type Actor, isSame, type PersonRef, refOf } from '../access/actor.ts'
import { may } from '../access/may.ts'
import type { Destination } from '../delivery/line.ts'
import { recordOf } from '../ledger/record.ts'
import type { Unit } from '../store/documents.ts'
import { type Instant, later } from '../values/day.ts'
import { type Handoff, handoffSchema, handoffs, handoffsOf, isLive, isOwned, isWaiting } from './handoff.ts'
import type { Ticket } from './ticket.ts'

export type HandoffChange =
  | { readonly kind: 'claim' }
  /** The owner gives it to somebody else, or back to a queue. */
  | { readonly kind: 'offer'; readonly to: PersonRef }
  | { readonly kind: 'queue'; readonly queue: string }
  /** The owner ends the talk. */
  | { readonly kind: 'end' }
  /** The owner has wrapped it up. */
  | { readonly kind: 'close' }
  /** The customer stops waiting or talking. */
  | { readonly kind: 'cancel' }
  /** Back to the bot: an agent sends it back, or nobody came. */
  | { readonly kind: 'return' }
  /** The clock: an offer lapses, a talk in which nobody writes any more, a wrap-up that nobody writes; or somebody waits for long. */
  | { readonly kind: 'lapse'; readonly idle: boolean }
  | { readonly kind: 'alarm' }

export type HandoffChanged =
  | { readonly kind: 'changed'; readonly handoff: Handoff; readonly before: Handoff }
  | { readonly kind: 'unchanged'; readonly handoff: Handoff }
  /** Somebody else has it, or it is offered to somebody else. */
  | { readonly kind: 'taken'; readonly handoff: Handoff; readonly by: PersonRef }
  | { readonly kind: 'refused' }
  | { readonly kind: 'unknown' }

const offerLasts = 10 * 60_000
const alarmAfter = 5 * 60_000
const idleAfter = 12 * 60 * 60_000
const wrapUpLasts = 24 * 60 * 60_000

export type AskForPerson = Pick<Handoff, 'person' | 'language' | 'place' | 'transcript'> & {
  readonly ticket: Ticket
  readonly talk: Destination
  /** Whom it is offered to first: who had the ticket before and is there. */
  readonly offerTo?: PersonRef
  readonly now: Instant
}

/** Puts somebody into the queue for a person. Somebody who waits already, or is talking, goes on. */
export async function askForPerson(unit: Unit, { ticket, now, offerTo, ...order }: AskForPerson): Promise<Handoff> {
  const earlier = await handoffsOf(unit, ticket.id)
  const live = earlier.find(isLive)
  if (live) return goOnIn(unit, live, order)
  // The talk goes on: what was to be written about its first part is written when it ends, by who has it then.
  for (const wrapping of earlier.filter(isOwned)) await wrapUp(unit, wrapping.id, now)
  const handoff: Handoff = {
    ...order,
    id: `${ticket.id}.${earlier.length + 1}`,
    ticket: ticket.id,
    customer: ticket.customer,
    queue: ticket.queue,
    state: offerTo ? 'offered' : 'queued',
    offeredTo: offerTo,
    openedAt: now,
    since: now,
    due: later(now, offerTo ? offerLasts : alarmAfter),
    alarms: 0,
  }
  unit.put(handoffs, handoff.id, z.encode(handoffSchema, handoff), 0)
  return handoff
}

/** Whoever asks again from another chat goes on there. */
async function goOnIn(
  unit: Unit,
  live: Handoff,
  { place, talk }: Pick<AskForPerson, 'place' | 'talk'>,
): Promise<Handoff> {
  const stored = live.place === place ? undefined : await unit.get(handoffs, live.id)
  if (!stored) return live
  const moved: Handoff = { ...live, place, talk }
  unit.put(handoffs, live.id, z.encode(handoffSchema, moved), stored.revision)
  return moved
}

async function wrapUp(unit: Unit, id: string, now: Instant): Promise<void> {
  const stored = await unit.get(handoffs, id)
  if (!stored) return
  const { owner, due, ...wrapping } = recordOf(handoffSchema, stored.data)
  unit.put(handoffs, id, z.encode(handoffSchema, { ...wrapping, state: 'closed', since: now }), stored.revision)
}

/** Changes a handoff. Of two who claim it at once one has it and the other is told who. */
export async function changeHandoff(
  unit: Unit,
  order: { readonly handoff: string; readonly change: HandoffChange; readonly by: Actor; readonly now: Instant },
): Promise<HandoffChanged> {
  const stored = await unit.get(handoffs, order.handoff)
  if (!stored) return { kind: 'unknown' }
  const before = recordOf(handoffSchema, stored.data)
  if (!mayHandoff(order.by, before, order.change.kind)) return { kind: 'refused' }
  const after = handedOn(before, order.change, order.by, order.now)
  if ('kind' in after) return after
  unit.put(handoffs, after.id, z.encode(handoffSchema, after), stored.revision)
  return { kind: 'changed', handoff: after, before }
}

const ofCustomers: readonly HandoffChange['kind'][] = ['cancel']
const ofSaldo: readonly HandoffChange['kind'][] = ['lapse', 'alarm', 'return']

function mayHandoff(by: Actor, handoff: Handoff, change: HandoffChange['kind']): boolean {
  if (by === 'saldo') return ofSaldo.includes(change)
  const { principal } = by
  if (principal.kind === 'customer') return ofCustomers.includes(change) && isSame(principal.key, handoff.person)
  return !ofCustomers.includes(change) && !['lapse', 'alarm'].includes(change) && may(principal, 'cases')
}

type Outcome = Handoff | Extract<HandoffChanged, { kind: 'unchanged' | 'taken' }>

/** The handoff after a change. Decides alone by its arguments. */
function handedOn(handoff: Handoff, change: HandoffChange, by: Actor, now: Instant): Outcome {
  const unchanged: Outcome = { kind: 'unchanged', handoff }
  const into = (state: Handoff['state'], more: Partial<Handoff> = {}): Handoff => ({
    ...handoff,
    owner: undefined,
    offeredTo: undefined,
    due: undefined,
    state,
    since: now,
    ...more,
  })
  const { owner } = handoff
  switch (change.kind) {
    case 'claim':
      return claimed(handoff, by, now, into)
    case 'lapse':
      return handoff.due && handoff.due <= now ? lapsed(handoff, change.idle, now, into) : unchanged
    case 'alarm':
      if (handoff.state !== 'queued' || !handoff.due || handoff.due > now) return unchanged
      return {
        ...handoff,
        alarms: handoff.alarms + 1,
        due: later(now, alarmAfter * 2 ** Math.min(handoff.alarms + 1, 4)),
      }
    case 'cancel':
      if (isWaiting(handoff)) return into('returned', { endedBy: 'customer' })
      if (handoff.state !== 'active') return unchanged
      return into('wrap-up', { owner, endedBy: 'customer', due: later(now, wrapUpLasts) })
    case 'return':
      if (!isLive(handoff) || isForeign(handoff, by)) return isLive(handoff) ? othersTaken(handoff) : unchanged
      return into('returned', { endedBy: by === 'saldo' ? 'saldo' : 'agent' })
    default:
      return byOwner(handoff, change, by, now, into)
  }
}

type Into = (state: Handoff['state'], more?: Partial<Handoff>) => Handoff

function claimed(handoff: Handoff, by: Actor, now: Instant, into: Into): Outcome {
  if (by === 'saldo' || isSame(handoff.owner, by.principal.key)) return { kind: 'unchanged', handoff }
  if (isOwned(handoff)) return othersTaken(handoff)
  if (handoff.state === 'offered' && handoff.offeredTo && !isSame(handoff.offeredTo, by.principal.key))
    return { kind: 'taken', handoff, by: handoff.offeredTo }
  if (!isWaiting(handoff)) return { kind: 'unchanged', handoff }
  return into('active', { owner: refOf(by), due: later(now, idleAfter) })
}

function lapsed(handoff: Handoff, idle: boolean, now: Instant, into: Into): Outcome {
  switch (handoff.state) {
    case 'offered':
      return into('queued', { due: later(now, alarmAfter) })
    case 'active':
      return idle ? into('returned', { endedBy: 'saldo' }) : { ...handoff, due: later(now, idleAfter) }
    case 'wrap-up':
      return into('closed')
    default:
      return { kind: 'unchanged', handoff }
  }
}

/** What only the one who has it can do. */
function byOwner(
  handoff: Handoff,
  change: Extract<HandoffChange, { kind: 'offer' | 'queue' | 'end' | 'close' }>,
  by: Actor,
  now: Instant,
  into: Into,
): Outcome {
  if (!isOwned(handoff)) return { kind: 'unchanged', handoff }
  if (isForeign(handoff, by)) return othersTaken(handoff)
  const { owner } = handoff
  switch (change.kind) {
    case 'offer':
      if (handoff.state !== 'active' || isSame(change.to, owner)) return { kind: 'unchanged', handoff }
      return into('offered', { offeredTo: change.to, due: later(now, offerLasts) })
    case 'queue':
      if (handoff.state !== 'active') return { kind: 'unchanged', handoff }
      return into('queued', { queue: change.queue, due: later(now, alarmAfter) })
    case 'end':
      if (handoff.state !== 'active') return { kind: 'unchanged', handoff }
      return into('wrap-up', { owner, endedBy: 'agent', due: later(now, wrapUpLasts) })
    case 'close':
      return into('closed', { endedBy: handoff.endedBy ?? 'agent' })
  }
}

const isForeign = (handoff: Handoff, by: Actor): boolean =>
  by !== 'saldo' && handoff.owner !== undefined && !isSame(handoff.owner, by.principal.key)

const othersTaken = (handoff: Handoff): Outcome =>
  handoff.owner ? { kind: 'taken', handoff, by: handoff.owner } : { kind: 'unchanged', handoff }
