import type { Act, Asked } from '../../answers/asked.ts'
import { readAllOfThem } from '../../language/all-of-them.ts'
import { type FollowUp, readFollowUp } from '../../language/dialogue.ts'
import { wordsOf } from '../../language/features.ts'
import { composed, fold } from '../../language/fold.ts'
import { meansAllBills } from '../../language/instalments.ts'
import { readPromisedAmount, readPromisedDay } from '../../language/promised.ts'
import type { Question, Slots } from '../../language/question.ts'
import type { Intent } from '../../language/vocabulary.ts'
import type { Language } from '../../values/language.ts'
import { localeFor, type Scene, todayOf } from '../hearing.ts'
import type { Errand } from './errand.ts'

/** More words than an answer takes: a message of its own. */
const longest = 10
/** So few that they answer rather than ask. */
const few = 3

/** What a message is to a promise in the making; nothing for a question of its own. */
export function readPromise(scene: Scene, errand: Errand, question: Question, language: Language): Asked | undefined {
  const { text } = question
  const act = (does: Act): Asked => ({ intent: 'payment.promise', slots: {}, act: does })
  const hearing = { today: todayOf(scene), language, locale: localeFor(scene) }
  const isPromise = question.zone === 'answer' && question.intent === 'payment.promise'
  const answers = !text.includes('?') && (isPromise || wordsOf(text).length <= longest)
  const slots = answers ? slotsAt(errand.step, text, question, hearing) : undefined
  const reply: FollowUp = readFollowUp(text, { ...hearing, expects: 'confirmation' })
  if (reply.kind === 'affirm' && !slots) return act(errand.step === 'confirm' ? 'confirm' : 'go-on')
  if (reply.kind === 'deny' && !slots) return act('cancel')
  if (errand.step === 'bills') {
    if (readAllOfThem(text) || (answers && meansAllBills(text)))
      return { ...act('go-on'), slots: slots ?? {}, all: true }
    const options = (scene.state.offered ?? []).map(({ label }) => label)
    const choice = readFollowUp(text, { ...hearing, options, expects: 'choice' })
    const chosen = choice.kind === 'choose' ? scene.state.offered?.[choice.index] : undefined
    if (chosen) return chosen.asked
  }
  if (slots || isPromise) return { ...act('go-on'), slots: { ...question.slots, ...slots } }
  // "As soon as I can" and "next year" name no day: it is asked once more. Of no amount all of it is asked about.
  const wants = errand.step === 'day' || (errand.step === 'amount' && meansAllBills(text))
  const isVague = question.zone !== 'answer' || (!text.includes('?') && wordsOf(text).length <= few)
  return wants && isVague ? act('go-on') : undefined
}

/** Asked rather than answered, with or without its question mark. */
const asking =
  /^\W*(?:when|what|how|which|who|why|where|did|do|does|have|has|is|are|quando|quanto|quantos|quantas|qual|quais|como|onde|porque|por que|quem|o que|cuando|cuanto|cuantos|cual|cuales|donde|quien|show|send me|mostr\w+|muestr\w+|enviem?-me|me (?:mostr|mand|envi)\w+)\b/
const settling: readonly Intent[] = ['payment.promise', 'out_of_scope', 'affirm', 'deny']
/** What is to be done besides: it says itself what it is, asked or not. */
const done: readonly Intent[] = [
  'dispute',
  'human',
  'technical.issue',
  'ticket.open',
  'ticket.status',
  'reminder.preferences',
  'suspension.status',
  'subscription.change',
  'subscription.cancel',
  'account.details',
]

/** Surely something else: a question with a subject of its own, or something else that is to be done. */
export function isBesides(scene: Scene, { zone, intent, text }: Question, language: Language): boolean {
  const hearing = { today: todayOf(scene), language, locale: localeFor(scene) }
  if (settling.includes(intent)) return false
  const short = wordsOf(text).length <= few
  const asks = text.includes('?') || asking.test(fold(composed(text)))
  // "The fifteenth, is that fine?" answers by a question.
  const proposes = !short && wordsOf(text).length <= longest && readPromisedDay(text, hearing).date !== undefined
  if (zone === 'answer') return asks ? !proposes || intent !== 'payment.due' : done.includes(intent) && !short
  return asks && !short && !proposes
}

type Hearing = { readonly today: ReturnType<typeof todayOf>; readonly language: Language; readonly locale?: string }

/** What it says of what is asked for, or changes of what is to be confirmed; nothing where it says none of it. */
function slotsAt(step: Errand['step'], text: string, question: Question, hearing: Hearing): Slots | undefined {
  const { invoice, period } = question.slots
  const { date } = readPromisedDay(text, hearing)
  const { amount, currency } = readPromisedAmount(text, hearing)
  const said = amount ? { amount, ...(currency && { currency }) } : {}
  const bill = invoice ? { invoice } : period && !date ? { period } : {}
  switch (step) {
    case 'bills':
      return invoice || period ? bill : undefined
    case 'day':
      return date ? { date, ...(currency && said) } : undefined
    case 'amount':
      return amount ? said : undefined
    case 'confirm':
      return date || amount || invoice
        ? { ...(date && { date }), ...(date && !currency ? {} : said), ...bill }
        : undefined
    default:
      return undefined
  }
}
