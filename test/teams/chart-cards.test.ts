import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { describe, expect, test } from 'vitest'
import { say } from '../../src/language/say.ts'
import { cardOf } from '../../src/teams/cards/card-of.ts'
import type { Answer } from '../../src/values/answer.ts'
import type { Chart } from '../../src/values/chart.ts'
import { currency } from '../../src/values/currency.ts'
import type { Fact } from '../../src/values/fact.ts'
import { type Language, languages } from '../../src/values/language.ts'
import { moneyOf } from '../../src/values/money.ts'
import { monthOf } from '../../src/values/period.ts'

type Element = { readonly type?: string } & Record<string, unknown>
type Row = { readonly cells: readonly { readonly items: readonly Element[] }[] }
type Bar = { readonly width: number; readonly items: readonly Element[] }

function typed(value: unknown, type: string): Element[] {
  if (typeof value !== 'object' || value === null) return []
  const inner = Object.values(value).flatMap((each) => typed(each, type))
  return (value as Element).type === type ? [value as Element, ...inner] : inner
}

const source = { type: 'asked' } as const
const text = (said: string): Fact => ({ value: { type: 'text', text: said }, source })
const term = (said: string): Fact => ({ value: { type: 'term', term: said }, source })
const euros = (amount: string): Fact => ({ value: { type: 'money', money: moneyOf(amount, currency('EUR')) }, source })
const month = (of: string): Fact => ({ value: { type: 'period', period: monthOf(of) }, source })

/** Why a bill of 100 came to something else. */
function changed(rows: readonly [label: string, amount: string][], to = '120.00'): Answer {
  const named = { fromWhat: term('compared.bill'), toWhat: term('compared.bill'), reasons: term('reasons.several') }
  const facts = { fromName: text('F-1'), toName: text('F-2'), from: euros('100.00'), to: euros(to), ...named }
  const difference = { difference: euros('20.00'), direction: term('direction.more') }
  const chart: Chart = {
    type: 'bridge',
    from: facts.from,
    rows: rows.map(([label, amount]) => ({ label: text(label), amount: euros(amount) })),
    to: facts.to,
  }
  const count: Fact = { value: { type: 'count', count: rows.length }, source }
  return { kind: 'invoice.change', facts: { ...facts, ...difference, count }, chart }
}

const cardIn = (answer: Answer, language: Language = 'en') =>
  cardOf({ answer, language, words: say(answer, language) }) as Element | undefined

const listOf = (chart: Chart): Answer => ({
  kind: 'invoice.list',
  facts: {
    count: { value: { type: 'count', count: 3 }, source },
    period: month('2026-10'),
    which: term('list.all'),
    within: term('within.all'),
  },
  chart,
})
const history = listOf({
  type: 'history',
  points: [
    { label: month('2026-09'), amount: euros('1234.56') },
    { label: month('2026-10'), amount: euros('-20.00') },
  ],
})
const parts = listOf({
  type: 'parts',
  parts: [
    ...'ABCDEF'.split('').map((name, at) => ({ label: text(`Product ${name}`), amount: euros(`${90 - at}.50`) })),
    { label: term('chart.rest'), amount: euros('1.00') },
  ],
})

const drawnTypes = ['Chart.VerticalBar', 'Chart.Donut', 'ProgressBar']

describe('a bridge as a card', () => {
  const card = cardIn(
    changed([
      ['Seats', '30.00'],
      ['Refund', '-10.00'],
      ['Rounding', '0.01'],
      ['Nothing', '0.00'],
    ]),
  )
  const [table] = typed(card, 'Table')
  const rows = table?.rows as Row[]
  const barsOf = (row: Row) => typed(row, 'ColumnSet').flatMap(({ columns }) => columns as Bar[])
  const filled = (row: Row) => barsOf(row).find(({ items }) => items.length > 0)
  const startOf = (row: Row) => {
    const bars = barsOf(row)
    return bars
      .slice(
        0,
        bars.findIndex(({ items }) => items.length > 0),
      )
      .reduce((sum, { width }) => sum + width, 0)
  }
  const shown = (row: Row) => row.cells.map(({ items }) => items[0]?.text)

  test('goes from the earlier total over what changed to the new one', () => {
    expect(rows.map(shown)).toEqual([
      ['What changed', 'Amount'],
      ['Earlier total', '€100.00'],
      ['Seats', '+€30.00'],
      ['Refund', '-€10.00'],
      ['Rounding', '+€0.01'],
      ['Nothing', '€0.00'],
      ['New total', '€120.00'],
    ])
  })

  test('draws what adds to the right of one line and what takes away to its left, to scale', () => {
    const [, , seats, refund, rounding, nothing] = rows as [Row, Row, Row, Row, Row, Row]
    expect(filled(seats)?.width).toBe(75)
    expect(filled(refund)?.width).toBe(25)
    expect([startOf(seats), startOf(refund), startOf(rounding)]).toEqual([25, 0, 25])
    expect(filled(rounding)?.width).toBe(1)
    expect(barsOf(nothing)).toEqual([])
    for (const row of [seats, refund, rounding])
      expect(barsOf(row).reduce((sum, { width }) => sum + width, 0)).toBe(100)
    expect([seats, refund].map((row) => typed(row, 'ProgressBar')[0]?.color)).toEqual(['Attention', 'Good'])
  })

  test('all that only adds, or only takes away, has the whole width', () => {
    for (const sign of ['', '-']) {
      const [one] = typed(
        cardIn(
          changed([
            ['A', `${sign}5.00`],
            ['B', `${sign}10.00`],
          ]),
        ),
        'Table',
      )
      const [, , half, whole] = one!.rows as [Row, Row, Row, Row]
      expect([filled(half)?.width, filled(whole)?.width]).toEqual([50, 100])
      expect(startOf(half)).toBe(sign ? 50 : 0)
    }
  })

  test('a client without bars leaves them out and shows the signs', () => {
    for (const bar of typed(card, 'ProgressBar')) expect(bar.fallback).toBe('drop')
  })

  test('forty causes stay under 28 KB; what is too large goes as text', () => {
    const causes = (label: string) =>
      Array.from({ length: 40 }, (_, at): [string, string] => [label, at % 2 ? `${at}.00` : `-${at}.50`])
    const large = cardIn(changed(causes('Microsoft 365 Business Premium')))
    expect(Buffer.byteLength(JSON.stringify(large))).toBeLessThan(28 * 1024)
    expect(cardIn(changed(causes('x'.repeat(1000))))).toBeUndefined()
  })
})

