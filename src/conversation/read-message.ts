import { type Asked, aboutOneBill, takesBill, takesProduct } from '../answers/asked.ts'
import { readBillFilter } from '../language/bill-filter.ts'
import { type FollowUp, readFollowUp } from '../language/dialogue.ts'
import { composed, fold } from '../language/fold.ts'
import type { Question, Slots } from '../language/question.ts'
import { refersBack } from '../language/refers-back.ts'
import { type Intent, socialActs } from '../language/vocabulary.ts'
import { languageNow, localeFor, type Scene, settled, todayOf } from './hearing.ts'
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
  return { wanted: wantedBy(question, state), language: settled(scene, question.language), question }
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
      return state.last && swapOf(state.last.asked, reply.slots)
  }
}

const pointers = ['invoice', 'period', 'date', 'amount', 'line'] as const
const points = (slots: Slots): boolean => pointers.some((name) => slots[name] !== undefined)

/** "And October?" keeps the question where it can be about a bill; after "how much do we owe?" it asks for October's bill. */
function swapOf(asked: Asked, slots: Slots): Wanted | undefined {
  if (slots.line !== undefined) return undefined
  if (points(slots) && !takesBill(asked.intent)) return { kind: 'answer', asked: { intent: 'invoice.show', slots } }
  if (!points(slots) && slots.product && !takesProduct(asked.intent)) return undefined
  return { kind: 'answer', asked: swapped(asked, slots) }
}

/** The same question about something else: what pointed at the old bill goes, whatever the new slots point by. */
function swapped(asked: Asked, slots: Slots): Asked {
  const kept = { ...asked.slots }
  if (points(slots)) for (const name of pointers) delete kept[name]
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
  const shown = last?.invoice && speaksOfShown(text, intent, slots) ? { invoice: last.invoice } : {}
  return { intent, slots: { ...slots, ...shown }, ...(filter && { filter }) }
}

/** "Is it paid?" means the bill that was shown last; so do "which period does it cover?" and "what is line two?" without any such word. */
function speaksOfShown(text: string, intent: Intent, slots: Slots): boolean {
  if (!aboutOneBill(intent)) return false
  if (intent === 'invoice.line' && slots.line !== undefined) return !points({ ...slots, line: undefined })
  return !points(slots) && (intent === 'billing.period' || refersBack(text))
}
