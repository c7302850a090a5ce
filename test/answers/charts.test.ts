import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { historyChart } from '../../src/answers/history-chart.ts'
import { partsChart } from '../../src/answers/parts-chart.ts'
import { answerFromJson, answerJson } from '../../src/conversation/answer-json.ts'
import type { Invoice } from '../../src/ledger/invoice.ts'
import type { Chart } from '../../src/values/chart.ts'
import type { Fact } from '../../src/values/fact.ts'
import { amountText } from '../../src/values/money.ts'
import { monthOf, periodText } from '../../src/values/period.ts'
import { deskForTests } from '../conversation/support/open-desk.ts'
import { aBill, aLine, euros, gbp } from '../ledger/examples.ts'

const plain = ({ value }: Fact): string => {
  if (value.type === 'money') return amountText(value.money)
  if (value.type === 'period') return periodText(value.period)
  return value.type === 'text' ? value.text : value.type === 'term' ? value.term : value.type
}
const read = (chart: Chart | undefined): string[] | undefined => {
  const bars = chart?.type === 'history' ? chart.points : chart?.type === 'parts' ? chart.parts : undefined
  return bars?.map(({ label, amount }) => `${plain(label)} ${plain(amount)}`)
}

const billOf = (month: string, total: string, over: Partial<Invoice> = {}): Invoice =>
  aBill(`b-${month}-${total}`, [total], { period: monthOf(month), ...over })
const billWith = (...lines: readonly [product: string, net: string][]): Invoice => ({
  ...aBill('b-1', ['1.00']),
  lines: lines.map(([product, net], at) => aLine(at + 1, net, { product })),
})

describe('the history of bills', () => {
  test('is what they come to by period, the oldest first', () => {
    const bills = [billOf('2026-10', '30.00'), billOf('2026-09', '20.00'), billOf('2026-08', '10.00')]
    expect(read(historyChart(bills))).toEqual(['2026-08 10.00', '2026-09 20.00', '2026-10 30.00'])
  })

  test('a period with two bills and a credit note is one bar, with all three as its source', () => {
    const credit = billOf('2026-10', '-5.00', { kind: 'credit-note' })
    const chart = historyChart([
      billOf('2026-10', '30.00'),
      billOf('2026-10', '8.00'),
      credit,
      billOf('2026-09', '20.00'),
    ])
    expect(read(chart)).toEqual(['2026-09 20.00', '2026-10 33.00'])
    const source = chart?.type === 'history' && chart.points[1]?.amount.source
    expect(source).toMatchObject({ type: 'computed', rule: 'sum of the bills of a period' })
    expect(source && source.type === 'computed' && source.from).toHaveLength(3)
  })

  test('of two bills, of one period, or of two currencies there is none', () => {
    expect(historyChart([])).toBeUndefined()
    expect(historyChart([billOf('2026-10', '1.00'), billOf('2026-09', '1.00')])).toBeUndefined()
    expect(historyChart(['1.00', '2.00', '3.00'].map((total) => billOf('2026-10', total)))).toBeUndefined()
    const pounds = billOf('2026-08', '1.00', { currency: gbp })
    expect(historyChart([billOf('2026-10', '1.00'), billOf('2026-09', '1.00'), pounds])).toBeUndefined()
  })

  test('of two years it is the last twelve months', () => {
    const months = Array.from(
      { length: 24 },
      (_, at) => `${2024 + Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')}`,
    )
    const labels = read(historyChart(months.map((month) => billOf(month, '1.00'))))
    expect(labels).toHaveLength(12)
    expect([labels?.[0], labels?.[11]]).toEqual(['2025-01 1.00', '2025-12 1.00'])
  })
})

