import type { Asked } from '../../answers/asked.ts'
import { asksNextReminder, asksOwnPromise, asksWhenSuspended } from '../../language/asks-of-collections.ts'
import { holdsCardNumber } from '../../language/card-number.ts'
import { meansAllBills, wantsInstalments } from '../../language/instalments.ts'
import { readPromisedDay, saysWillPay } from '../../language/promised.ts'
import type { Question } from '../../language/question.ts'
import { saysPaid } from '../../language/said-paid.ts'
import type { Intent } from '../../language/vocabulary.ts'
import { readRefusal } from '../../language/will-not-pay.ts'
import { localeFor, type Scene, settled, todayOf } from '../hearing.ts'
import { offeredAs } from '../read-message.ts'
import type { Heard } from '../wanted.ts'

/** What "we have paid" is taken for, sure or not, by what else stands in it. */
const nearPaid: readonly Intent[] = [
  'payment.status',
  'payment.promise',
  'payment.methods',
  'payment.due',
  'balance',
  'suspension.status',
]
const nearPromise: readonly Intent[] = ['payment.promise', 'payment.status']

const isNear = ({ zone, intent, alternatives }: Question, near: readonly Intent[]): boolean =>
  near.includes(intent) || (zone !== 'answer' && alternatives.some((other) => near.includes(other.intent)))

/** What a message says of paying in plain words, whatever it was taken for: that it is done, that it will not be, or what was promised. */
export function readPaying(scene: Scene, question: Question): Asked | undefined {
  const { text, zone, intent, slots } = question
  const today = todayOf(scene)
  const { invoice, period, date, amount, currency } = slots
  const isAhead = date !== undefined && date > today
  const bill = invoice ? { invoice } : period ? { period } : {}
  if (isNear(question, nearPaid) && saysPaid(text, isAhead)) {
    const said = { ...bill, ...(amount && { amount, ...(currency && { currency }) }), ...(date && { date }) }
    return { intent: 'payment.status', slots: said, act: 'says-paid', ...(meansAllBills(text) && { all: true }) }
  }
  if (isNear(question, nearPromise)) {
    const refusal = wantsInstalments(text) ? undefined : readRefusal(text)
    const hearing = { today, language: question.language, locale: localeFor(scene) }
    const other = refusal?.rest ? readPromisedDay(refusal.rest, hearing).date : undefined
    // "Not on Friday but on the fifteenth" promises the fifteenth.
    if (other) return { intent: 'payment.promise', slots: { ...bill, date: other } }
    if (refusal) return { intent: 'payment.promise', slots: bill, act: 'cannot-pay' }
    if (zone !== 'answer' && date !== undefined && date >= today && saysWillPay(text))
      return { intent: 'payment.promise', slots }
  }
  if (asksOwnPromise(text)) return { intent: 'payment.promise', slots: {}, act: 'recall' }
  if (asksNextReminder(text) && (zone !== 'answer' || intent === 'billing.next'))
    return { intent: 'reminder.preferences', slots: {} }
  return zone !== 'answer' && asksWhenSuspended(text) ? { intent: 'suspension.status', slots: {} } : undefined
}

/** A message of its own with what it says of paying in place of what it was taken for. A ticket or a call in the making keeps its words. */
export function heardOfPaying(scene: Scene, text: string, heard: Heard): Heard {
  const { principal, state } = scene
  const { wanted, question } = heard
  if (principal.kind !== 'customer' || holdsCardNumber(text) || offeredAs(state, text)) return heard
  if (state.errand && state.errand.kind !== 'promise' && state.errand.kind !== 'preference') return heard
  if (wanted.kind === 'answer' && (wanted.asked.act || wanted.asked.topic)) return heard
  if (wanted.kind !== 'answer' && wanted.kind !== 'guess' && wanted.kind !== 'other-words') return heard
  if (!question && !saysPaid(text) && !readRefusal(text)) return heard
  const hearing = { today: todayOf(scene), language: state.language, locale: localeFor(scene) }
  const own = question ?? scene.understander.understand(text, hearing)
  // What it points at was settled when it was read: "we have already paid it".
  const pointed = wanted.kind === 'answer' && nearPaid.includes(wanted.asked.intent) ? wanted.asked.slots : {}
  const asked = readPaying(scene, { ...own, slots: { ...own.slots, ...pointed } })
  return asked ? { ...heard, wanted: { kind: 'answer', asked }, language: settled(scene, own.language) } : heard
}
