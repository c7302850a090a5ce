import type { Fact } from '../values/fact.ts'
import { type Asked, aboutOneBill } from './asked.ts'
import type { Answered, Offer } from './asking.ts'
import { askedPeriod, askedText, termFact } from './facts.ts'
import { computed } from './sources.ts'

/** The other question of a message: its topic, and what it is about where it says so. */
export const kinds = ['next.also', 'next.also-about'] as const

/** The answer with the message's other question as the first next step. After a bill was shown it is about that bill, if it names none. */
export function offerAlso(answered: Answered, other: Asked): { readonly answered: Answered; readonly asked: Asked } {
  const { answer, offers } = answered
  const asked = ofShown(other, answer.facts.invoice)
  const step = stepOf(asked)
  // What it asks is offered once.
  const others = offers.filter((offer) => JSON.stringify(offer.asked) !== JSON.stringify(asked))
  return {
    asked,
    answered: {
      ...answered,
      answer: { ...answer, next: [step, ...others.map((offer) => offer.step)] },
      offers: [{ step, asked }, ...others],
    },
  }
}

function ofShown(asked: Asked, shown: Fact | undefined): Asked {
  const { invoice, period, date, amount, beside } = asked.slots
  const named = invoice ?? period ?? date ?? amount ?? beside
  if (named !== undefined || !aboutOneBill(asked.intent)) return asked
  if (shown?.value.type !== 'text' || shown.source.type !== 'record') return asked
  return { ...asked, slots: { ...asked.slots, invoice: shown.value.text } }
}

function stepOf({ intent, slots }: Asked): Offer['step'] {
  const topic = termFact(`intent.${intent}`, computed('what the message also asks', []))
  const about = slots.invoice ? askedText(slots.invoice) : slots.period ? askedPeriod(slots.period) : undefined
  return about ? { kind: 'next.also-about', facts: { topic, about } } : { kind: 'next.also', facts: { topic } }
}
