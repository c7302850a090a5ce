import type { Answer } from '../values/answer.ts'
import type { Facts } from '../values/fact.ts'
import type { Language } from '../values/language.ts'
import { catalogues } from './catalogue/catalogues.ts'
import { assertBound } from './figures.ts'
import { sayChart } from './say-chart.ts'
import { sayFact } from './say-fact.ts'
import { type Said, templatesOf, UnknownKind, type Values } from './templates.ts'
import type { Words } from './words.ts'

type SaidFacts = Readonly<Record<string, string>>

/**
 * Says an answer in a language. Throws UnboundFigure when a figure of the text is no fact, UnknownKind for a kind that the
 * catalogue lacks.
 */
export function say(answer: Answer, language: Language): Words {
  const templates = templatesOf(answer.kind, language)
  const facts = sayFacts(answer.facts, language)
  const values = valuesOf(answer.facts, facts)
  const lead = spoken(templates.text, values, facts)
  const rows = (answer.rows ?? []).map((row) => {
    if (!templates.row) throw new UnknownKind(`no ${language} row for "${answer.kind}"`)
    const cells = sayFacts(row, language)
    const filled = valuesOf(row, cells)
    const detail = templates.detail && spoken(templates.detail, filled, cells)
    return { text: spoken(templates.row, filled, cells), cells, ...(detail && { detail }) }
  })
  const notes = (answer.notes ?? []).map((note) => sayAlone(note.kind, note.facts, language))
  const next = (answer.next ?? []).map((step) => {
    const label = capitalised(sayAlone(step.kind, step.facts, language))
    return { label, message: label }
  })
  return {
    text: whole(lead, rows, notes, next, language),
    title: templates.title ? spoken(templates.title, values, facts) : lead,
    lead,
    rows,
    facts,
    labels: labelsOf([answer.facts, ...(answer.rows?.slice(0, 1) ?? [])], language),
    notes,
    ...(answer.chart && { chart: sayChart(answer.chart, language) }),
    next,
  }
}

function sayFacts(facts: Facts, language: Language): SaidFacts {
  const said: Record<string, string> = {}
  for (const name in facts) said[name] = sayFact(facts[name]!.value, language)
  return said
}

/** A plural needs the number itself, a select the term's key: `partly-paid` becomes `partly_paid`, which ICU can read. */
function valuesOf(facts: Facts, said: SaidFacts): Values {
  const values: Record<string, string | number> = {}
  for (const name in facts) {
    const { value } = facts[name]!
    values[name] = value.type === 'count' ? value.count : said[name]!
    if (value.type === 'term')
      values[`${name}Is`] = value.term.slice(value.term.lastIndexOf('.') + 1).replaceAll('-', '_')
  }
  return values
}

/** Every text that goes out passes here, so that none can hold a figure of its own. */
function spoken(template: Said, values: Values, facts: SaidFacts): string {
  const text = template(values)
  assertBound(text, Object.values(facts))
  return text
}

function sayAlone(kind: string, facts: Facts, language: Language): string {
  const said = sayFacts(facts, language)
  return spoken(templatesOf(kind, language).text, valuesOf(facts, said), said)
}

const capitalised = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

/** The text for whoever sees no buttons. A choice has said its options as rows already. */
function whole(
  lead: string,
  rows: Words['rows'],
  notes: Words['notes'],
  next: Words['next'],
  language: Language,
): string {
  const body = [lead, ...rows.map(({ text }) => `- ${text}`)].join('\n')
  const options = rows.map(({ text }) => text.toLowerCase())
  const steps = next
    .filter(({ label }) => !options.some((option) => option.includes(label.toLowerCase())))
    .map(({ label }) => label)
  const way = steps.length ? `\n\n${catalogues[language].terms['frame.next']} ${steps.join(' · ')}` : ''
  return `${notes.length ? [body, notes.join('\n')].join('\n\n') : body}${way}`
}

function labelsOf(all: readonly Facts[], language: Language): SaidFacts {
  const { terms } = catalogues[language]
  const labels: Record<string, string> = {}
  for (const facts of all)
    for (const name in facts) {
      const label = terms[`label.${name}`]
      if (label !== undefined) labels[name] = label
    }
  return labels
}
