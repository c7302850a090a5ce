import type { Asked } from '../answers/asked.ts'
import { composed, fold } from '../language/fold.ts'
import { asksWhetherApplied, type GoingOn, readGoingOn } from '../language/going-on.ts'
import type { Slots } from '../language/question.ts'
import { readSlots } from '../language/slots/read-slots.ts'
import type { Language } from '../values/language.ts'
import { localeFor, type Scene, todayOf } from './hearing.ts'
import type { State } from './state.ts'
import type { Wanted } from './wanted.ts'

type Last = NonNullable<State['last']>

/** "Show me all of it", "how is that worked out?", "did it reduce October's bill?": about the last answer, which is known. */
export function goesOn(scene: Scene, text: string, language: Language): Wanted | undefined {
  const { last, choosing } = scene.state
  if (!last || choosing) return undefined
  if (last.asked.intent === 'charge.credit' && asksWhetherApplied(text))
    return { kind: 'answer', asked: ofCredit(last, billIn(scene, text, language)) }
  const going = readGoingOn(text)
  const asked = going && askedOf(going, scene.state, last)
  return asked && { kind: 'answer', asked }
}

/** Long answers, of which the biggest parts are shown first. */
const long: readonly Asked['intent'][] = ['invoice.change', 'charge.proration', 'charge.credit', 'invoice.line']
/** Answers that say themselves how they come about. */
const worked: readonly Asked['intent'][] = ['billing.next', 'billing.period', 'charge.tax', 'charge.currency']
const explained: readonly Asked['intent'][] = [...long, ...worked]
/** Answers that say of which day what they tell is. */
const dated: readonly Asked['intent'][] = ['billing.next', 'charge.currency']

function askedOf(going: GoingOn, { offered = [] }: State, last: Last): Asked | undefined {
  const { asked } = last
  const offers = offered.map((offer) => offer.asked)
  const lines =
    offers.find((offer) => offer.lines) ?? (explained.includes(asked.intent) ? { ...asked, lines: true } : undefined)
  const ofLines = asked.intent === 'invoice.line' || asked.intent === 'charge.proration'
  switch (going) {
    case 'all':
      return (
        offers.find((offer) => offer.all && !offer.lines) ??
        (long.includes(asked.intent) ? { ...asked, all: true } : undefined)
      )
    case 'lines':
      return lines
    case 'groups':
      return ofAzure(last)
    case 'worked':
      if (ofLines) return partOf(last)
      return worked.includes(asked.intent) ? asked : lines
    case 'refunded':
      return ofLines ? partOf(last) : undefined
    case 'certain':
      return asked.intent === 'billing.next' ? asked : undefined
    case 'when':
      return dated.includes(asked.intent) ? asked : undefined
    default:
      return going satisfies never
  }
}

const partOf = ({ asked, invoice }: Last): Asked => ({
  intent: 'charge.proration',
  slots: { ...asked.slots, ...(invoice && { invoice }) },
})

function ofAzure({ asked, invoice }: Last): Asked | undefined {
  if (asked.intent === 'invoice.change') return { ...asked, slots: { ...asked.slots, product: 'Azure' } }
  return invoice ? { intent: 'invoice.change', slots: { invoice, product: 'Azure' } } : undefined
}

const ofCredit = ({ asked }: Last, bill: Slots): Asked => {
  const { invoice, period, date, beside, ...rest } = asked.slots
  const named = bill.invoice || bill.period
  return { ...asked, slots: named ? { ...rest, ...bill } : asked.slots }
}

/** The bill or the month that a message names. */
function billIn(scene: Scene, text: string, language: Language): Slots {
  const plain = composed(text)
  const monthFirst = localeFor(scene)?.toLowerCase() === 'en-us'
  const reading = { text: plain, folded: fold(plain), today: todayOf(scene), language, monthFirst }
  const { invoice, period } = readSlots(reading).slots
  return { ...(invoice && { invoice }), ...(period && { period }) }
}
