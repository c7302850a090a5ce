import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { textChart } from '../../src/cli/text-chart.ts'
import type { SaidBar, SaidChart } from '../../src/language/said-chart.ts'

const bar = (label: string, amount: string, value: string, detail?: string): SaidBar => ({
  label,
  short: label,
  amount,
  value,
  ...(detail && { detail }),
})
const heads = { label: 'Period', amount: 'Total' }
const linesOf = (chart: SaidChart): string[] => textChart(chart).trimEnd().split('\n')
const widthOf = (line: string): number => [...line].length
const blocks = (line: string): number => [...line].filter((each) => '█▉▊▋▌▍▎▏▐'.includes(each)).length

const history: SaidChart = {
  type: 'history',
  title: 'Totals by period',
  heads,
  points: [
    bar('August 2026', '€50.00', '50.00'),
    bar('September 2026', '€100.00', '100.00'),
    bar('October 2026', '€0.00', '0.00'),
  ],
}

describe('a chart in text', () => {
  test('has its caption, and a line a bar with label and amount as they were said', () => {
    const [title, august, september, october] = linesOf(history)
    expect(title).toBe('Totals by period')
    expect(august).toMatch(/^ {2}August 2026 {4}█+▌? +€50\.00$/)
    expect(september).toMatch(/^ {2}September 2026 █+ €100\.00$/)
    expect(october).toMatch(/^ {2}October 2026 +€0\.00$/)
  })

  test('half the amount is half as long, and zero has no bar', () => {
    const [, august, september, october] = linesOf(history).map(blocks) as [number, number, number, number]
    expect(Math.abs(august - september / 2)).toBeLessThan(1)
    expect(october).toBe(0)
  })

  test('what takes away goes to the left of one line, what adds to its right', () => {
    const lines = linesOf({
      type: 'bridge',
      title: 'From the earlier total to this one',
      heads,
      from: bar('Earlier total', '€100.00', '100.00'),
      rows: [
        bar('Power BI Pro', '+€30.00', '30.00', 'Quantity'),
        bar('Visio Plan 2', '-€10.00', '-10.00', 'Ended'),
        bar('Tax', '+€0.01', '0.01'),
      ],
      to: bar('New total', '€120.01', '120.01'),
    })
    const [, from, up, down, least, to] = lines as [string, string, string, string, string, string]
    expect(from).toMatch(/^ {2}Earlier total +€100\.00$/)
    expect(to).toMatch(/^ {2}New total +€120\.01$/)
    const start = up.search(/[█▌]/)
    expect(down.search(/ +-€/)).toBe(start)
    expect(least[start]).toBe('▏')
    expect(Math.abs(blocks(up) / blocks(down) - 3)).toBeLessThan(0.3)
    expect(up).toContain('Power BI Pro · Quantity')
  })

  test('a long label is cut and says so; what tells two of one product apart stays', () => {
    const [, first, second] = linesOf({
      type: 'parts',
      title: 'Before tax, by product',
      heads,
      parts: [
        bar('Microsoft 365 Business Premium Donation (Non-profit)', '€2.00', '2.00', 'Quantity'),
        bar('Microsoft 365 Business Premium Donation (Non-profit)', '€1.00', '1.00', 'Other price'),
      ],
    })
    expect(first).toContain('… · Quantity')
    expect(second).toContain('… · Other price')
  })

  test('every line has the same width, at most 72', () => {
    const cents = fc.integer({ min: -(10 ** 11), max: 10 ** 11 })
    const bars = fc.array(
      fc.tuple(fc.string({ maxLength: 60, unit: fc.constantFrom(...'abcé ç1') }), cents).map(([label, minor]) => {
        const value = (minor / 100).toFixed(2)
        return bar(label, `${value} €`, value)
      }),
      { minLength: 1, maxLength: 12 },
    )
    fc.assert(
      fc.property(bars, (points) => {
        const [, ...lines] = textChart({ ...history, points })
          .slice(0, -1)
          .split('\n')
        expect(new Set(lines.map(widthOf)).size).toBe(1)
        expect(widthOf(lines[0] as string)).toBeLessThanOrEqual(72)
      }),
      { numRuns: process.env.SALDO_LONG ? 5000 : 200 },
    )
  })
})
