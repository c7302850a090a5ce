import type { IAdaptiveCard, IColumnSet, IFactSet, ITable, ITableRow } from '@microsoft/teams.cards'
import type { Reply } from '../../conversation/turn.ts'
import { chartElement } from './chart-element.ts'
import { alone, cell, harmless, heading, text } from './elements.ts'
import { isAmount, statusColor } from './status-color.ts'

type Row = Reply['words']['rows'][number]

const columns = [{ width: 7 }, { width: 4, horizontalCellContentAlignment: 'Right' as const }]
const small = { size: 'Small', isSubtle: true, spacing: 'None' } as const

/** One bill of `invoice.show`: what it comes to and how it stands, its dates, its lines, its tax. */
export function invoiceBody(reply: Reply): IAdaptiveCard['body'] {
  const { words } = reply
  return [
    heading(words.title),
    standing(reply),
    dates(reply),
    lines(reply),
    sums(reply),
    ...(words.chart ? [chartElement(words.chart)] : []),
    ...words.notes.map((note) => text(note, small)),
  ]
}

function standing({ words, answer }: Reply): IColumnSet {
  return {
    type: 'ColumnSet',
    columns: [
      {
        type: 'Column',
        width: 'stretch',
        items: [text(words.facts.total ?? '', { size: 'ExtraLarge', weight: 'Bolder' })],
      },
      {
        type: 'Column',
        width: 'auto',
        verticalContentAlignment: 'Center',
        items: [text(alone(words.facts.status), { weight: 'Bolder', color: statusColor(answer.facts) })],
      },
    ],
  }
}

function dates({ words }: Reply): IFactSet {
  const facts = ['period', 'issued', 'due'].flatMap((name) => {
    const [title, value] = [words.labels[name], words.facts[name]]
    return title && value ? [{ title, value: harmless(value) }] : []
  })
  return { type: 'FactSet', facts }
}

/** Under the lines and in line with them: what they come to. */
function sums({ words, answer }: Reply): ITable {
  const partly = isAmount(answer.facts, 'paid') ? ['paid', ...(isAmount(answer.facts, 'open') ? ['open'] : [])] : []
  const rows = ['net', 'tax', 'total', ...partly].flatMap((name): ITableRow[] => {
    const [label, value] = [words.labels[name], words.facts[name]]
    const look = { weight: name === 'total' ? 'Bolder' : 'Default' } as const
    return label && value ? [{ type: 'TableRow', cells: [cell([text(label, look)]), cell([text(value, look)])] }] : []
  })
  return { type: 'Table', columns, firstRowAsHeaders: false, showGridLines: false, separator: true, rows }
}

function lines({ words }: Reply): ITable {
  const { labels } = words
  const head = (name: string) => cell([text(labels[name] ?? '', { size: 'Small', weight: 'Bolder', isSubtle: true })])
  const headRow: ITableRow = { type: 'TableRow', cells: [head('product'), head('net')] }
  return {
    type: 'Table',
    columns,
    firstRowAsHeaders: true,
    showGridLines: false,
    rows: [headRow, ...words.rows.map(lineRow)],
  }
}

function lineRow({ cells }: Row): ITableRow {
  const detail = [alone(cells.what), cells.period].filter(Boolean).join(' · ')
  return {
    type: 'TableRow',
    cells: [
      // A no-break space: "1. " would begin a list in Markdown.
      cell([text(`${cells.line}.\u00a0${cells.product}`), ...(detail ? [text(detail, small)] : [])]),
      cell([text(cells.net ?? ''), text(`${cells.quantity} × ${cells.unitPrice}`, small)]),
    ],
  }
}
