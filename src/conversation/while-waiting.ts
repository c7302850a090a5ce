import type { Answered } from '../answers/asking.ts'
import { passedOn } from '../answers/person.ts'
import { withoutCardNumbers } from '../language/card-number.ts'
import type { Unit } from '../store/documents.ts'
import type { Handoff } from '../support/handoff.ts'
import { ticketOf } from '../support/ticket.ts'
import { changeCase } from './desk/change-case.ts'
import { actorOf, type ErrandScene, type ErrandStep, eventOf, textOf } from './errand/errand-scene.ts'

/** While somebody is being called, whatever is written goes to who comes; what has a sure answer is answered besides. */
export async function whileWaiting(
  unit: Unit,
  scene: ErrandScene,
  handoff: Handoff,
  answered: () => Promise<Answered | undefined>,
): Promise<ErrandStep> {
  const { incoming, now, principal } = scene
  const text = withoutCardNumbers(textOf(incoming))
  const change = { kind: 'say', text } as const
  await changeCase(unit, { ticket: handoff.ticket, change, by: actorOf(scene), now, event: eventOf(incoming) })
  const own = await answered()
  if (own) return { answered: own }
  const ticket = await ticketOf(unit, handoff.ticket)
  if (!ticket) throw new Error('a handoff has no ticket')
  const about = { ticket, timeZone: principal.customer.timeZone }
  return { answered: passedOn(about) }
}
