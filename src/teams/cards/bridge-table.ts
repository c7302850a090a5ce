import type { IColumn, IColumnSet, ITable, ITableRow } from '@microsoft/teams.cards'
import type { SaidBar, SaidChart } from '../../language/said-chart.ts'
import { cell, text } from './elements.ts'
import { figureColumns, figureHead } from './figures-table.ts'

type Bridge = Extract<SaidChart, { type: 'bridge' }>

/** Room of the bars on each side of the line that all of them start from, in hundredths of the cell. */
type Room = { readonly below: number; readonly scale: number }

/**
 * The last total, what changed it, this total. Under each change a bar: what adds goes to the right of one line, what takes away to its
 * left. No chart of Teams can do that; where a client has no bars, the signs say it.
 */
export function bridgeTable({ heads, from, rows, to }: Bridge): ITable {
  const room = roomFor(rows)
  return {
    type: 'Table',
    columns: figureColumns,
    firstRowAsHeaders: true,
    showGridLines: false,
    rows: [figureHead(heads), endRow(from), ...rows.map((row) => changeRow(row, room)), endRow(to)],
  }
}

const endRow = ({ label, amount }: SaidBar): ITableRow => ({
  type: 'TableRow',
  cells: [cell([text(label, { weight: 'Bolder' })]), cell([text(amount, { weight: 'Bolder' })])],
})

function changeRow(row: SaidBar, room: Room): ITableRow {
  const bar = barOf(Number(row.value), room)
  return {
    type: 'TableRow',
    cells: [cell([text(row.label), ...detailOf(row), ...(bar ? [bar] : [])]), cell([text(row.amount)])],
  }
}

const detailOf = ({ detail }: SaidBar) =>
  detail ? [text(detail, { size: 'Small', isSubtle: true, spacing: 'None' })] : []

function roomFor(rows: readonly SaidBar[]): Room {
  const lengths = rows.map(({ value }) => Number(value))
  const [down, up] = [-Math.min(0, ...lengths), Math.max(0, ...lengths)]
  const scale = 100 / (down + up || 1)
  return { below: Math.round(down * scale), scale }
}

/** Nothing for zero; whatever is more can be seen. */
function barOf(length: number, { below, scale }: Room): IColumnSet | undefined {
  if (length === 0) return undefined
  const side = length < 0 ? below : 100 - below
  const long = Math.min(side, Math.max(1, Math.round(Math.abs(length) * scale)))
  const before = length < 0 ? below - long : below
  return {
    type: 'ColumnSet',
    spacing: 'Small',
    columns: [...space(before), filled(long, length < 0 ? 'Good' : 'Attention'), ...space(100 - before - long)],
  }
}

const space = (width: number): IColumn[] => (width > 0 ? [{ type: 'Column', width, spacing: 'None', items: [] }] : [])

/** A full progress bar: a column's own background comes with a padding, which would make the smallest changes look as large as others. */
const filled = (width: number, color: 'Good' | 'Attention'): IColumn => ({
  type: 'Column',
  width,
  spacing: 'None',
  items: [{ type: 'ProgressBar', value: 1, max: 1, color, fallback: 'drop' }],
})
