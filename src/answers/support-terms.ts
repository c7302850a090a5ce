import { nextHoliday } from '../support/next-holiday.ts'
import type { Price } from '../support/offering.ts'
import { priorities } from '../support/ticket.ts'
import type { Answer } from '../values/answer.ts'
import type { Fact } from '../values/fact.ts'
import type { Answered, Asking } from './asking.ts'
import { contactNotes, hoursRows } from './contact.ts'
import { countFact, dayFact, moneyFact, termFact, textFact } from './facts.ts'
import { aPerson, whatCanYouDo } from './offers.ts'
import { reply } from './reply.ts'
import { clockSource, computed, configured } from './sources.ts'

export const kinds = [
  'support.terms',
  'support.terms.none',
  'note.holiday',
  'note.plan',
  'note.covers',
  'note.price',
  'note.no-price',
  'note.model',
  'note.target',
] as const
export const terms = [
  ...['own', 'resold', 'outsourced'].map((model) => `support.${model}`),
  ...['hour', 'case', 'month'].map((per) => `per.${per}`),
  ...['all', 'technical', 'commercial'].map((kind) => `charged.${kind}`),
  ...priorities.map((priority) => `target.${priority}`),
  ...['hours', 'minutes'].map((unit) => `business.${unit}`),
]

/** When support answers, how to reach it, what it covers, promises and costs: the partner's words, no promise of ours. */
export function supportTerms(asking: Asking): Answered {
  const { offering } = asking
  if (!offering) return reply('support.terms.none', {}, { offers: [whatCanYouDo] })
  return reply(
    'support.terms',
    { partner: textFact(offering.name, configured('name')) },
    {
      rows: hoursRows(offering, asking),
      notes: [
        // The hours are the rows already.
        ...contactNotes(asking).filter(({ kind }) => kind !== 'note.hours'),
        ...holidayNote(offering, asking),
        ...planNote(offering),
        ...coversNote(offering, asking),
        modelNote(offering),
        priceNote(offering),
        ...targetNotes(offering),
      ],
      offers: [aPerson, whatCanYouDo],
    },
  )
}

type Offering = NonNullable<Asking['offering']>
type Note = NonNullable<Answer['notes']>[number]

function holidayNote(offering: Offering, { now }: Asking): Note[] {
  const day = nextHoliday(offering, now)
  if (!day) return []
  const source = computed('the next holiday on a day with hours', [configured('holidays'), clockSource])
  return [{ kind: 'note.holiday', facts: { day: dayFact(day, source) } }]
}

/** Of the plans an offering for one customer holds its own alone. */
const planNote = ({ plans = [] }: Offering): Note[] =>
  plans
    .slice(0, 1)
    .map(({ name }) => ({ kind: 'note.plan', facts: { plan: textFact(name, configured('plans.name')) } }))

function coversNote({ covers }: Offering, { language }: Asking): Note[] {
  const said = covers[language] ?? Object.values(covers)[0]
  return said ? [{ kind: 'note.covers', facts: { covers: textFact(said, configured('covers')) } }] : []
}

/** Who helps. A provider without a name was none of the customer's business to the partner. */
function modelNote({ model, provider, name }: Offering): Note {
  const named = model === 'own' ? name : provider
  return {
    kind: 'note.model',
    facts: {
      model: termFact(`support.${named ? model : 'own'}`, configured('model')),
      provider: textFact(named ?? name, configured(model === 'own' ? 'name' : 'provider')),
    },
  }
}

const priceNote = ({ price }: Offering): Note =>
  price
    ? {
        kind: 'note.price',
        facts: {
          price: moneyFact(price.amount, configured('price.amount')),
          per: termFact(`per.${price.per}`, configured('price.per')),
          charged: termFact(`charged.${chargedOf(price)}`, configured('price.for')),
        },
      }
    : { kind: 'note.no-price', facts: {} }

function chargedOf({ for: kinds }: Price): 'all' | 'technical' | 'commercial' {
  const [only, ...more] = [...new Set(kinds)]
  return only === undefined || more.length > 0 ? 'all' : only
}

const targetNotes = ({ targets }: Offering): Note[] =>
  priorities.flatMap((priority) => {
    const target = targets?.[priority]
    if (!target) return []
    const source = configured(`targets.${priority}`)
    const [respond, respondIn] = businessTime(target.respond, `targets.${priority}.respond`)
    const [resolve, resolveIn] = businessTime(target.resolve, `targets.${priority}.resolve`)
    const facts = { priority: termFact(`target.${priority}`, source), respond, respondIn, resolve, resolveIn }
    return [{ kind: 'note.target', facts }]
  })

/** Whole hours where they are whole, else minutes: how many, and of what. */
function businessTime(minutes: number, setting: string): readonly [Fact, Fact] {
  const source = configured(setting)
  return minutes % 60 === 0
    ? [countFact(minutes / 60, source), termFact('business.hours', source)]
    : [countFact(minutes, source), termFact('business.minutes', source)]
}
