import type { Answer } from '../values/answer.ts'
import type { Answered, Asking } from './asking.ts'
import { contactNotes, hoursRows } from './contact.ts'
import { moneyFact, termFact, textFact } from './facts.ts'
import { aPerson, whatCanYouDo } from './offers.ts'
import { reply } from './reply.ts'
import { configured } from './sources.ts'

export const kinds = [
  'support.terms',
  'support.terms.none',
  'note.covers',
  'note.price',
  'note.no-price',
  'note.provider',
] as const
export const terms = [
  ...['own', 'resold', 'outsourced'].map((model) => `support.${model}`),
  ...['hour', 'case', 'month'].map((per) => `per.${per}`),
]

/** When support answers, how to reach it, what it covers and costs: the partner's words, no promise of ours. */
export function supportTerms(asking: Asking): Answered {
  const { offering, language } = asking
  if (!offering) return reply('support.terms.none', {}, { offers: [whatCanYouDo] })
  const covers = offering.covers[language] ?? Object.values(offering.covers)[0]
  return reply(
    'support.terms',
    { partner: textFact(offering.name, configured('name')) },
    {
      rows: hoursRows(offering, asking),
      notes: [
        // The hours are the rows already.
        ...contactNotes(asking).filter(({ kind }) => kind !== 'note.hours'),
        ...(covers ? [{ kind: 'note.covers', facts: { covers: textFact(covers, configured('covers')) } }] : []),
        priceNote(offering),
        ...(offering.provider && offering.model !== 'own' ? [providerNote(offering, offering.provider)] : []),
      ],
      offers: [aPerson, whatCanYouDo],
    },
  )
}

type Offering = NonNullable<Asking['offering']>
type Note = NonNullable<Answer['notes']>[number]

const priceNote = ({ price }: Offering): Note =>
  price
    ? {
        kind: 'note.price',
        facts: {
          price: moneyFact(price.amount, configured('price.amount')),
          per: termFact(`per.${price.per}`, configured('price.per')),
        },
      }
    : { kind: 'note.no-price', facts: {} }

const providerNote = ({ model }: Offering, provider: string): Note => ({
  kind: 'note.provider',
  facts: {
    model: termFact(`support.${model}`, configured('model')),
    provider: textFact(provider, configured('provider')),
  },
})
