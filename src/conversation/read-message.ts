import { type Asked, aboutOneBill } from '../answers/asked.ts'
import { readBillFilter } from '../language/bill-filter.ts'
import { holdsCardNumber } from '../language/card-number.ts'
import { measures } from '../language/comparison.ts'
import { composed, fold } from '../language/fold.ts'
import type { Question, Slots } from '../language/question.ts'
import { adds, refersBack } from '../language/refers-back.ts'
import { isVague } from '../language/vague.ts'
import { type Intent, socialActs } from '../language/vocabulary.ts'
import { advised } from './advised.ts'
import { billAlone } from './bill-alone.ts'
import { comparedIn } from './compared-in.ts'
import { languageNow, localeFor, type Scene, settled, todayOf } from './hearing.ts'
import { isLikely } from './likely.ts'
import { chosen, readReply } from './read-reply.ts'
import { points } from './same-again.ts'
import type { State } from './state.ts'
import { staysWith } from './stays-with.ts'
import type { Heard, Wanted } from './wanted.ts'

/** A message as what it is: a button's words, an answer to our question, "and October?", or a question of its own. */
export function readMessage(scene: Scene, text: string): Heard {
  const { state } = scene
  if (holdsCardNumber(text)) return { wanted: { kind: 'card-number' }, language: languageNow(scene) }
  const said = offeredAs(state, text)
  if (said) return { wanted: chosen(state, said), language: languageNow(scene) }
  const hearing = { today: todayOf(scene), language: state.language, locale: localeFor(scene) }
  if (state.last || state.choosing) {
    const language = settled(scene, scene.understander.languageOf(text, hearing))
    const wanted = readReply(scene, text, language)
    if (wanted) return { wanted, language }
  }
  const question = scene.understander.understand(text, hearing)
  return { wanted: wantedBy(question, scene), language: settled(scene, question.language), question }
}

const plain = (text: string): string =>
  fold(composed(text))
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

/** A label that was shown, said back word for word: by a button, or by somebody who read it. */
export function offeredAs({ offered = [] }: State, text: string): Asked | undefined {
  const words = plain(text)
  return offered.find(({ label }) => plain(label) === words)?.asked
}

function wantedBy(question: Question, scene: Scene): Wanted {
  const { zone, intent, alternatives } = question
  if (intent === 'invoice.show' && isMeasured(question, scene))
    return { kind: 'answer', asked: askedBy(question, 'invoice.change', scene) }
  if (isVague(question.text)) return { kind: 'guess', guesses: ofBills.map((guess) => askedBy(question, guess, scene)) }
  const others = alternatives.map((other) => other.intent).filter(worthGuessing)
  if (isNoNod(question, scene) && others.length)
    return { kind: 'guess', guesses: others.map((guess) => askedBy(question, guess, scene)) }
  if (zone === 'answer' || isLikely(question, scene)) return { kind: 'answer', asked: askedBy(question, intent, scene) }
  const named = billAlone(question, scene)
  if (named) return { kind: 'answer', asked: named }
  const guesses = [...[intent].filter(worthGuessing), ...others]
  const same = zone === 'ask' ? staysWith(scene.state, guesses) : undefined
  if (same) return { kind: 'answer', asked: askedBy(question, same, scene) }
  const said = scene.advice && advised(scene.advice, zone === 'ask' ? guesses : [], question.slots)
  if (said?.kind === 'answer') return { kind: 'answer', asked: askedBy(question, said.intent, scene) }
  if (said) return { kind: 'guess', guesses: said.intents.map((guess) => askedBy(question, guess, scene)) }
  if (zone === 'decline' || !guesses.length) return { kind: 'answer', asked: { intent: 'out_of_scope', slots: {} } }
  return { kind: 'guess', guesses: guesses.map((guess) => askedBy(question, guess, scene)) }
}

/** What most questions about a bill come down to, for those that do not say. */
const ofBills: readonly Intent[] = ['invoice.show', 'invoice.change', 'payment.due']

/** "Pode mandar essa pra mim?" sounds like a yes, and nothing was asked: of the bill that was shown it wants something. */
const isNoNod = ({ intent, confidence, text }: Question, { state }: Scene): boolean =>
  (intent === 'affirm' || intent === 'deny') && confidence < 1 && !!state.last?.invoice && refersBack(text)

/** "A de julho foi menor que a de junho": two bills are named to be compared, whatever else it sounds like. */
const isMeasured = ({ text, language }: Question, scene: Scene): boolean =>
  measures(text, { today: todayOf(scene), language, locale: localeFor(scene) })

const worthGuessing = (intent: Intent): boolean =>
  intent !== 'out_of_scope' && !(socialActs as readonly Intent[]).includes(intent)

function askedBy(question: Question, intent: Intent, scene: Scene): Asked {
  const { text, slots } = question
  const { last } = scene.state
  if (intent === 'invoice.change') return comparedIn(scene, question)
  const filter = intent === 'invoice.list' ? readBillFilter(text) : undefined
  const shown = last?.invoice && speaksOfShown(text, intent, slots) ? { invoice: last.invoice } : {}
  return { intent, slots: { ...slots, ...shown }, ...(filter && { filter }) }
}

// Nobody asks for the tax or the days of no bill in particular right after looking at one.
const ofShown: readonly Intent[] = ['billing.period', 'charge.tax', 'charge.currency', 'charge.proration']
// "And by when do we pay?" goes on from that bill; without the "and" it may be about all of them.
const ofShownWithAnd: readonly Intent[] = ['payment.due', 'payment.status', 'invoice.copy']

/** "Is it paid?" means the bill that was shown last; so do "which period does it cover?" and "what is line two?" without any such word. */
function speaksOfShown(text: string, intent: Intent, slots: Slots): boolean {
  if (!aboutOneBill(intent)) return false
  if (intent === 'invoice.line' && slots.line !== undefined) return !points({ ...slots, line: undefined })
  return (
    !points(slots) && (ofShown.includes(intent) || refersBack(text) || (ofShownWithAnd.includes(intent) && adds(text)))
  )
}
