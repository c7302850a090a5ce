import { describe, expect, test } from 'vitest'
import { sayChart } from '../../src/language/say-chart.ts'
import type { Chart } from '../../src/values/chart.ts'
import { currency } from '../../src/values/currency.ts'
import type { Fact } from '../../src/values/fact.ts'
import { type Language, languages } from '../../src/values/language.ts'
import { moneyOf } from '../../src/values/money.ts'
import { monthOf } from '../../src/values/period.ts'

const source = { type: 'asked' } as const
const text = (said: string): Fact => ({ value: { type: 'text', text: said }, source })
const month = (of: string): Fact => ({ value: { type: 'period', period: monthOf(of) }, source })
const euros = (amount: string): Fact => ({
  value: { type: 'money', money: moneyOf(amount, currency('EUR')) },
  source,
})
const plain = (said: string) => said.replace(/[\u00a0\u202f]/g, ' ')
const inAll = (say: (language: Language) => string) => languages.map((language) => plain(say(language)))

const history: Chart = {
  type: 'history',
  points: [
    { label: month('2026-09'), amount: euros('1234.50') },
    { label: month('2026-10'), amount: euros('-0.01') },
  ],
}
const bridge: Chart = {
  type: 'bridge',
  from: euros('100.00'),
  rows: [
    { label: text('Power BI Pro'), amount: euros('20.00') },
    { label: text('Visio Plan 2'), amount: euros('-1034.50') },
  ],
  to: euros('-914.50'),
}

describe('a chart said in four languages', () => {
  test('its amounts read as they do in a text', () => {
    expect(
      inAll((language) => {
        const said = sayChart(history, language)
        return said.type === 'history' ? (said.points[0]?.amount ?? '') : ''
      }),
    ).toEqual(['€1,234.50', '1234,50 €', '€ 1.234,50', '1234,50 €'])
  })

  test('on an axis a month is short, and never a number', () => {
    expect(
      inAll((language) => {
        const said = sayChart(history, language)
        return said.type === 'history' ? said.points.map(({ short }) => short).join(', ') : ''
      }),
    ).toEqual(['Sept 2026, Oct 2026', 'set. 2026, out. 2026', 'set. 2026, out. 2026', 'sept 2026, oct 2026'])
  })

  test('what a bridge adds or takes away has its sign, its two totals have none of their own', () => {
    expect(
      inAll((language) => {
        const said = sayChart(bridge, language)
        return said.type === 'bridge' ? [said.from, ...said.rows, said.to].map(({ amount }) => amount).join(' | ') : ''
      }),
    ).toEqual([
      '€100.00 | +€20.00 | -€1,034.50 | -€914.50',
      '100,00 € | +20,00 € | -1034,50 € | -914,50 €',
      '€ 100,00 | +€ 20,00 | -€ 1.034,50 | -€ 914,50',
      '100,00 € | +20,00 € | -1034,50 € | -914,50 €',
    ])
  })

  test('what to draw by is the exact amount, the same in all', () => {
    for (const language of languages) {
      const said = sayChart(bridge, language)
      expect(said.type === 'bridge' && said.rows.map(({ value }) => value)).toEqual(['20.00', '-1034.50'])
    }
  })

  test('a term stands alone, with a capital', () => {
    const rest: Fact = { value: { type: 'term', term: 'chart.rest' }, source }
    expect(
      inAll((language) => {
        const said = sayChart({ type: 'parts', parts: [{ label: rest, amount: euros('1.00') }] }, language)
        return said.type === 'parts' ? (said.parts[0]?.label ?? '') : ''
      }),
    ).toEqual(['Other products', 'Outros produtos', 'Outros produtos', 'Otros productos'])
  })

  test('only money is drawn', () => {
    expect(() => sayChart({ ...bridge, from: text('much') }, 'en')).toThrow(RangeError)
  })
})
