import type { IAdaptiveCard } from '@microsoft/teams.cards'
import { describe, expect, test } from 'vitest'
import { reminderAnswer } from '../../src/answers/reminder.ts'
import { assertBound } from '../../src/language/figures.ts'
import { reminderCard } from '../../src/teams/cards/reminder-card.ts'
import { languages } from '../../src/values/language.ts'
import { noticeCases, reminderCases } from '../answers/reminder-cases.ts'
import { bill, inPounds, reminding, rules } from '../answers/reminder-examples.ts'

type Element = { readonly type?: string } & Record<string, unknown>

/** Every object of a card that has a type, from the outside in. */
function elementsOf(value: unknown): Element[] {
  if (typeof value !== 'object' || value === null) return []
  const inner = Object.values(value).flatMap(elementsOf)
  return 'type' in value ? [value as Element, ...inner] : inner
}
const typed = (card: unknown, type: string) => elementsOf(card).filter((element) => element.type === type)
const textsOf = (card: unknown): string[] => [
  ...typed(card, 'TextBlock').map(({ text }) => text as string),
  ...typed(card, 'FactSet').flatMap(({ facts }) =>
    (facts as { title: string; value: string }[]).flatMap(({ title, value }) => [title, value]),
  ),
]
const sizeOf = (card: IAdaptiveCard) => Buffer.byteLength(JSON.stringify(card))

const cases = [...reminderCases, ...noticeCases]

describe.each(languages)('the card in %s', (language) => {
  test.each(cases)('%s: is sound, small enough, and says what its text says', (_, answered) => {
    const { card, words } = reminderCard(answered(language), language)
    expect(card).toMatchObject({ type: 'AdaptiveCard', version: '1.5', lang: language, fallbackText: words.text })
    expect(sizeOf(card)).toBeLessThan(28 * 1024)
    expect(typed(card, 'TextBlock').filter(({ style }) => style === 'heading')).toHaveLength(1)
    for (const block of typed(card, 'TextBlock'))
      expect(block).toMatchObject({ wrap: true, text: expect.stringMatching(/./) })
    for (const action of typed(card, 'Action.Execute'))
      expect(action).toMatchObject({
        verb: 'ask',
        data: { intent: expect.any(String) },
        fallback: { type: 'Action.Submit' },
      })
    const labels = (card.actions ?? []).map(({ title }) => title as string)
    expect(labels).toEqual(words.next.map(({ label }) => label))
    for (const label of [words.lead, ...words.notes.filter((note) => !note.includes(': ')), ...labels])
      expect(words.text).toContain(label)
    // Nothing on it that the text does not say: every figure of the card stands there.
    for (const shown of textsOf(card))
      assertBound(shown, [...words.text.split(/[\n,:;()]\s*|\.\s|\.$/), words.text, ...allFigures(words)])
  })
})

const allFigures = ({ facts, rows, notes }: ReturnType<typeof reminderCard>['words']): string[] => [
  ...Object.values(facts),
  ...rows.flatMap(({ cells }) => Object.values(cells)),
  ...notes,
  ...notes.flatMap((note) => note.split(': ')),
]

const cardOf = (...given: Parameters<typeof reminding>) => reminderCard(reminderAnswer(reminding(...given)), 'en').card
const coloured = (card: IAdaptiveCard) =>
  typed(card.body, 'TextBlock').flatMap(({ color, text }) =>
    color && color !== 'Default' ? [`${color}: ${text}`] : [],
  )

describe('the headline', () => {
  const one = bill(1, '246.00')
  test.each([
    ['courtesy', -5, []],
    ['due', 0, ['Accent: Due today']],
    ['first', 7, ['Attention: Overdue']],
    ['last', 14, ['Attention: Last reminder before access is affected']],
  ])('at the stage %s', (stage, late, colours) => {
    const [, second, third] = cardOf([one], { stage, late }).body as Element[]
    expect(second).toMatchObject({ text: '€246.00', size: 'ExtraLarge' })
    expect(coloured({ type: 'AdaptiveCard', version: '1.5', body: [third] } as unknown as IAdaptiveCard)).toEqual(
      colours,
    )
  })
})

test('in two currencies the headline has both, and adds nothing up', () => {
  const [, sums] = cardOf([bill(1, '246.00'), inPounds(bill(2, '80.00'))], { stage: 'first', late: 7 })
    .body as Element[]
  expect(sums).toMatchObject({ text: '€246.00 · £80.00', size: 'ExtraLarge' })
})

test.each([
  [-1, 'Coming up'],
  [0, 'Due today'],
  [1, '1 day overdue'],
  [30, '30 days overdue'],
])('%i days after the due date a bill is shown as: %s', (late, shown) => {
  expect(textsOf(cardOf([bill(1, '246.00')], { late }))).toContain(shown)
})

describe('many bills', () => {
  const fifty = Array.from({ length: 50 }, (_, at) => bill(100 + at, '10.00'))
  test('twelve are a table, the rest is summed up', () => {
    const card = cardOf(fifty, { stage: 'first', late: 7 })
    expect(typed(card, 'TableRow')).toHaveLength(13)
    expect(textsOf(card)).toContain('And 38 more invoices, €380.00 in total.')
  })

  test.each([12, 13])('%i bills', (count) => {
    const card = cardOf(fifty.slice(0, count), { stage: 'first', late: 7 })
    expect(typed(card, 'TableRow')).toHaveLength(13)
    expect(textsOf(card).some((text) => text.startsWith('And'))).toBe(count > 12)
  })

  test('numbers and words as long as they can be still fit', () => {
    const long = 'Ü'.repeat(600)
    const stages = rules.stages.map((stage) => ({ ...stage, words: { en: long } }))
    const many = fifty.map((one) => ({ ...one, number: `${one.number}-${'Ü'.repeat(300)}` }))
    const card = cardOf(many, { stage: 'first', late: 7, rules: { ...rules, stages } })
    expect(sizeOf(card)).toBeLessThanOrEqual(28 * 1024)
  })
})

test('what is less often wanted is behind the menu, and no more than six buttons are seen', () => {
  const actions = cardOf([bill(1, '246.00')]).actions ?? []
  expect(actions.map((action) => (action as { mode?: string }).mode ?? 'primary')).toEqual([
    'primary',
    'primary',
    'primary',
    'primary',
    'primary',
    'secondary',
    'secondary',
  ])
})

test('a bill’s row opens the bill, named by all that it says', () => {
  const [row] = typed(cardOf([bill(1, '246.00')]), 'TableRow').slice(1)
  const [cell] = (row?.cells ?? []) as Element[]
  expect(cell?.selectAction).toMatchObject({
    data: { intent: 'invoice.show', slots: { invoice: 'FT 2026/201' } },
    title: 'FT 2026/201, October 2026: €246.00, due on 8 December 2026',
  })
})
