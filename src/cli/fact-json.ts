import type { Answer } from '../values/answer.ts'
import { chartFacts } from '../values/chart.ts'
import type { Fact, Facts, FactValue, Source } from '../values/fact.ts'
import { type MoneyJson, moneyJson } from '../values/money.ts'
import type { Period } from '../values/period.ts'

export type FactJson = { readonly name: string; readonly value: unknown; readonly source: Source }

/** Every fact of an answer with its source; those of rows, notes, chart and next steps are called `rows.0.total`. */
export const factsJson = ({ facts, rows = [], notes = [], chart, next = [] }: Answer): FactJson[] => [
  ...namedFacts('', facts),
  ...rows.flatMap((row, at) => namedFacts(`rows.${at}.`, row)),
  ...notes.flatMap((note, at) => namedFacts(`notes.${at}.`, note.facts)),
  ...(chart ? namedFacts('chart.', chartFacts(chart)) : []),
  ...next.flatMap((step, at) => namedFacts(`next.${at}.`, step.facts)),
]

const namedFacts = (prefix: string, facts: Facts): FactJson[] =>
  Object.entries(facts).map(([name, { value, source }]: [string, Fact]) => ({
    name: prefix + name,
    value: valueJson(value),
    source,
  }))

/** Money as `{amount, currency}`, days ISO, a period as its two days; the rest as it is. */
function valueJson(value: FactValue): MoneyJson | Period | string | number {
  switch (value.type) {
    case 'money':
      return moneyJson(value.money)
    case 'day':
      return value.day
    case 'instant':
      return value.instant
    case 'period':
      return value.period
    case 'count':
      return value.count
    case 'decimal':
      return value.decimal
    case 'price':
      return { amount: value.price, currency: value.currency }
    case 'percent':
      return value.percent
    case 'text':
      return value.text
    case 'term':
      return value.term
  }
}
