import { may } from '../../access/may.ts'
import { textFact } from '../../answers/facts.ts'
import { reply } from '../../answers/reply.ts'
import { configured } from '../../answers/sources.ts'
import { decideVehicle } from '../../support/escalation/decide-vehicle.ts'
import type { Escalation } from '../../support/escalation/escalation.ts'
import { prepareEscalation } from '../../support/escalation/prepare-escalation.ts'
import type { Route } from '../../support/escalation/vehicle.ts'
import { helpdeskOf } from '../../support/helpdesk.ts'
import { changeCase } from './change-case.ts'
import type { AtEscalation } from './move-case.ts'
import { answerPost, tellHelpdesk } from './posts.ts'
import type { AtCase } from './seat.ts'

export type PreparedCase =
  /** `unchanged`: the ticket had one that has not ended. */
  | { readonly kind: 'done' | 'unchanged'; readonly escalation: Escalation }
  /** Nothing is held that would take it: why, and what it would take. */
  | { readonly kind: 'no-vehicle'; readonly route: Extract<Route, { kind: 'none' }> }
  | { readonly kind: 'no-helpdesk' }
  | { readonly kind: 'no-role' }

/** Begins a case for Microsoft by the decision table, and says in the case's thread where it goes and why, or why it cannot. */
export async function prepareCase(
  at: AtEscalation & Pick<AtCase, 'scene'>,
  given: Pick<Escalation, 'kind' | 'service' | 'severity'>,
): Promise<PreparedCase> {
  const { unit, ticket, scene, by, now, event, staff } = at
  if (!may(staff, 'escalation')) return { kind: 'no-role' }
  const helpdesk = await helpdeskOf(unit, scene.customer.partner)
  if (!helpdesk) return { kind: 'no-helpdesk' }
  const { billing, provider, holds } = helpdesk
  const route = decideVehicle({ kind: given.kind, service: given.service, billing, provider, holds })
  const order = { ...given, ticket: ticket.id, customer: ticket.customer, route, by: staff.key, now }
  const prepared = await prepareEscalation(unit, order)
  if (prepared.kind === 'refused') {
    if (route.kind !== 'none') throw new Error('a case was refused that has a vehicle')
    const news = reply('case.no-vehicle', {
      why: textFact([route.why, ...route.wouldTake].join(' '), configured('holds')),
    })
    await tellHelpdesk(unit, ticket, [answerPost(ticket, event, 'no-vehicle', news, scene.deskLanguage)], now)
    return { kind: 'no-vehicle', route }
  }
  const { escalation } = prepared
  if (prepared.kind === 'done') {
    const change = { kind: 'escalate', escalation: escalation.id } as const
    await changeCase(unit, { ticket: ticket.id, change, by, now, event })
  }
  const news = reply('case.prepared', {
    escalation: textFact(escalation.id, configured('holds')),
    where: textFact(escalation.where, configured('holds')),
    why: textFact(escalation.why, configured('holds')),
  })
  await tellHelpdesk(unit, ticket, [answerPost(ticket, event, 'prepared', news, scene.deskLanguage)], now)
  return prepared
}
