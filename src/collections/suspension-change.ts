import type { Day } from '../values/day.ts'
import { type ChangeContext, moved } from './moved-suspension.ts'
import { completed } from './snapshot.ts'
import type {
  HoldReason,
  ScopedSubscription,
  Stand,
  Suspension,
  SuspensionState,
  SuspensionTask,
} from './suspension.ts'
import { accepted, recorded, type Tick, ticked, verified } from './suspension-tasks.ts'

/** What can happen to a suspension. */
export type SuspensionChange =
  /** Auto-renew was switched off in Partner Center, or it was decided not to. `before`: as everything stood until then. */
  | { readonly kind: 'auto-renew'; readonly outcome: 'done' | 'declined'; readonly before: readonly Stand[] }
  | { readonly kind: 'approve' }
  | { readonly kind: 'decline'; readonly reason: string }
  /** It is not wanted any more: by a person, or because the bills were paid. What was done already is undone. */
  | { readonly kind: 'cancel'; readonly reason: string; readonly undoing: readonly SuspensionTask[] }
  /** The customer is told of the day by these posts and events. */
  | {
      readonly kind: 'announce'
      readonly day: Day
      readonly posts: readonly string[]
      readonly events: readonly string[]
    }
  /** A person has told the customer. */
  | { readonly kind: 'told'; readonly day: Day }
  /** Nobody of the customer could be told: for the trail. */
  | { readonly kind: 'unreachable' }
  | { readonly kind: 'hold'; readonly reason: HoldReason }
  | { readonly kind: 'resume' }
  | {
      readonly kind: 'execute'
      readonly subscriptions: readonly ScopedSubscription[]
      readonly before: readonly Stand[]
      readonly tasks: readonly SuspensionTask[]
    }
  | Tick
  /** What a person saw in Partner Center before anything was changed. */
  | { readonly kind: 'record'; readonly stand: Pick<Stand, 'subscription'> & Partial<Stand> }
  /** What a person found after it was undone. */
  | { readonly kind: 'verify'; readonly stand: Stand }
  /** What is not as it was stays so. */
  | { readonly kind: 'accept'; readonly reason: string }

/** What a change makes of a suspension; nothing where it is not the time for it, or nothing would change. */
export function changedSuspension(
  suspension: Suspension,
  change: SuspensionChange,
  context: ChangeContext,
): Suspension | undefined {
  if (!allowedIn[change.kind].includes(suspension.state)) return undefined
  switch (change.kind) {
    case 'auto-renew':
      return switched(suspension, change, context)
    case 'approve':
      return approved(suspension, context)
    case 'decline':
      return { ...moved(suspension, 'declined', context), reason: change.reason }
    case 'cancel':
      return cancelled(suspension, change, context)
    case 'announce': {
      const notice = { at: context.at, posts: [...change.posts], events: [...change.events] }
      return { ...moved(suspension, 'announced', context), day: change.day, notice, hold: undefined }
    }
    case 'told':
      return toldByHand(suspension, change.day, context)
    case 'unreachable':
      return suspension
    case 'hold':
      return suspension.hold === change.reason
        ? undefined
        : { ...moved(suspension, 'held', context), hold: change.reason }
    case 'resume':
      return { ...moved(suspension, 'approved', context), hold: undefined, day: undefined, notice: undefined }
    case 'execute':
      return executed(suspension, change, context)
    case 'done':
    case 'undone':
      return ticked(suspension, change, context)
    case 'record':
      return recorded(suspension, change.stand)
    case 'verify':
      return verified(suspension, change.stand, undefined, context)
    case 'accept':
      return accepted(suspension, change.reason, context)
  }
}

const before: readonly SuspensionState[] = ['proposed', 'approved', 'announced', 'held']

/** In which states each can happen: whatever is not here is refused. */
export const allowedIn: Readonly<Record<SuspensionChange['kind'], readonly SuspensionState[]>> = {
  'auto-renew': before,
  approve: ['proposed'],
  decline: ['proposed'],
  cancel: [...before, 'executing', 'suspended'],
  announce: ['approved'],
  told: ['approved', 'announced', 'held'],
  unreachable: ['approved'],
  hold: ['announced', 'held', 'executing'],
  resume: ['held'],
  execute: ['announced', 'executing'],
  done: ['executing', 'restoring'],
  undone: ['executing', 'suspended', 'restoring'],
  record: [...before, 'executing'],
  verify: ['restoring'],
  accept: ['restoring'],
}

function switched(
  suspension: Suspension,
  { outcome, before: stands }: Extract<SuspensionChange, { kind: 'auto-renew' }>,
  { by, at }: ChangeContext,
): Suspension | undefined {
  if (suspension.autoRenew.state === 'done' || suspension.autoRenew.state === outcome || by === 'saldo')
    return undefined
  const taken = outcome === 'done' ? { before: completed(suspension.before, stands) } : {}
  return { ...suspension, autoRenew: { state: outcome, by, at }, ...taken }
}

function approved(suspension: Suspension, context: ChangeContext): Suspension | undefined {
  const { rules, autoRenew, approvals } = suspension
  if (context.by === 'saldo' || (rules.autoRenewFirst && autoRenew.state === 'offered')) return undefined
  const all = [...approvals, { by: context.by, at: context.at }]
  return { ...(all.length >= rules.approvals ? moved(suspension, 'approved', context) : suspension), approvals: all }
}

function cancelled(
  suspension: Suspension,
  { reason, undoing }: Extract<SuspensionChange, { kind: 'cancel' }>,
  context: ChangeContext,
): Suspension {
  if (undoing.length === 0)
    return { ...moved(suspension, 'cancelled', context), reason, tasks: suspension.tasks.filter(({ done }) => done) }
  return {
    ...moved(suspension, 'restoring', context),
    reason,
    tasks: [...suspension.tasks.filter(({ done }) => done), ...undoing],
  }
}

function toldByHand(suspension: Suspension, day: Day, context: ChangeContext): Suspension | undefined {
  if (context.by === 'saldo' || (suspension.state === 'announced' && suspension.notice?.by)) return undefined
  const later = suspension.state === 'announced' && suspension.day && suspension.day > day ? suspension.day : day
  const notice = { posts: [], events: [], ...suspension.notice, at: context.at, by: context.by }
  return { ...moved(suspension, 'announced', context), day: later, notice, hold: undefined }
}

function executed(
  suspension: Suspension,
  { subscriptions, before: stands, tasks }: Extract<SuspensionChange, { kind: 'execute' }>,
  context: ChangeContext,
): Suspension {
  const kept = suspension.state === 'executing' ? suspension.tasks.filter(({ done }) => done) : []
  // Decided anew while some of it is done: a tick is kept.
  const all = tasks.map((task) => kept.find(({ id }) => id === task.id) ?? task)
  const isDone = kept.length > 0 && all.every(({ done }) => done)
  return {
    ...moved(suspension, isDone ? 'suspended' : 'executing', context),
    ...(isDone && { suspendedOn: context.today }),
    subscriptions: [...subscriptions],
    before: completed(suspension.before, stands),
    tasks: all,
  }
}
