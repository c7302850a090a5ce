import type { ChartColor, IDonutChart, ITable, IVerticalBarChart } from '@microsoft/teams.cards'
import type { SaidBar, SaidChart } from '../../language/said-chart.ts'
import { bridgeTable } from './bridge-table.ts'
import { harmless } from './elements.ts'
import { figuresTable } from './figures-table.ts'

type Said<T extends SaidChart['type']> = Extract<SaidChart, { type: T }>

const partColors: readonly ChartColor[] = [
  'categoricalTeal',
  'categoricalMarigold',
  'categoricalPurple',
  'categoricalBlue',
  'categoricalLime',
  'categoricalLightBlue',
]

/**
 * A chart as a card shows it. Teams formats a chart's numbers by a locale that nobody can set, so none is asked for: amounts stand in
 * legends and tables as we write them, and every chart falls back to a table of the same figures.
 */
export function chartElement(chart: SaidChart): IVerticalBarChart | IDonutChart | ITable {
  switch (chart.type) {
    case 'bridge':
      return bridgeTable(chart)
    case 'history':
      return historyElement(chart)
    case 'parts':
      return partsElement(chart)
  }
}

const historyElement = ({ title, heads, points }: Said<'history'>): IVerticalBarChart => ({
  type: 'Chart.VerticalBar',
  title,
  showTitle: true,
  showLegend: false,
  showBarValues: false,
  color: 'categoricalTeal',
  data: points.map((point) => ({ x: point.short, y: lengthOf(point) })),
  fallback: figuresTable(heads, points),
})

const partsElement = ({ title, heads, parts }: Said<'parts'>): IDonutChart => ({
  type: 'Chart.Donut',
  title,
  showTitle: true,
  data: parts.map((part, at) => ({
    legend: harmless(`${part.label}: ${part.amount}`),
    value: lengthOf(part),
    color: partColors[at] ?? 'neutral',
  })),
  fallback: figuresTable(heads, parts),
})

/** How long to draw it: the one place where an amount is a JavaScript number, because a chart takes nothing else. Nobody reads it. */
const lengthOf = ({ value }: SaidBar): number => Number(value)
