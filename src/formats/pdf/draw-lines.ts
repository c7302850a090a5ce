import type { PlainSheet, StatementLine } from '../../values/statement-sheet.ts'
import { heightOf, ink, left, makeRoom, type Paper, rule, width, writeAt } from './sheet-of-paper.ts'

const gap = 8
const figures = { quantity: 82, unitPrice: 88, net: 82 } as const
const productWidth = width - figures.quantity - figures.unitPrice - figures.net
const right = {
  quantity: left + productWidth,
  unitPrice: left + productWidth + figures.quantity,
  net: left + productWidth + figures.quantity + figures.unitPrice,
} as const
type Figure = keyof typeof figures
const figureNames: readonly Figure[] = ['quantity', 'unitPrice', 'net']

const product = { x: left, width: productWidth - gap } as const
const detail = { ...product, size: 7.5, color: ink.subtle } as const
const figure = (name: Figure) => ({ x: right[name] + gap, width: figures[name] - gap, align: 'right' as const })

/** A figure is never torn in two: a unit price of eighteen decimals gets smaller letters. */
function fitting(paper: Paper, line: StatementLine, name: Figure) {
  const place = figure(name)
  const size = 9
  const needed = paper.doc.font('regular').fontSize(size).widthOfString(line[name]) + 0.1
  return { ...place, size: Math.min(size, (size * place.width) / needed) }
}

/** The lines as a table. A line is never torn between two pages, and every page has the table's head. */
export function drawLines(paper: Paper, { columns, lines }: PlainSheet): void {
  drawColumns(paper, columns)
  const { onNewPage } = paper
  paper.onNewPage = () => {
    onNewPage?.()
    drawColumns(paper, columns)
  }
  for (const line of lines) drawLine(paper, line)
  paper.onNewPage = onNewPage
}

function drawColumns(paper: Paper, columns: PlainSheet['columns']): void {
  const look = { size: 8, font: 'bold', color: ink.subtle } as const
  const heights = [
    writeAt(paper, paper.y, columns.product, { ...product, ...look }),
    ...figureNames.map((name) => writeAt(paper, paper.y, columns[name], { ...figure(name), ...look })),
  ]
  paper.y += Math.max(...heights) + 4
  rule(paper, paper.y)
  paper.y += 5
}

function drawLine(paper: Paper, line: StatementLine): void {
  const productHeight = heightOf(paper, line.product, product)
  const height = Math.max(
    productHeight + heightOf(paper, line.detail, detail) + 1,
    ...figureNames.map((name) => heightOf(paper, line[name], fitting(paper, line, name))),
  )
  makeRoom(paper, height + 11)
  writeAt(paper, paper.y, line.product, product)
  writeAt(paper, paper.y + productHeight + 1, line.detail, detail)
  for (const name of figureNames) writeAt(paper, paper.y, line[name], fitting(paper, line, name))
  paper.y += height + 5
  rule(paper, paper.y)
  paper.y += 6
}
