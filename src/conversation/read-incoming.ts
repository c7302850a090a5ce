import type { Asked } from '../answers/asked.ts'
import { nameWords } from '../ledger/customer.ts'
import { ledgerOf } from '../ledger/ledger.ts'
import type { Reading } from '../store/documents.ts'
import { languageNow, type Scene } from './hearing.ts'
import { namedCustomer, withoutCustomer } from './named-customer.ts'
import { readAction } from './read-action.ts'
import { readQuestions } from './read-questions.ts'
import type { Incoming } from './turn.ts'
import type { Heard } from './wanted.ts'

/** What the person wants with this turn. */
export async function readIncoming(reading: Reading, scene: Scene, what: Incoming['what']): Promise<Heard> {
  switch (what.kind) {
    case 'installed':
      return { wanted: { kind: scene.state.welcomed ? 'nothing' : 'welcome' }, language: languageNow(scene) }
    case 'action':
      return readAction(scene, what.verb, what.data)
    // Of a customer's person it is opened before anything is understood; anybody else is told what they can do.
    case 'ticket':
      return { wanted: { kind: 'answer', asked: { intent: 'ticket.open', slots: {} } }, language: languageNow(scene) }
    // Taken care of before anything is understood.
    case 'edited':
    case 'removed':
    case 'file':
    case 'file-refused':
      return { wanted: { kind: 'nothing' }, language: languageNow(scene) }
    case 'message':
      return scene.principal.kind === 'partner' ? readStaff(reading, scene, what.text) : readQuestions(scene, what.text)
  }
}

// "And the Adega?", "customer Adega please": beside the name at most this many words, or it is a sentence of its own.
const besideName = 2

/** Staff name customers in passing; nothing but a name answers "which customer?", or asks the last question again of another. */
async function readStaff(reading: Reading, scene: Scene, text: string): Promise<Heard> {
  const whole = readQuestions(scene, text)
  const customer = (await namedCustomer(ledgerOf(reading), text)) ?? whole.question?.slots.customer
  if (!customer) return whole
  const { wantsCustomer, last } = scene.state
  const before = wantsCustomer ?? last?.asked
  if (before && !sure(whole) && nameWords(text).length - nameWords(customer).length <= besideName)
    return { wanted: { kind: 'answer', asked: withCustomer(before, customer) }, language: languageNow(scene) }
  // A company's name is no word of billing: without it the question is understood for what it asks.
  const heard = sure(whole) ? whole : readQuestions(scene, withoutCustomer(text, customer))
  const { wanted } = heard
  const language = whole.language
  if (wanted.kind === 'answer')
    return { ...heard, language, wanted: { ...wanted, asked: withCustomer(wanted.asked, customer) } }
  if (wanted.kind !== 'guess') return heard
  return {
    ...heard,
    language,
    wanted: { ...wanted, guesses: wanted.guesses.map((guess) => withCustomer(guess, customer)) },
  }
}

const sure = ({ wanted, question }: Heard): boolean =>
  wanted.kind === 'answer' && question?.zone === 'answer' && question.intent !== 'out_of_scope'

const withCustomer = (asked: Asked, customer: string): Asked => ({ ...asked, slots: { ...asked.slots, customer } })
