import type { Answer } from '../values/answer.ts'
import type { Facts } from '../values/fact.ts'
import type { Answered, Offer } from './asking.ts'

type More = Pick<Answer, 'rows' | 'notes' | 'chart'> & {
  readonly offers?: readonly Offer[]
  readonly choosing?: boolean
}

/** Puts an answer together: the kind, its facts, and what the person can do next. */
export const reply = (
  kind: string,
  facts: Facts,
  { rows, notes, chart, offers = [], choosing }: More = {},
): Answered => ({
  answer: { kind, facts, rows, notes, ...(chart && { chart }), next: offers.map(({ step }) => step) },
  offers,
  choosing,
})
