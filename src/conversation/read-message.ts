import { type Asked, aboutOneBill } from '../answers/asked.ts'
import { readBillFilter } from '../language/bill-filter.ts'
import { type FollowUp, readFollowUp } from '../language/dialogue.ts'
import { composed, fold } from '../language/fold.ts'
import type { Question, Slots } from '../language/question.ts'
import { refersBack } from '../language/refers-back.ts'
import { type Intent, socialActs } from '../language/vocabulary.ts'
import { languageNow, localeFor, type Scene, todayOf } from './hearing.ts'
import type { State } from './state.ts'
import type { Heard, Wanted } from './wanted.ts'

/** A message as what it is: a button's words, an answer to our question, "and October?", or a question of its own. */
export function readMessage(scene: Scene, text: string): Heard {
  const { state } = scene
  const said = offeredAs(state, text)
  if (said) return { wanted: chosen(state, said), language: languageNow(scene) }
  const reply = state.last || state.choosing ? followUpOf(scene, text) : undefined
  if (reply && reply.kind !== 'none') {
    const wanted = replyTo(state, reply)
    if (wanted) return { wanted, language: languageNow(scene) }
  }
  const question = scene.understander.understand(text, {
    today: todayOf(scene),
    language: state.language,
    locale: localeFor(scene),
  })
  return { wanted: wantedBy(question, state), language: question.language, question }
}

const plain = (text: string): string =>
  fold(composed(text))
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

/** A label that was shown, said back word for word: by a button, or by somebody who read it. */
function offeredAs({ offered = [] }: State, text: string): Asked | undefined {
  const words = plain(text)
  return offered.find(({ label }) => plain(label) === words)?.asked
}

/** "Something else" is a no to all that was offered. */
const chosen = ({ choosing }: State, asked: Asked): Wanted =>
  choosing && asked.intent === 'deny' ? { kind: 'other-words' } : { kind: 'answer', asked }

function followUpOf(scene: Scene, text: string): FollowUp {
  const { choosing, offered = [] } = scene.state
  const options = choosing ? offered.map(({ label }) => label) : undefined
  return readFollowUp(text, {
    today: todayOf(scene),
    language: languageNow(scene),
    locale: scene.locale,
    options,
    expects: options && 'choice',
  })
}

function replyTo(state: State, reply: Exclude<FollowUp, { kind: 'none' }>): Wanted | undefined {
  switch (reply.kind) {
    case 'choose': {
      const option = state.offered?.[reply.index]
      return option && chosen(state, option.asked)
    }
    case 'affirm':
      // A yes to several options says nothing about which: it is understood as any other message.
      return undefined
    case 'deny':
      return { kind: 'other-words' }
    case 'swap':
      return state.last && { kind: 'answer', asked: swapped(state.last.asked, reply.slots) }
  }
}

const pointers = ['invoice', 'period', 'date', 'amount', 'line'] as const

/** The same question about something else: what pointed at the old bill goes, whatever the new slots point by. */
export function swapped(asked: Asked, slots: Slots): Asked {
  const kept = { ...asked.slots }
  if (pointers.some((name) => slots[name] !== undefined)) for (const name of pointers) delete kept[name]
  return { ...asked, slots: { ...kept, ...slots } }
}

function wantedBy(question: Question, state: State): Wanted {
  const { zone, intent, alternatives } = question
  if (zone === 'answer') return { kind: 'answer', asked: askedBy(question, intent, state) }
  const guesses = [intent, ...alternatives.map((other) => other.intent)].filter(worthGuessing)
  if (zone === 'decline' || !guesses.length) return { kind: 'answer', asked: { intent: 'out_of_scope', slots: {} } }
  return { kind: 'guess', guesses: guesses.map((guess) => askedBy(question, guess, state)) }
}

const worthGuessing = (intent: Intent): boolean =>
  intent !== 'out_of_scope' && !(socialActs as readonly Intent[]).includes(intent)

function askedBy({ text, slots }: Question, intent: Intent, { last }: State): Asked {
  const filter = intent === 'invoice.list' ? readBillFilter(text) : undefined
  const pointing = pointers.some((name) => slots[name] !== undefined)
  const back = last?.invoice && aboutOneBill(intent) && !pointing && refersBack(text)
  return { intent, slots: back ? { ...slots, invoice: last.invoice } : { ...slots }, ...(filter && { filter }) }
}
