import type { Json } from '../store/documents.ts'
import type { Answer } from '../values/answer.ts'
import { type ChartOf, mapChart } from '../values/chart.ts'
import type { Fact, FactValue, Source } from '../values/fact.ts'
import { type MoneyJson, moneyFromJson, moneyJson } from '../values/money.ts'

// An answer as it is stored. Its facts come from few records and name each many times, so every record stands there once and a
// source says which: a turn's record is a quarter as long that way, and writing it is most of what a turn costs. Our own writing is
// read back, so nothing is checked again.

type Origin = readonly [record: string, id: string, file?: string]
type StoredSource =
  | readonly [origin: number, field: string, line?: number]
  | { readonly rule: string; readonly from: readonly StoredSource[] }
  | Exclude<Source, { type: 'record' | 'computed' }>
type StoredFact = readonly [value: unknown, source: StoredSource]
type StoredAnswer = { readonly origins: readonly Origin[]; readonly answer: unknown }

export function answerJson(answer: Answer): Json {
  const origins: Origin[] = []
  const places = new Map<string, number>()
  const originOf = ({ record, id, import: file }: Extract<Source, { type: 'record' }>): number => {
    const key = `${record}|${id}|${file ?? ''}`
    const place = places.get(key) ?? origins.push(file === undefined ? [record, id] : [record, id, file]) - 1
    places.set(key, place)
    return place
  }
  const sourceJson = (source: Source): StoredSource => {
    if (source.type === 'computed') return { rule: source.rule, from: source.from.map(sourceJson) }
    if (source.type !== 'record') return source
    const place = originOf(source)
    return source.line === undefined ? [place, source.field] : [place, source.field, source.line]
  }
  const stored = eachFact<Fact, StoredFact>(answer, ({ value, source }) => [writeValue(value), sourceJson(source)])
  return { origins, answer: stored } satisfies StoredAnswer as unknown as Json
}

/** An answer that `answerJson` wrote. */
export function answerFromJson(json: Json): Answer {
  const { origins, answer } = json as unknown as StoredAnswer
  const sourceOf = (stored: StoredSource): Source => {
    if ('rule' in stored) return { type: 'computed', rule: stored.rule, from: stored.from.map(sourceOf) }
    if ('type' in stored) return stored
    const [place, field, line] = stored
    const [record, id, file] = origins[place] as Origin
    return {
      type: 'record',
      record,
      id,
      field,
      ...(line !== undefined && { line }),
      ...(file !== undefined && { import: file }),
    }
  }
  const read = ([value, source]: StoredFact): Fact => ({ value: readValue(value), source: sourceOf(source) })
  return eachFact<StoredFact, Fact>(answer as WithFacts<StoredFact>, read) as Answer
}

type WithFacts<F> = Omit<Answer, 'facts' | 'rows' | 'notes' | 'next' | 'chart'> & {
  readonly facts: Readonly<Record<string, F>>
  readonly rows?: readonly Readonly<Record<string, F>>[]
  readonly notes?: readonly { readonly kind: string; readonly facts: Readonly<Record<string, F>> }[]
  readonly next?: readonly { readonly kind: string; readonly facts: Readonly<Record<string, F>> }[]
  readonly chart?: ChartOf<F>
}

function eachFact<From, To>(answer: WithFacts<From>, change: (fact: From) => To): WithFacts<To> {
  const all = (facts: Readonly<Record<string, From>>): Record<string, To> => {
    const changed: Record<string, To> = {}
    for (const name in facts) changed[name] = change(facts[name] as From)
    return changed
  }
  const alone = <T extends { readonly facts: Readonly<Record<string, From>> }>(said: T) => ({
    ...said,
    facts: all(said.facts),
  })
  return {
    ...alone(answer),
    rows: answer.rows?.map(all),
    notes: answer.notes?.map(alone),
    next: answer.next?.map(alone),
    chart: answer.chart && mapChart(answer.chart, change),
  }
}

/** Only money is not JSON as it is. */
const writeValue = (value: FactValue): unknown =>
  value.type === 'money' ? { type: 'money', money: moneyJson(value.money) } : value

const readValue = (json: unknown): FactValue => {
  const value = json as FactValue | { type: 'money'; money: MoneyJson }
  return value.type === 'money' ? { type: 'money', money: moneyFromJson(value.money as MoneyJson) } : value
}
