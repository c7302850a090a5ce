import type { Actor } from '../access/actor.ts'
import type { Unit } from '../store/documents.ts'
import type { Instant } from '../values/day.ts'
import { changeSuspension, type SuspensionChanged } from './change-suspension.ts'
import { noticeDay } from './notice-day.ts'
import type { Provisioning } from './provisioning.ts'
import { type Scene, situationAt } from './situation.ts'
import { snapshot } from './snapshot.ts'
import { type Stand, type Suspension, suspensionOf } from './suspension.ts'
import type { SuspensionChange } from './suspension-change.ts'

/** What a person does about a suspension. */
export type SuspensionAct =
  | { readonly kind: 'auto-renew'; readonly outcome: 'done' | 'declined' }
  | { readonly kind: 'approve' }
  | { readonly kind: 'decline'; readonly reason: string }
  /** Before it is carried out it ends by that; afterwards it is undone. */
  | { readonly kind: 'cancel'; readonly reason: string }
  | { readonly kind: 'told' }
  | { readonly kind: 'done'; readonly task: string; readonly note?: string }
  | { readonly kind: 'undone'; readonly task: string }
  /** `place` is that of the subscription in the suspension, from 1. */
  | { readonly kind: 'record' | 'verify'; readonly place: number; readonly seen: Partial<Omit<Stand, 'subscription'>> }
  | { readonly kind: 'accept'; readonly reason: string }

export type ActOnSuspension = {
  readonly suspension: string
  readonly act: SuspensionAct
  readonly by: Actor
  readonly now: Instant
  readonly event: string
  readonly provisioning: Provisioning
}

/** Does what a person asks for, if the role allows it and it is the time for it. Safe to repeat. */
export async function actOnSuspension(unit: Unit, order: ActOnSuspension): Promise<SuspensionChanged> {
  const { by, now, event, act, provisioning } = order
  const stored = await suspensionOf(unit, order.suspension)
  const scene = stored && (await situationAt(unit, stored.suspension.customer, now))
  if (!scene) return { kind: 'unknown' }
  const { suspension } = stored
  const change = changeOf(suspension, act, scene, provisioning)
  if (!change) return { kind: 'refused', why: 'not-now', suspension }
  const { timeZone } = scene.situation.account.customer
  return changeSuspension(unit, { suspension: suspension.id, change, by, now, timeZone, event })
}

function changeOf(
  suspension: Suspension,
  act: SuspensionAct,
  { situation: { account, rules }, today }: Scene,
  provisioning: Provisioning,
): SuspensionChange | undefined {
  switch (act.kind) {
    case 'auto-renew':
      return { ...act, before: snapshot(account, suspension.subscriptions) }
    case 'cancel':
      return { ...act, undoing: provisioning.restoring(suspension) }
    case 'told':
      return { kind: 'told', day: noticeDay(today, suspension.rules.noticeDays, rules?.hours) }
    case 'record':
    case 'verify': {
      const one = suspension.subscriptions[act.place - 1]
      if (!one) return undefined
      const known = suspension.before?.find(({ subscription }) => subscription === one.id)
      const [stand] = snapshot(account, [one])
      if (act.kind === 'record')
        return { kind: 'record', stand: { ...stand, ...known, ...act.seen, subscription: one.id } }
      return { kind: 'verify', stand: { status: 'active', ...known, ...act.seen, subscription: one.id } }
    }
    default:
      return act
  }
}
