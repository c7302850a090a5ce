import type { ITable, ITableRow } from '@microsoft/teams.cards'
import type { SaidBar, SaidChart } from '../../language/said-chart.ts'
import { cell, text } from './elements.ts'

type Heads = SaidChart['heads']

export const figureColumns = [{ width: 7 }, { width: 4, horizontalCellContentAlignment: 'Right' as const }]

export const figureHead = ({ label, amount }: Heads): ITableRow => {
  const head = (name: string) => cell([text(name, { size: 'Small', weight: 'Bolder', isSubtle: true })])
  return { type: 'TableRow', cells: [head(label), head(amount)] }
}

/** A chart's figures as a table, for a client that draws no charts. */
export const figuresTable = (heads: Heads, bars: readonly SaidBar[]): ITable => ({
  type: 'Table',
  columns: figureColumns,
  firstRowAsHeaders: true,
  showGridLines: false,
  rows: [
    figureHead(heads),
    ...bars.map(
      ({ label, amount }): ITableRow => ({ type: 'TableRow', cells: [cell([text(label)]), cell([text(amount)])] }),
    ),
  ],
})
