import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Reply } from '../../src/conversation/turn.ts'
import { cardOf } from '../../src/teams/cards/card-of.ts'
import { currency } from '../../src/values/currency.ts'
import type { Fact } from '../../src/values/fact.ts'
import { languages } from '../../src/values/language.ts'
import { money } from '../../src/values/money.ts'
import { ask, somebody } from './support/activities.ts'
import { type Door, openDoor, sampleFolder } from './support/open-door.ts'

type Element = { readonly type?: string } & Record<string, unknown>

/** Every object of a card that has a type, from the outside in. */
function elementsOf(value: unknown): Element[] {
  if (typeof value !== 'object' || value === null) return []
  const inner = Object.values(value).flatMap(elementsOf)
  return 'type' in value ? [value as Element, ...inner] : inner
}
const typed = (card: unknown, type: string) => elementsOf(card).filter((element) => element.type === type)

const questions = {
  en: ['List all invoices', 'Show the latest invoice'],
  'pt-PT': ['Mostre todas as faturas', 'Mostre a última fatura'],
  'pt-BR': ['Mostre todas as faturas', 'Mostre a última fatura'],
  es: ['Muestre todas las facturas', 'Muestre la última factura'],
}

describe('cards of real bills', () => {
  let sample: Awaited<ReturnType<typeof sampleFolder>>
  let door: Door
  const cards: { language: string; text: string; card: Element }[] = []
  beforeAll(async () => {
    sample = await sampleFolder()
    door = await openDoor(sample)
    for (const language of languages)
      for (const text of questions[language]) {
        const person = door.people.find((each) => each.language === language && each.roles.includes('billing-contact'))
        const [reply] = await ask(door, person ?? somebody(door, 'billing-contact'), text, { locale: language })
        cards.push({ language, text: reply?.text ?? '', card: reply?.attachments?.[0]?.content as Element })
      }
  })
  afterAll(async () => {
    await door.close()
    await sample.remove()
  })

  test('a list and a bill have one in all four languages', () => {
    expect(cards.filter(({ card }) => card)).toHaveLength(8)
  })

  test('they are Adaptive Cards 1.5 that name their language, and say everything to whoever sees none', () => {
    for (const { language, text, card } of cards) {
      expect(card).toMatchObject({ type: 'AdaptiveCard', version: '1.5', lang: language, fallbackText: text })
      expect(elementsOf(card).filter(({ style }) => style === 'heading')).toHaveLength(1)
    }
  })

  test('nothing in them is cut off', () => {
    for (const { card } of cards) for (const block of typed(card, 'TextBlock')) expect(block.wrap).toBe(true)
  })

  test('every table has a head, and as many cells in each row as it has columns', () => {
    for (const { card } of cards)
      for (const table of typed(card, 'Table'))
        for (const row of table.rows as { cells: unknown[] }[])
          expect(row.cells).toHaveLength((table.columns as unknown[]).length)
    for (const { card } of cards) expect(typed(card, 'Table')[0]?.firstRowAsHeaders).toBe(true)
  })

  test('every column and every date has a name', () => {
    for (const { card } of cards) {
      expect(typed(card, 'TextBlock').filter(({ text }) => !text)).toEqual([])
      for (const { facts } of typed(card, 'FactSet')) expect(facts).toHaveLength(3)
    }
  })

  test('every button is an Action.Execute with a verb, and does the same in a client that knows Action.Submit only', () => {
    for (const { card } of cards)
      for (const action of typed(card, 'Action.Execute')) {
        expect(action).toMatchObject({ title: expect.any(String), verb: expect.stringMatching(/^(say|ask)$/) })
        expect(action.fallback).toMatchObject({ type: 'Action.Submit', title: action.title })
      }
  })

  test('every bill of the list opens with a click, named for a screen reader', () => {
    for (const { card } of cards.filter((_, at) => at % 2 === 0)) {
      const opened = typed(card, 'TableCell').flatMap(({ selectAction }) =>
        selectAction ? [selectAction as Element] : [],
      )
      expect(opened.length).toBeGreaterThanOrEqual(6)
      for (const { tooltip, data } of opened)
        expect(tooltip).toContain((data as { slots: { invoice: string } }).slots.invoice)
    }
  })

  test('every figure of a card is in the text that goes along', () => {
    for (const { text, card } of cards.filter((_, at) => at % 2 === 0))
      for (const cell of typed(card, 'TableCell')) {
        const [number] = typed(cell, 'TextBlock').flatMap(
          ({ text: shown }) => /NOR-\d{4}-\d{4}/.exec(String(shown)) ?? [],
        )
        if (number) expect(text).toContain(number)
      }
  })
})

const textFact = (text: string): Fact => ({ value: { type: 'text', text }, source: { type: 'asked' } })
const euros = (minor: bigint): Fact => ({
  value: { type: 'money', money: money(minor, currency('EUR')) },
  source: { type: 'asked' },
})

/** A bill with so many lines of a product. */
function bill(lines: number, product: string): Reply {
  const rows = Array.from({ length: lines }, () => ({ product: textFact(product), net: euros(100n) }))
  const cells = {
    line: '1',
    product,
    what: 'a renewal',
    period: 'October 2026',
    quantity: '1',
    unitPrice: '€1.00',
    net: '€1.00',
  }
  return {
    language: 'en',
    answer: { kind: 'invoice.show', facts: { total: euros(100n) }, rows },
    words: {
      text: 'all of it',
      title: 'Invoice NOR-1',
      lead: 'Invoice NOR-1 comes to €1.00.',
      rows: rows.map(() => ({ text: product, cells })),
      facts: { total: '€1.00', status: 'open' },
      labels: { total: 'Total' },
      notes: [],
      next: [],
    },
  }
}

describe('cards of bills that somebody else wrote', () => {
  test('a bill that would be too large for a message has none; its text says everything', () => {
    expect(cardOf(bill(20, 'Microsoft 365 Business Premium'))).toBeDefined()
    expect(cardOf(bill(20, 'x'.repeat(2000)))).toBeUndefined()
  })

  test('20 lines, the most that are shown, stay under 28 KB', () => {
    const card = cardOf(bill(20, 'Azure plan, Virtual Machines, D2s v5, West Europe'))
    expect(Buffer.byteLength(JSON.stringify(card))).toBeLessThan(28 * 1024)
  })

  test('no product name becomes a link that says one thing and opens another', () => {
    const card = JSON.stringify(cardOf(bill(1, '[Pay here](https://example.com)')))
    expect(card).not.toContain('](')
  })

  test('an answer of another kind has none', () => {
    const reply = bill(1, 'x')
    expect(cardOf({ ...reply, answer: { ...reply.answer, kind: 'greeting' } })).toBeUndefined()
  })
})
