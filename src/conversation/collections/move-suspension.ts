import { type ActOnSuspension, actOnSuspension } from '../../collections/act-on-suspension.ts'
import type { SuspensionChanged } from '../../collections/change-suspension.ts'
import {
  type ProposedSuspension,
  type ProposeSuspension,
  proposeSuspension,
} from '../../collections/propose-suspension.ts'
import { suspensionOf } from '../../collections/suspension.ts'
import type { Unit } from '../../store/documents.ts'
import type { PartnerId } from '../../values/ids.ts'
import { announceSuspension } from './announce-suspension.ts'
import { provisioningFor } from './suspension-scene.ts'
import { tellSuspension } from './tell-suspension.ts'

/** What a person does about a suspension, with all that follows at once: the notice to the customer, the thread and its card. */
export async function moveSuspension(
  unit: Unit,
  order: Omit<ActOnSuspension, 'provisioning'>,
): Promise<SuspensionChanged> {
  const known = await suspensionOf(unit, order.suspension)
  if (!known) return { kind: 'unknown' }
  const partner = known.suspension.customer.split('.')[0] as PartnerId
  const moved = await actOnSuspension(unit, { ...order, provisioning: await provisioningFor(unit, partner) })
  if (moved.kind !== 'changed') return moved
  await announceSuspension(unit, order.suspension, order.now)
  await tellSuspension(unit, order.suspension, order.now)
  const now = await suspensionOf(unit, order.suspension)
  return { ...moved, suspension: now?.suspension ?? moved.suspension }
}

/** Proposes a suspension and shows it to the helpdesk. */
export async function proposeAndTell(unit: Unit, order: ProposeSuspension): Promise<ProposedSuspension> {
  const proposed = await proposeSuspension(unit, order)
  if (proposed.kind === 'proposed') await tellSuspension(unit, proposed.suspension.id, order.now)
  return proposed
}
