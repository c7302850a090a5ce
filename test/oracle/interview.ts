import { expect } from 'vitest'
import type { FactJson } from '../../src/cli/fact-json.ts'
import type { Source } from '../../src/values/fact.ts'
import { type Asking, questions, type Spoken, spoken } from './questions.ts'
import type { Asker, Heard } from './talk.ts'

export type Ask = (asker: Asker, text: string, language: Spoken) => Promise<Heard>

export const factOf = (facts: readonly FactJson[], name: string): unknown =>
  facts.find((fact) => fact.name === name)?.value

/** One field of every row of an answer, in the rows' order. */
export const rowsOf = (facts: readonly FactJson[], field: string): unknown[] =>
  facts.filter(({ name }) => new RegExp(`^rows\\.\\d+\\.${field}$`).test(name)).map(({ value }) => value)

/** Down to records, the clock, the partner's settings or the person's own words: never a figure out of nowhere. */
function isFounded(source: Source): boolean {
  if (source.type === 'computed') return source.from.length > 0 && source.from.every(isFounded)
  if (source.type === 'record') return source.id !== '' && source.field !== ''
  return source.type !== 'configured' || source.setting !== ''
}

// "Nothing is open" is a sum over no bill at all: there is no record to name, only the rule.
const isNothing = ({ value, source }: FactJson): boolean =>
  source.type === 'computed' && source.rule !== '' && /^(0|\{"amount":"0\.00",.*)$/.test(JSON.stringify(value))

const plainSpaces = (text: string): string => text.replace(/[\u00a0\u202f]/g, ' ')

function written(value: unknown, language: Spoken): string {
  const { amount, currency } = value as { amount: string; currency: string }
  const format = new Intl.NumberFormat(language === 'en' ? 'en-GB' : language, { style: 'currency', currency })
  return plainSpaces(format.format(amount as `${number}`))
}

/**
 * Asks in all four languages and expects the same facts in each, every one with a source, and the amounts of `shown` in the text
 * as that language writes them. Gives back the facts.
 */
export async function askInAll(ask: Ask, asker: Asker, asking: Asking, number = '', shown: readonly string[] = []) {
  const answers: Heard[] = []
  for (const language of spoken) {
    const { kind, text } = questions[asking]
    const answer = await ask(asker, text[language].replace('{}', number), language)
    expect([answer.kind, answer.language], text[language]).toEqual([kind, language])
    for (const fact of answer.facts) {
      expect(isFounded(fact.source) || isNothing(fact), `${kind} ${fact.name} has a source`).toBe(true)
    }
    for (const name of shown) {
      expect(plainSpaces(answer.text), `${number} ${language}`).toContain(written(factOf(answer.facts, name), language))
    }
    answers.push(answer)
  }
  const [first, ...others] = answers as [Heard, ...Heard[]]
  for (const other of others) expect(other.facts).toEqual(first.facts)
  return first.facts
}
