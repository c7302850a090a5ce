import { describe, expect, test } from 'vitest'
import { kinds as bodyKinds, terms } from '../../src/answers/reminder.ts'
import { kinds as noticeKinds, terms as noticeTerms } from '../../src/answers/reminder-notice.ts'
import { answerJson } from '../../src/conversation/answer-json.ts'
import { say } from '../../src/language/say.ts'
import type { Answer } from '../../src/values/answer.ts'
import { day } from '../../src/values/day.ts'
import { languages } from '../../src/values/language.ts'
import { understanderForTests } from '../conversation/support/open-desk.ts'
import { noticeCases, reminderCases } from './reminder-cases.ts'

const understander = understanderForTests()
const cases = [...reminderCases, ...noticeCases]
const kinds = [...bodyKinds, ...noticeKinds]

const kindsIn = ({ kind, notes = [], next = [] }: Answer): string[] => [
  kind,
  ...notes.map((note) => note.kind),
  ...next.map((step) => step.kind),
]
const termsIn = ({ facts, rows = [], notes = [] }: Answer): string[] =>
  [facts, ...rows, ...notes.map((note) => note.facts)].flatMap((all) =>
    Object.values(all).flatMap(({ value }) => (value.type === 'term' ? [value.term] : [])),
  )

describe('reminders and notices', () => {
  test('the examples show every kind and every word of them', () => {
    const answers = cases.map(([, answered]) => answered('en').answer)
    expect(kinds.filter((kind) => !answers.some((answer) => kindsIn(answer).includes(kind)))).toEqual([])
    expect(
      [...terms, ...noticeTerms].filter((term) => !answers.some((answer) => termsIn(answer).includes(term))),
    ).toEqual([])
  })

  test.each(cases)('%s: the same figures and addresses in every language', (_, answered) => {
    const wordless = (answer: Answer) =>
      JSON.stringify(
        answerJson({ ...answer, notes: answer.notes?.filter(({ kind }) => kind !== 'note.reminder-words') }),
      )
    const [first, ...others] = languages.map((language) => wordless(answered(language).answer))
    for (const other of others) expect(other).toBe(first)
  })

  test.each(languages)('read aloud in %s', async (language) => {
    const sheet = cases.map(([name, answered]) => {
      const { title, text } = say(answered(language).answer, language)
      return `## ${name}\n[${title}]\n${text}\n`
    })
    await expect(sheet.join('\n')).toMatchFileSnapshot(`reminder-sheets/${language}.md`)
  })

  test.each(languages)('each button’s label, said as a message in %s, asks what the button asks', async (language) => {
    const trained = await understander
    const labels = new Map(
      cases.flatMap(([, answered]) => {
        const { answer, offers } = answered(language)
        return say(answer, language).next.map(({ label }, at) => [label, offers[at]?.asked] as const)
      }),
    )
    const heard = [...labels].map(([label, asked]) => {
      const { intent, slots } = trained.understand(label, { today: day('2026-12-01'), language })
      const wanted = { intent: asked?.intent, invoice: asked?.slots.invoice }
      return { label, wanted, got: { intent, invoice: slots.invoice } }
    })
    expect(heard.filter(({ wanted, got }) => JSON.stringify(wanted) !== JSON.stringify(got))).toEqual([])
  })
})
