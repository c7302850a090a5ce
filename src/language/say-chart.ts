import type { Chart } from '../values/chart.ts'
import type { Fact } from '../values/fact.ts'
import { formatPeriodShort, formatSignedMoney } from '../values/format.ts'
import type { Language } from '../values/language.ts'
import { amountText, type Money } from '../values/money.ts'
import type { SaidBar, SaidChart } from './said-chart.ts'
import { sayFact, sayTerm } from './say-fact.ts'

/** Says a chart. Its figures are its facts; the catalogue, which holds none, adds the caption and what things are called. */
export function sayChart(chart: Chart, language: Language): SaidChart {
  const term = (name: string) => sayTerm(name, language)
  const title = term(`frame.chart.${chart.type}`)
  const bar = (each: Bar): SaidBar => barOf(each, language)
  switch (chart.type) {
    case 'bridge': {
      const signed = (row: Bar): SaidBar => ({
        ...bar(row),
        amount: formatSignedMoney(moneyIn(row.amount), language),
      })
      const heads = { label: term('frame.chart.driver'), amount: term('label.amount') }
      const from = endOf(term('frame.chart.from'), chart.from, language)
      const to = endOf(term('frame.chart.to'), chart.to, language)
      return { type: 'bridge', title, heads, rows: chart.rows.map(signed), from, to }
    }
    case 'history': {
      const heads = { label: term('label.period'), amount: term('label.total') }
      return { type: 'history', title, heads, points: chart.points.map(bar) }
    }
    case 'parts': {
      const heads = { label: term('label.product'), amount: term('label.net') }
      return { type: 'parts', title, heads, parts: chart.parts.map(bar) }
    }
  }
}

type Bar = { readonly label: Fact; readonly detail?: Fact; readonly amount: Fact }

function barOf({ label: { value: label }, detail, amount }: Bar, language: Language): SaidBar {
  return {
    ...endOf(sayAlone(label, language), amount, language),
    ...(detail && { detail: sayAlone(detail.value, language) }),
    ...(label.type === 'period' && { short: formatPeriodShort(label.period, language) }),
  }
}

/** Terms are written to fit into a sentence; here they stand alone. */
function sayAlone(value: Fact['value'], language: Language): string {
  const said = sayFact(value, language)
  return value.type === 'term' ? said.charAt(0).toLocaleUpperCase() + said.slice(1) : said
}

const endOf = (label: string, amount: Fact, language: Language): SaidBar => ({
  label,
  short: label,
  amount: sayFact(amount.value, language),
  value: amountText(moneyIn(amount)),
})

function moneyIn({ value }: Fact): Money {
  if (value.type !== 'money') throw new RangeError(`a chart draws money, not "${value.type}"`)
  return value.money
}
