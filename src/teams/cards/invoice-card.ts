import type { IColumnSet, IFactSet, ITable, ITableRow, ITextBlock } from '@microsoft/teams.cards'
import type { Reply } from '../../conversation/turn.ts'
import { cell, harmless, heading, text } from './elements.ts'
import { isAmount, statusColor } from './status-color.ts'

type Element = ITextBlock | IColumnSet | IFactSet | ITable
type Row = Reply['words']['rows'][number]

const columns = [{ width: 7 }, { width: 4, horizontalCellContentAlignment: 'Right' as const }]
const small = { size: 'Small', isSubtle: true, spacing: 'None' } as const

/** One bill of `invoice.show`: what it comes to and how it stands, its dates, its lines, its tax. */
export function invoiceBody(reply: Reply): Element[] {
  const { words } = reply
  return [
    heading(words.title),
    standing(reply),
    dates(reply),
    lines(reply),
    sums(reply),
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
        items: [text(words.facts.status ?? '', { weight: 'Bolder', color: statusColor(answer.facts) })],
      },
    ],
  }
}

/** Name and value of those facts that the answer has. */
function factSet({ words }: Reply, names: readonly string[]): IFactSet {
  const facts = names.flatMap((name) => {
    const [title, value] = [words.labels[name], words.facts[name]]
    return title && value ? [{ title, value: harmless(value) }] : []
  })
  return { type: 'FactSet', facts }
}

const dates = (reply: Reply): IFactSet => factSet(reply, ['period', 'issued', 'due'])

function sums(reply: Reply): IFactSet {
  const { facts } = reply.answer
  const partly = isAmount(facts, 'paid') ? ['paid', ...(isAmount(facts, 'open') ? ['open'] : [])] : []
  return factSet(reply, ['net', 'tax', 'total', ...partly])
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
  const detail = [cells.what, cells.period].filter(Boolean).join(' · ')
  return {
    type: 'TableRow',
    cells: [
      cell([text(`${cells.line}. ${cells.product}`), ...(detail ? [text(detail, small)] : [])]),
      cell([text(cells.net ?? ''), text(`${cells.quantity} × ${cells.unitPrice}`, small)]),
    ],
  }
}
