import { describe, expect, test } from 'vitest'
import { answerJson } from '../../src/conversation/answer-json.ts'
import { intents } from '../../src/language/vocabulary.ts'
import type { Answer } from '../../src/values/answer.ts'
import { chartFacts } from '../../src/values/chart.ts'
import type { Fact, Facts, Source } from '../../src/values/fact.ts'
import { languages } from '../../src/values/language.ts'
import { deskForTests } from '../conversation/support/open-desk.ts'

const desk = deskForTests()
const press = async (intent: string, language: string, slots: object = {}) =>
  (
    await desk.say(
      'clara',
      { kind: 'action', verb: 'ask', data: { intent, slots } },
      { conversation: language, locale: language },
    )
  ).replies[0]!

const factsOf = ({ facts, rows = [], notes = [], chart, next = [] }: Answer): Fact[] =>
  [
    facts,
    ...rows,
    ...notes.map((note) => note.facts),
    ...(chart ? [chartFacts(chart)] : []),
    ...next.map((step) => step.facts),
  ].flatMap((all: Facts) => Object.values(all))

/** The addresses at the end of a source, whatever was computed on the way. */
const leaves = (source: Source): Source[] => (source.type === 'computed' ? source.from.flatMap(leaves) : [source])

const questions = intents.flatMap((intent) => [
  { intent, slots: {} },
  { intent, slots: { period: '2026-09' } },
  { intent, slots: { invoice: 'FT 2026/118', line: 2 } },
  { intent, slots: { product: 'exchange', amount: '100' } },
])

// The partner writes what support covers once per language, and a time zone's name is a word.
const worded = ['covers', 'zone']
const wordless = (answer: Answer) =>
  JSON.stringify(answerJson(answer), (name, value) => (worded.includes(name) ? undefined : value))

describe('an answer is one value, said in four languages', () => {
  test('the same facts and sources in each', async () => {
    for (const { intent, slots } of questions) {
      const [first, ...others] = await Promise.all(languages.map((language) => press(intent, language, slots)))
      for (const other of others) expect(wordless(other.answer), intent).toBe(wordless(first!.answer))
    }
  })

  test('every reply has a lead, and ends with two or three things to do next', async () => {
    for (const { intent, slots } of questions)
      for (const language of languages) {
        const { words, answer } = await press(intent, language, slots)
        expect(words.lead, intent).not.toBe('')
        const most = answer.kind.startsWith('choice.') ? 5 : 3
        expect(words.next.length, `${intent} ${answer.kind}`).toBeGreaterThan(0)
        expect(words.next.length, `${intent} ${answer.kind}`).toBeLessThanOrEqual(most)
      }
  })
})

describe('every figure has an address', () => {
  test('down to the record, its field and the import', async () => {
    for (const { intent, slots } of questions) {
      const { answer } = await press(intent, 'en', slots)
      for (const { value, source } of factsOf(answer)) {
        if (!['money', 'day', 'period', 'percent', 'decimal', 'price', 'count'].includes(value.type)) continue
        const ends = leaves(source)
        if (value.type === 'money') expect(ends.length, `${intent} ${JSON.stringify(source)}`).toBeGreaterThan(0)
        for (const end of ends) if (end.type === 'record') expect(end.id && end.field).toBeTruthy()
      }
    }
  })

  test('a line of a bill names its line and the import behind it', async () => {
    const { answer } = await press('invoice.show', 'en', { invoice: 'FT 2026/118' })
    expect(answer.rows?.[2]?.net?.source).toEqual({
      type: 'record',
      record: 'invoices',
      id: 'a-3',
      field: 'lines.net',
      line: 3,
      import: 'import-1',
    })
  })

  test('what the person said themselves is marked as theirs', async () => {
    const { answer } = await press('invoice.line', 'en', { amount: '999.99' })
    expect(answer.facts.amount?.source).toEqual({ type: 'asked' })
  })
})
