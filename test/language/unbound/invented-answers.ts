import { IntlMessageFormat } from 'intl-messageformat'
import { answerKinds } from '../../../src/answers/kinds.ts'
import { catalogues } from '../../../src/language/catalogue/catalogues.ts'
import type { Template } from '../../../src/language/catalogue.ts'
import type { Answer } from '../../../src/values/answer.ts'
import type { Chart } from '../../../src/values/chart.ts'
import type { Fact, Facts, FactValue } from '../../../src/values/fact.ts'
import type { Pick } from '../../oracle/invented-lines.ts'
import { anyValue, inventedFact, inventedValue } from './invented-facts.ts'

const { templates, terms } = catalogues.en
/** A term as a template chooses by it: `invoice.status.partly-paid` by `partly_paid`. */
const choiceOf = (term: string): string => term.slice(term.lastIndexOf('.') + 1).replaceAll('-', '_')
const termsByChoice = Map.groupBy(Object.keys(terms), choiceOf)
const of = <T>(pick: Pick, all: readonly T[]): T => all[pick(all.length)] as T

type Element = { type: number; value?: string; options?: Record<string, { value: Element[] }> }
const [literal, number, select, plural, pound] = [0, 2, 5, 6, 7]

/** What a template asks of each fact that it names: to be a number, to be one of these terms, or nothing. */
type Asked = { number?: true; choices?: string[] }

function asks(elements: readonly Element[], found: Map<string, Asked>): Map<string, Asked> {
  for (const { type, value = '', options = {} } of elements) {
    if (type === literal || type === pound) continue
    const name = type === select ? value.replace(/Is$/, '') : value
    const asked = found.get(name) ?? {}
    if (type === number || type === plural) asked.number = true
    if (type === select) asked.choices = [...(asked.choices ?? []), ...Object.keys(options)]
    found.set(name, asked)
    for (const inner of Object.values(options)) asks(inner.value, found)
  }
  return found
}

const asksOf = (parts: readonly string[]): Map<string, Asked> =>
  parts.reduce((found, part) => asks(new IntlMessageFormat(part, 'en').getAst() as Element[], found), new Map())

type Asks = { readonly own: Map<string, Asked>; readonly row?: Map<string, Asked> }

function asksOfTemplate(template: Template): Asks {
  if (typeof template === 'string') return { own: asksOf([template]) }
  const { title, text, row } = template
  return { own: asksOf([title, text]), ...(row !== undefined && { row: asksOf([row]) }) }
}

/** What each kind's template asks of its facts: read from the template, so that none is left out. */
const asksByKind = new Map(answerKinds.map((kind) => [kind, asksOfTemplate(templates[kind] as Template)]))

/** Those said alone, as a note or a button, and those said as an answer. */
export const [aloneKinds, leadKinds] = [true, false].map((alone) =>
  answerKinds.filter((kind) => (typeof templates[kind] === 'string') === alone),
) as [string[], string[]]

function valueFor(pick: Pick, { number: isNumber, choices }: Asked): FactValue {
  if (isNumber) return inventedValue(pick, 'count')
  if (!choices) return anyValue(pick)
  return { type: 'term', term: of(pick, termsByChoice.get(of(pick, choices)) ?? []) }
}

const signs = ['sign.plus', 'sign.minus']

/** What stands at an amount can be a sign only. */
const factsFor = (pick: Pick, asked: ReadonlyMap<string, Asked>): Facts =>
  Object.fromEntries(
    [...asked].map(([name, each]) => {
      return [name, inventedFact(name === 'sign' ? { type: 'term', term: of(pick, signs) } : valueFor(pick, each))]
    }),
  )

const some = <T>(pick: Pick, most: number, make: () => T): T[] => Array.from({ length: pick(most + 1) }, make)

const alone = (pick: Pick) => {
  const kind = of(pick, aloneKinds)
  return { kind, facts: factsFor(pick, asksByKind.get(kind)?.own ?? new Map()) }
}

const label = (pick: Pick): Fact =>
  inventedFact(pick(3) ? anyValue(pick) : { type: 'term', term: of(pick, [...termsByChoice.values()].flat()) })
const amount = (pick: Pick): Fact => inventedFact(inventedValue(pick, 'money'))
const bar = (pick: Pick) => ({ label: label(pick), ...(pick(2) && { detail: label(pick) }), amount: amount(pick) })

export function inventedChart(pick: Pick): Chart {
  const bars = [bar(pick), ...some(pick, 6, () => bar(pick))]
  return of(pick, [
    { type: 'bridge', rows: bars, from: amount(pick), to: amount(pick) },
    { type: 'history', points: bars },
    { type: 'parts', parts: bars },
  ] satisfies Chart[])
}

/** An answer of a kind: invented facts in every place that its template names, with notes, next steps and a chart of any kind. */
export function inventedAnswer(pick: Pick, kind: string): Answer {
  const { own, row } = asksByKind.get(kind) as Asks
  return {
    kind,
    facts: factsFor(pick, own),
    ...(row && { rows: some(pick, 12, () => factsFor(pick, row)) }),
    notes: some(pick, 4, () => alone(pick)),
    ...(pick(3) === 0 && { chart: inventedChart(pick) }),
    next: some(pick, 4, () => alone(pick)),
  }
}

/** The same answer about other values: each fact keeps its type, so that what a family of answers puts where is kept too. */
export function refilled(pick: Pick, answer: Answer): Answer {
  const fact = ({ value }: Fact): Fact => inventedFact(value.type === 'term' ? value : inventedValue(pick, value.type))
  const facts = (all: Facts): Facts => Object.fromEntries(Object.entries(all).map(([name, each]) => [name, fact(each)]))
  const { rows, notes, next, chart } = answer
  return {
    kind: answer.kind,
    facts: facts(answer.facts),
    ...(rows && { rows: rows.map(facts) }),
    ...(notes && { notes: notes.map((note) => ({ ...note, facts: facts(note.facts) })) }),
    ...(chart && { chart: inventedChart(pick) }),
    ...(next && { next: next.map((step) => ({ ...step, facts: facts(step.facts) })) }),
  }
}
