import { type Act, type Asked, aboutOneBill } from '../../answers/asked.ts'
import { holdsCardNumber } from '../../language/card-number.ts'
import { readFollowUp } from '../../language/dialogue.ts'
import { wordsOf } from '../../language/features.ts'
import { readImpact } from '../../language/impact.ts'
import type { Question } from '../../language/question.ts'
import type { Intent } from '../../language/vocabulary.ts'
import { localeFor, type Scene, settled, todayOf } from '../hearing.ts'
import { offeredAs } from '../read-message.ts'
import { readQuestions } from '../read-questions.ts'
import type { Heard } from '../wanted.ts'
import type { Errand } from './errand.ts'
import { readPaying } from './read-paying.ts'
import { isBesides, readPromise } from './read-promise.ts'

/** What a message is to what is in the making; nothing for a question of its own, which is answered in between. */
export function readErrand(scene: Scene, errand: Errand, text: string): Heard | undefined {
  const { state } = scene
  // Of a message with a card's number nothing is read, and nothing kept.
  if (holdsCardNumber(text)) return undefined
  const hearing = { today: todayOf(scene), language: state.language, locale: localeFor(scene) }
  const question = scene.understander.understand(text, hearing)
  const language = settled(scene, question.language)
  const heard = (asked: Asked): Heard => ({ wanted: { kind: 'answer', asked }, language })
  const button = offeredAs(state, text)
  if (button) return heard(button)
  if (errand.kind === 'promise') {
    const paying = readPaying(scene, question)
    if (paying) return heard(paying)
    // What was offered answers another question than the one that is asked here.
    if (isBesides(scene, question, language))
      return readQuestions({ ...scene, state: { ...state, offered: undefined, choosing: undefined } }, text)
    const promised = readPromise(scene, errand, question, language)
    return promised && heard(promised)
  }
  const options = state.choosing ? (state.offered ?? []).map(({ label }) => label) : []
  const reply = readFollowUp(text, { ...hearing, language, options, expects: 'confirmation' })
  const act = (does: Act): Heard => heard({ intent: errand.asked.intent, slots: {}, act: does })
  if (reply.kind === 'affirm' && errand.step !== 'question' && errand.step !== 'text')
    return act(errand.step === 'known' ? 'settled' : 'confirm')
  const wantsWords = errand.step === 'text' || (errand.step === 'question' && errand.question !== 'impact')
  // "No, we never ordered it" says why, where that was asked.
  if (reply.kind === 'deny' && !(wantsWords && wordsOf(text).length > shortNo))
    return act(errand.step === 'known' ? 'go-on' : 'cancel')
  const choice = options.length > 0 ? readFollowUp(text, { ...hearing, language, options, expects: 'choice' }) : reply
  if (choice.kind === 'choose') {
    const option = state.offered?.[choice.index]
    if (option) return heard(option.asked)
  }
  if (wantsWords) return isOfItsOwn(question, errand) ? undefined : act('say')
  const impact = errand.question === 'impact' ? readImpact(text) : undefined
  return impact && act(impact)
}

const shortNo = 3

const ways: readonly Intent[] = ['human', 'ticket.status']

/** While words are waited for nearly everything is an answer: only what surely asks for figures or for a person is not. */
function isOfItsOwn({ zone, intent, confidence, text }: Question, errand: Errand): boolean {
  if (zone !== 'answer' || intent === errand.topic) return false
  if (ways.includes(intent)) return confidence > 0.9
  return text.trim().endsWith('?') && (aboutOneBill(intent) || intent === 'balance' || intent === 'invoice.list')
}
