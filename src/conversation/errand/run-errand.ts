import type { Asked } from '../../answers/asked.ts'
import type { Intent } from '../../language/vocabulary.ts'
import type { Unit } from '../../store/documents.ts'
import { type Handoff, isWaiting } from '../../support/handoff.ts'
import { closeTicket, continueAdding, continueClosing, ticketStatus, updateTicket } from './about-ticket.ts'
import { cannotPay, recallPromise } from './cannot-pay.ts'
import type { Errand } from './errand.ts'
import type { ErrandScene, ErrandStep } from './errand-scene.ts'
import { paidInWords } from './paid-in-words.ts'
import { beginPerson, continuePerson, stopPerson } from './person-errand.ts'
import { beginPreference, continuePreference, paidSaid } from './preference-errand.ts'
import { beginPromise, continuePromise } from './promise-errand.ts'
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

/** What the collections are told. */
const ofCollections: readonly Intent[] = ['payment.promise', 'reminder.preferences']

/** Whether it steers reminders: by what is asked, or by a reminder's button. */
export const isOfCollections = ({ intent, act }: Asked): boolean =>
  ofCollections.includes(intent) || act === 'i-paid' || act === 'says-paid'

/** Whether a question of a customer's person is one for something to be done, or about a ticket. */
export const isErrand = (asked: Asked, errand: Errand | undefined): boolean =>
  opening.includes(asked.intent) ||
  other.includes(asked.intent) ||
  isOfCollections(asked) ||
  (asked.act !== undefined && errand !== undefined)

/** Acts that say themselves what they are about: they go on with nothing. */
const complete: readonly Asked['act'][] = [
  'solved',
  'not-solved',
  'good',
  'bad',
  'i-paid',
  'says-paid',
  'cannot-pay',
  'recall',
  'later',
  'stop-reminders',
  'resume-reminders',
]

/** Whether a button goes on with what is in the making: an old one may be about something else. */
function goesOnWith({ kind }: Errand, { intent, act, slots }: Asked): boolean {
  if (complete.includes(act)) return false
  // An old "Not now" leaves whatever is in the making.
  if (intent === 'deny') return true
  // More of a promise is put together with it; taking one back is about one that was made.
  const isMore = act === 'go-on' || (act === 'cancel' && slots.invoice !== undefined)
  if (kind === 'promise') return intent === 'payment.promise' && !isMore
  return kind === 'preference' ? intent === 'reminder.preferences' : !ofCollections.includes(intent)
}

/** Goes on with what is in the making, or begins what is asked. */
export async function runErrand(
  unit: Unit,
  scene: ErrandScene,
  asked: Asked,
  handoff: Handoff | undefined,
): Promise<ErrandStep> {
  const { errand } = scene.state
  if (asked.act === 'stop') return handoff ? stopPerson(unit, scene, handoff) : beginPerson(unit, scene, asked)
  if (errand && asked.act && goesOnWith(errand, asked)) return goOn(unit, scene, errand, asked.act)
  if (asked.act === 'i-paid') return paidSaid(unit, scene, asked)
  if (asked.act === 'says-paid') return paidInWords(unit, scene, asked)
  if (asked.act === 'cannot-pay') return cannotPay(unit, scene, asked)
  if (asked.act === 'recall') return recallPromise(unit, scene)
  // More about the ticket that is to be confirmed, not another one.
  if (errand?.kind === 'ticket' && errand.step === 'confirm' && asked.intent === errand.topic && !asked.act)
    return describeMore(unit, scene, errand)
  switch (asked.intent) {
    case 'human':
      return beginPerson(unit, scene, asked)
    case 'payment.promise':
      return beginPromise(unit, scene, asked)
    case 'reminder.preferences':
      return beginPreference(unit, scene, asked)
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
    case 'promise':
      return continuePromise(unit, scene, errand, act)
    case 'preference':
      return continuePreference(unit, scene, errand, act)
  }
}
