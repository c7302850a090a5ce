import type { IAdaptiveCard, ITable, ITableRow } from '@microsoft/teams.cards'
import type { Reply } from '../../conversation/turn.ts'
import type { Facts } from '../../values/fact.ts'
import { chartElement } from './chart-element.ts'
import { alone, askAction, cell, heading, text } from './elements.ts'
import { isAmount, statusColor } from './status-color.ts'

type Row = Reply['words']['rows'][number]
type Labels = Reply['words']['labels']

const columns = [{ width: 5 }, { width: 4 }, { width: 4, horizontalCellContentAlignment: 'Right' as const }]

/** The bills of `invoice.list` as a table; the number of each opens it. */
export function invoiceListBody({ words, answer }: Reply): IAdaptiveCard['body'] {
  const rows = words.rows.map((row, at) => billRow(row, answer.rows?.[at] ?? {}, words.labels))
  const table: ITable = {
    type: 'Table',
    columns,
    firstRowAsHeaders: true,
    showGridLines: false,
    rows: [headRow(words.labels), ...rows],
  }
  const chart = words.chart ? [chartElement(words.chart)] : []
  return [
    heading(words.title),
    ...chart,
    table,
    ...words.notes.map((note) => text(note, { size: 'Small', isSubtle: true })),
  ]
}

function headRow(labels: Labels): ITableRow {
  const head = (name: string) => cell([text(labels[name] ?? '', { size: 'Small', weight: 'Bolder', isSubtle: true })])
  return { type: 'TableRow', cells: [head('invoice'), head('status'), head('total')] }
}

function billRow({ cells, text: whole }: Row, facts: Facts, labels: Labels): ITableRow {
  const number = cells.invoice ?? ''
  const small = { size: 'Small', isSubtle: true, spacing: 'None' } as const
  const open = isAmount(facts, 'open') && cells.open !== cells.total
  return {
    type: 'TableRow',
    cells: [
      cell([text(number, { color: 'Accent', weight: 'Bolder' }), text(cells.period ?? '', small)], {
        // One stop for the keyboard each bill, named by the whole row; the table stays a table for a screen reader.
        selectAction: askAction(whole, { intent: 'invoice.show', slots: { invoice: number } }),
      }),
      cell([
        text(alone(cells.status), { color: statusColor(facts) }),
        text(`${labels.due ?? ''} ${cells.due ?? ''}`.trim(), small),
      ]),
      cell([
        text(cells.total ?? '', { weight: 'Bolder' }),
        ...(open ? [text(`${labels.open ?? ''} ${cells.open}`.trim(), small)] : []),
      ]),
    ],
  }
}
