import type { Asked } from '../../answers/asked.ts'
import type { Intent } from '../../language/vocabulary.ts'
import type { Unit } from '../../store/documents.ts'
import { type Handoff, isWaiting } from '../../support/handoff.ts'
import { closeTicket, continueAdding, continueClosing, ticketStatus, updateTicket } from './about-ticket.ts'
import type { Errand } from './errand.ts'
import type { ErrandScene, ErrandStep } from './errand-scene.ts'
import { beginPerson, continuePerson, stopPerson } from './person-errand.ts'
import { beginTicket, continueTicket, describeMore } from './ticket-errand.ts'

/** What a person of the partner has to do, after a yes. */
const opening: readonly Intent[] = [
  'ticket.open',
  'technical.issue',
  'dispute',
  'escalate.microsoft',
  'subscription.change',
  'subscription.cancel',
  'account.details',
]
const other: readonly Intent[] = ['human', 'ticket.status', 'ticket.update', 'ticket.close']

/** Whether a question of a customer's person is one for something to be done, or about a ticket. */
export const isErrand = ({ intent, act }: Asked, errand: Errand | undefined): boolean =>
  opening.includes(intent) || other.includes(intent) || (act !== undefined && errand !== undefined)

/** Acts that say which ticket they are about themselves: they go on with nothing. */
const complete: readonly Asked['act'][] = ['solved', 'not-solved', 'good', 'bad']

/** Goes on with what is in the making, or begins what is asked. */
export async function runErrand(
  unit: Unit,
  scene: ErrandScene,
  asked: Asked,
  handoff: Handoff | undefined,
): Promise<ErrandStep> {
  const { errand } = scene.state
  if (asked.act === 'stop') return handoff ? stopPerson(unit, scene, handoff) : beginPerson(unit, scene, asked)
  if (errand && asked.act && !complete.includes(asked.act)) return goOn(unit, scene, errand, asked.act)
  // More about the ticket that is to be confirmed, not another one.
  if (errand?.kind === 'ticket' && errand.step === 'confirm' && asked.intent === errand.topic && !asked.act)
    return describeMore(unit, scene, errand)
  switch (asked.intent) {
    case 'human':
      return beginPerson(unit, scene, asked)
    case 'ticket.status':
      return ticketStatus(unit, scene, asked)
    case 'ticket.update':
      return updateTicket(unit, scene, asked)
    case 'ticket.close':
      // Nobody who waits for a person means to end the ticket by "cancel".
      return handoff && isWaiting(handoff) && !asked.slots.ticket && !asked.act
        ? stopPerson(unit, scene, handoff)
        : closeTicket(unit, scene, asked)
    default:
      return beginTicket(unit, scene, asked)
  }
}

function goOn(unit: Unit, scene: ErrandScene, errand: Errand, act: Asked['act']): Promise<ErrandStep> {
  switch (errand.kind) {
    case 'ticket':
      return continueTicket(unit, scene, errand, act)
    case 'person':
      return continuePerson(unit, scene, errand, act)
    case 'add':
      return continueAdding(unit, scene, errand, act)
    case 'withdraw':
      return continueClosing(unit, scene, errand, act)
  }
}
