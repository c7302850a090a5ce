import { z } from 'zod'
import type { PersonKey } from '../../access/principal.ts'
import type { Unit } from '../../store/documents.ts'
import type { Instant } from '../../values/day.ts'
import { type Escalation, escalationSchema, escalations, escalationsOfTicket, isEnded } from './escalation.ts'
import type { Route } from './vehicle.ts'

export type PrepareEscalation = Pick<Escalation, 'ticket' | 'customer' | 'kind' | 'service' | 'severity'> & {
  readonly route: Route
  readonly by: PersonKey
  readonly now: Instant
}

/** `unchanged`: the ticket has one that has not ended, which is given. `no-vehicle`: nothing is held that would take it. */
export type PreparedEscalation =
  | { readonly kind: 'done' | 'unchanged'; readonly escalation: Escalation }
  | { readonly kind: 'refused'; readonly why: 'no-vehicle' }

const firstNumber = 1001

/** Begins a case for Microsoft: one at a time for each ticket. Safe to repeat. Who may is asked before. */
export async function prepareEscalation(unit: Unit, prepare: PrepareEscalation): Promise<PreparedEscalation> {
  const { route, by, now, ...about } = prepare
  const open = (await escalationsOfTicket(unit, about.ticket)).find((each) => !isEnded(each))
  if (open) return { kind: 'unchanged', escalation: open }
  if (route.kind === 'none') return { kind: 'refused', why: 'no-vehicle' }
  const number = await nextNumber(unit)
  const escalation: Escalation = {
    ...about,
    id: `E-${number}`,
    number,
    vehicle: route.vehicle,
    where: route.where,
    why: route.why,
    state: 'prepared',
    preparedAt: now,
    answers: [],
    timeline: [{ at: now, by: { tenant: by.tenant, objectId: by.objectId }, state: 'prepared' }],
  }
  unit.put(escalations, escalation.id, z.encode(escalationSchema, escalation), 0)
  return { kind: 'done', escalation }
}

/** Two at once take the same number: one of them conflicts, decides again, and sees the other's. */
async function nextNumber(unit: Unit): Promise<number> {
  const { items } = await unit.find(escalations, { index: 'number', order: 'descending', limit: 1 })
  return (items[0]?.data.number ?? firstNumber - 1) + 1
}
