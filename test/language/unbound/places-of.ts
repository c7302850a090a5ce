import type { Reply } from '../../../src/conversation/turn.ts'
import { sayFact } from '../../../src/language/say-fact.ts'
import { cardOf } from '../../../src/teams/cards/card-of.ts'
import type { Answer } from '../../../src/values/answer.ts'
import { type Chart, chartFacts } from '../../../src/values/chart.ts'
import type { Fact, Facts } from '../../../src/values/fact.ts'
import { formatPeriodShort, formatSignedMoney } from '../../../src/values/format.ts'
import type { Language } from '../../../src/values/language.ts'

/** A text that a person reads, where it stands, and the facts it may take figures from, as they read in its language. */
export type Place = {
  readonly where: 'text' | 'title' | 'lead' | 'row' | 'note' | 'button' | 'chart' | 'card'
  readonly text: string
  readonly said: readonly string[]
}

const saidOf = (facts: Facts, language: Language): string[] =>
  Object.values(facts).map(({ value }) => sayFact(value, language))

/** What stands alone begins with a capital, also where it begins with a fact: a button's label, a detail in a card. */
const saidAlone = (facts: Facts, language: Language): string[] =>
  saidOf(facts, language).flatMap((said) => [said, said.charAt(0).toUpperCase() + said.slice(1)])

/** A chart also says amounts with a sign and months in short. */
const inChart = ({ value }: Fact, language: Language): string[] => [
  sayFact(value, language),
  ...(value.type === 'money' ? [formatSignedMoney(value.money, language)] : []),
  ...(value.type === 'period' ? [formatPeriodShort(value.period, language)] : []),
]

const saidByChart = (chart: Chart | undefined, language: Language): string[] =>
  chart ? Object.values(chartFacts(chart)).flatMap((fact) => inChart(fact, language)) : []

function saidByAll({ facts, rows = [], notes = [], next = [] }: Answer, language: Language): string[] {
  const all = [facts, ...rows, ...[...notes, ...next].map((each) => each.facts)]
  return all.flatMap((each) => saidAlone(each, language))
}

/** Every text in a card or a chart, whatever it is called there. */
function textsIn(value: unknown, key = ''): string[] {
  if (typeof value === 'string') return ['$schema', 'version'].includes(key) ? [] : [value]
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([name, each]) => textsIn(each, name))
}

/** A bar's `value` is what it is drawn by: nobody reads it. */
const unread = (key: string, value: unknown) => (key === 'value' ? undefined : value)

export function placesOf(reply: Reply): Place[] {
  const { answer, language, words } = reply
  const { rows = [], notes = [], next = [] } = answer
  const [own, all] = [saidOf(answer.facts, language), saidByAll(answer, language)]
  const drawn = saidByChart(answer.chart, language)
  const chart = words.chart && JSON.parse(JSON.stringify(words.chart, unread))
  return [
    { where: 'text', text: words.text, said: all },
    { where: 'title', text: words.title, said: own },
    { where: 'lead', text: words.lead, said: own },
    ...words.rows.map(({ text }, at): Place => ({ where: 'row', text, said: saidOf(rows[at] ?? {}, language) })),
    ...words.notes.map((text, at): Place => ({ where: 'note', text, said: saidOf(notes[at]?.facts ?? {}, language) })),
    ...words.next.map(({ label }, at): Place => {
      return { where: 'button', text: label, said: saidAlone(next[at]?.facts ?? {}, language) }
    }),
    ...textsIn(chart).map((text): Place => ({ where: 'chart', text, said: drawn })),
    ...textsIn(cardOf(reply)).map((text): Place => ({ where: 'card', text, said: [...all, ...drawn] })),
  ]
}