describe('a history and the parts of a bill as charts', () => {
  test('a history is bars by month, below zero too', () => {
    const [chart] = typed(cardIn(history), 'Chart.VerticalBar')
    expect(chart?.data).toEqual([
      { x: 'Sept 2026', y: 1234.56 },
      { x: 'Oct 2026', y: -20 },
    ])
  })

  test('parts are a donut whose legend has the amounts as we write them', () => {
    const [chart] = typed(cardIn(parts, 'pt-PT'), 'Chart.Donut')
    const data = chart?.data as { legend: string; value: number; color: string }[]
    expect(data[0]).toMatchObject({ legend: 'Product A: 90,50\u00a0€', value: 90.5 })
    expect(data[6]).toMatchObject({ legend: 'Outros produtos: 1,00\u00a0€', color: 'neutral' })
    expect(new Set(data.map(({ color }) => color)).size).toBe(7)
  })

  test('Teams is asked to write no number: it would write it in a locale of its own', () => {
    expect(typed(cardIn(history), 'Chart.VerticalBar')[0]).toMatchObject({ showBarValues: false })
  })

  test.each(languages)('in %s each has a title, and falls back to a table of the same figures', (language) => {
    for (const answer of [history, parts]) {
      const said = say(answer, language).chart
      const bars = said?.type === 'history' ? said.points : said?.type === 'parts' ? said.parts : []
      const [chart] = [
        ...typed(cardIn(answer, language), 'Chart.VerticalBar'),
        ...typed(cardIn(answer, language), 'Chart.Donut'),
      ]
      expect(chart).toMatchObject({
        title: said?.title,
        showTitle: true,
        fallback: { type: 'Table', firstRowAsHeaders: true },
      })
      const rows = (chart!.fallback as { rows: Row[] }).rows.map(({ cells }) =>
        cells.map(({ items }) => items[0]?.text),
      )
      expect(rows).toEqual([
        [said?.heads.label, said?.heads.amount],
        ...bars.map(({ label, amount }) => [label, amount]),
      ])
    }
  })

  test('when the picture makes a card too large, the card goes without it', () => {
    const long = 'y'.repeat(6000)
    const chart: Chart = {
      type: 'parts',
      parts: [
        { label: text(long), amount: euros('2.00') },
        { label: text(long), amount: euros('1.00') },
      ],
    }
    const row = { invoice: text('F-1'), period: month('2026-10'), status: term('invoice.status.open') }
    const amounts = {
      due: { value: { type: 'day', day: '2026-11-24' }, source } as Fact,
      total: euros('3.00'),
      open: euros('3.00'),
    }
    const card = cardIn({ ...listOf(chart), rows: Array.from({ length: 4 }, () => ({ ...row, ...amounts })) })
    expect(card).toBeDefined()
    expect(typed(card, 'Chart.Donut')).toEqual([])
    expect(JSON.stringify(card)).toContain('F-1')
  })

  test('a chart without an answer’s own card has one; an answer with neither has none', () => {
    expect(typed(cardIn({ ...changed([['Seats', '20.00']]), kind: 'invoice.change' }), 'Table')).toHaveLength(1)
    expect(cardIn({ ...changed([]), chart: undefined })).toBeUndefined()
  })
})

test('the try-out page registers every element of ours that its renderer does not know', () => {
  const bundle = readFileSync(createRequire(import.meta.url).resolve('adaptivecards/dist/adaptivecards.min.js'), 'utf8')
  const page = readFileSync(new URL('../../src/web/page/card-charts.js', import.meta.url), 'utf8')
  const used = [history, parts, changed([['Seats', '20.00']])].flatMap((answer) =>
    drawnTypes.filter((type) => typed(cardIn(answer), type).length > 0),
  )
  expect(used.sort()).toEqual([...drawnTypes].sort())
  for (const type of used) {
    expect(bundle).not.toContain(`"${type}"`)
    expect(page).toContain(`'${type}'`)
  }
})