describe('the parts of a bill', () => {
  test('are its products, the largest first; a refund counts with its charge', () => {
    const bill = billWith(['Visio', '5.00'], ['E3', '100.00'], ['E3', '-40.00'], ['Free', '0.00'])
    expect(read(partsChart(bill))).toEqual(['E3 60.00', 'Visio 5.00'])
  })

  test('of one product, or where one comes to less than zero, there is none', () => {
    expect(partsChart(billWith(['E3', '1.00'], ['E3', '2.00']))).toBeUndefined()
    expect(partsChart(billWith(['E3', '10.00'], ['Visio', '5.00'], ['Azure', '-1.00']))).toBeUndefined()
    expect(partsChart(billWith(['E3', '-10.00'], ['Visio', '-5.00']))).toBeUndefined()
  })

  test('six are named, the others are one part with all their lines as its source', () => {
    const chart = partsChart(
      billWith(...'ABCDEFGH'.split('').map((name, at): [string, string] => [name, `${20 - at}.00`])),
    )
    expect(read(chart)?.slice(5)).toEqual(['F 15.00', 'chart.rest 27.00'])
    const rest = chart?.type === 'parts' && chart.parts[6]?.amount.source
    expect(rest).toMatchObject({ type: 'computed', rule: 'sum of the lines of the other products' })
    expect(rest && rest.type === 'computed' && rest.from).toHaveLength(2)
  })

  test('add up to the lines of the bill, to the cent, whatever they are', () => {
    const line = fc.tuple(fc.constantFrom(...'ABCDEFGHIJ'), fc.integer({ min: -3000, max: 9000 }))
    fc.assert(
      fc.property(fc.array(line, { minLength: 1, maxLength: 30 }), (lines) => {
        const bill = billWith(
          ...lines.map(([product, minor]): [string, string] => [
            product,
            amountText({ ...euros('0'), minor: BigInt(minor) }),
          ]),
        )
        const chart = partsChart(bill)
        if (chart?.type !== 'parts') return
        const minors = chart.parts.map(({ amount: { value } }) => (value.type === 'money' ? value.money.minor : -1n))
        expect(minors.every((minor) => minor > 0n)).toBe(true)
        expect(minors.reduce((sum, minor) => sum + minor, 0n)).toBe(
          BigInt(lines.reduce((sum, [, minor]) => sum + minor, 0)),
        )
      }),
      { numRuns: process.env.SALDO_LONG ? 5000 : 200 },
    )
  })
})

describe('an answer with a chart', () => {
  const desk = deskForTests()
  const ask = async (intent: string, slots: object = {}) =>
    (await desk.say('clara', { kind: 'action', verb: 'ask', data: { intent, slots } }, { locale: 'en' })).replies[0]!

  test('the list has its history, a bill of three products its parts, a bill of one none', async () => {
    // October: FT 2026/118 and FT 2026/119, 534.80 and 61.50.
    const list = await ask('invoice.list')
    expect(read(list.answer.chart)).toEqual(['2026-08 246.00', '2026-09 270.60', '2026-10 596.30'])
    expect(list.words.chart).toMatchObject({ type: 'history', title: 'Totals by period' })
    expect(read((await ask('invoice.show', { invoice: 'FT 2026/118' })).answer.chart)).toEqual([
      'Visio Plan 2 214.80',
      'Microsoft 365 Business Premium 200.00',
      'Exchange Online (Plan 1) 20.00',
    ])
    expect((await ask('invoice.show', { invoice: 'FT 2026/119' })).answer.chart).toBeUndefined()
  })

  test('is stored and read back with it', async () => {
    const { answer } = await ask('invoice.list')
    expect(answerFromJson(JSON.parse(JSON.stringify(answerJson(answer)))).chart).toEqual(answer.chart)
    const source = { type: 'asked' } as const
    const money = (amount: string): Fact => ({ value: { type: 'money', money: euros(amount) }, source })
    const label: Fact = { value: { type: 'text', text: 'Visio Plan 2' }, source }
    const chart: Chart = {
      type: 'bridge',
      from: money('3.00'),
      rows: [{ label, amount: money('-1.00') }],
      to: money('2.00'),
    }
    expect(answerFromJson(JSON.parse(JSON.stringify(answerJson({ ...answer, chart })))).chart).toEqual(chart)
  })
})
