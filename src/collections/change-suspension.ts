import { type Actor, isSame, type PersonRef, refOf } from '../access/actor.ts'
import { type Ability, may } from '../access/may.ts'
import { queueEvent } from '../delivery/event.ts'
import type { Unit } from '../store/documents.ts'
import { type Day, dayIn, type Instant } from '../values/day.ts'
import type { CustomerId } from '../values/ids.ts'
import { putStanding, standingOf } from './standing.ts'
import { putSuspension, type Suspension, type SuspensionEntry, suspensionOf } from './suspension.ts'
import { changedSuspension, type SuspensionChange } from './suspension-change.ts'

export type ChangeSuspension = {
  readonly suspension: string
  readonly change: SuspensionChange
  readonly by: Actor
  readonly now: Instant
  /** Of the customer: it decides which day it is. */
  readonly timeZone: string
  /** Made from what caused it: an entry of this name in the trail means that it was done already. */
  readonly event: string
}

export type RefusedSuspension =
  /** The role does not allow it. */
  | 'no-role'
  /** Nobody decides what they proposed themselves. */
  | 'own-proposal'
  /** They approved it already: the second approval is somebody else's. */
  | 'same-person'
  /** Not in this state, or something else comes first. */
  | 'not-now'

export type SuspensionChanged =
  | { readonly kind: 'changed'; readonly suspension: Suspension; readonly entry: SuspensionEntry }
  /** It was done before. */
  | { readonly kind: 'unchanged'; readonly suspension: Suspension }
  | { readonly kind: 'refused'; readonly why: RefusedSuspension; readonly suspension: Suspension }
  | { readonly kind: 'unknown' }

/** Changes a suspension, once for each `event`, if the role allows it. Only staff learns that there is one. */
export async function changeSuspension(unit: Unit, order: ChangeSuspension): Promise<SuspensionChanged> {
  const { change, by, now, event, timeZone } = order
  const stored = await suspensionOf(unit, order.suspension)
  if (!stored || (by !== 'saldo' && by.principal.kind !== 'partner')) return { kind: 'unknown' }
  const { suspension, revision } = stored
  if (suspension.trail.some(({ id }) => id === event)) return { kind: 'unchanged', suspension }
  const why = whyNot(suspension, change, by)
  if (why) return { kind: 'refused', why, suspension }
  const today = dayIn(timeZone, now)
  const who = by === 'saldo' ? by : refOf(by)
  const done = changedSuspension(suspension, change, { by: who, at: now, today })
  if (!done) return { kind: 'refused', why: 'not-now', suspension }
  const entry: SuspensionEntry = {
    id: event,
    at: now,
    by: who,
    what: change.kind,
    state: done.state,
    ...textOf(change),
  }
  const after: Suspension = { ...done, trail: [...done.trail, entry] }
  putSuspension(unit, after, revision)
  await noteSuspension(unit, after, entry)
  return { kind: 'changed', suspension: after, entry }
}

/** What only the clock does. */
const byClock: readonly SuspensionChange['kind'][] = ['announce', 'unreachable', 'hold', 'resume', 'execute']

function whyNot(suspension: Suspension, change: SuspensionChange, by: Actor): RefusedSuspension | undefined {
  const deciding = change.kind === 'approve' || change.kind === 'decline'
  if (by === 'saldo') return deciding || change.kind === 'accept' ? 'no-role' : undefined
  if (byClock.includes(change.kind) || !may(by.principal, abilityFor(suspension, change))) return 'no-role'
  if (!deciding) return undefined
  const isOf = (person: PersonRef | 'saldo') => person !== 'saldo' && isSame(person, by.principal.key)
  if (isOf(suspension.proposedBy)) return 'own-proposal'
  return change.kind === 'approve' && suspension.approvals.some((one) => isOf(one.by)) ? 'same-person' : undefined
}

/** Whoever may propose does what it needs; deciding it and switching access off are an admin agent's (Partner Center docs, permissions-overview). */
function abilityFor({ tasks }: Suspension, change: SuspensionChange): Ability {
  const suspending = (id: string) =>
    tasks.some((task) => task.id === id && (task.kind === 'suspend' || task.kind === 'azure-inactive'))
  switch (change.kind) {
    case 'approve':
    case 'decline':
      return 'suspension-approvals'
    case 'done':
    case 'undone':
      return suspending(change.task) ? 'suspension-approvals' : 'suspension-proposals'
    default:
      return 'suspension-proposals'
  }
}

function textOf(change: SuspensionChange): Pick<SuspensionEntry, 'text'> {
  switch (change.kind) {
    case 'decline':
    case 'cancel':
    case 'accept':
    case 'hold':
      return { text: change.reason }
    case 'auto-renew':
      return { text: change.outcome }
    case 'announce':
    case 'told':
      return { text: change.day }
    case 'done':
    case 'undone':
      return { text: 'note' in change && change.note ? `${change.task}: ${change.note}` : change.task }
    case 'record':
    case 'verify':
      return { text: change.stand.subscription }
    default:
      return {}
  }
}

/** What follows from a change whoever made it: the reminders rest while it speaks for itself, and the partner's systems are told. */
export async function noteSuspension(unit: Unit, suspension: Suspension, { id, at, what, by }: SuspensionEntry) {
  const { customer, state } = suspension
  const speaks = state === 'announced' || state === 'executing' || state === 'suspended'
  await rest(unit, customer, suspension.id, speaks, at)
  // Events can overtake each other: the step says which is the later one.
  const step = suspension.trail.findIndex((entry) => entry.id === id) + 1
  const data = { suspension: suspension.id, step, customer, state, what, by: by === 'saldo' ? by : by.objectId }
  await queueEvent(unit, {
    id: `suspension|${suspension.id}|${id}`,
    type: 'saldo.suspension.changed',
    subject: suspension.id,
    data: { ...data, day: suspension.day as Day | undefined, at },
    now: at,
  })
}

async function rest(unit: Unit, customer: CustomerId, id: string, speaks: boolean, now: Instant): Promise<void> {
  const { standing, revision } = await standingOf(unit, customer)
  if (speaks ? standing.suspension === id : standing.suspension !== id) return
  // Looked at again at once: what was muted may be due.
  putStanding(unit, { ...standing, suspension: speaks ? id : undefined, due: now }, revision)
}
