import type { PlainSheet } from '../../values/statement-sheet.ts'
import { heightOf, ink, left, type Paper, width, write, writeAt } from './sheet-of-paper.ts'

const half = (width - 20) / 2

/** Who says it, what it is and is not, to whom and about what. */
export function drawHead(paper: Paper, sheet: PlainSheet): void {
  drawPartner(paper, sheet)
  write(paper, sheet.title, { x: left, width, size: 20, font: 'bold', color: ink.accent }, 8)
  drawNotice(paper, sheet.notice)
  drawParties(paper, sheet)
}

function drawPartner(paper: Paper, { partner }: PlainSheet): void {
  const name = writeAt(paper, paper.y, partner.name, { x: left, width: half, size: 12, font: 'bold' })
  const contact = writeAt(paper, paper.y, partner.contact.join('\n'), {
    x: left + half + 20,
    width: half,
    size: 8,
    color: ink.subtle,
    align: 'right',
  })
  paper.y += Math.max(name, contact) + 26
}

/** Within a ground of its own: nobody should take the sheet for a tax document. */
function drawNotice(paper: Paper, notice: string): void {
  const writing = { x: left + 10, width: width - 20, size: 9 }
  const height = heightOf(paper, notice, writing) + 14
  paper.doc.rect(left, paper.y, width, height).fill(ink.ground)
  writeAt(paper, paper.y + 7, notice, writing)
  paper.y += height + 18
}

function drawParties(paper: Paper, { customer, details }: PlainSheet): void {
  const right = left + half + 20
  const name = writeAt(paper, paper.y, customer.name, { x: left, width: half, size: 11, font: 'bold' })
  const number = { x: left, width: half, color: ink.subtle }
  const customerHeight = name + writeAt(paper, paper.y + name + 3, customer.taxNumber ?? '', number)
  let y = paper.y
  for (const { label, value } of details) {
    const labelHeight = writeAt(paper, y, label, { x: right, width: half * 0.38, color: ink.subtle })
    const valueHeight = writeAt(paper, y, value, { x: right + half * 0.4, width: half * 0.6, align: 'right' })
    y += Math.max(labelHeight, valueHeight) + 3
  }
  paper.y = Math.max(paper.y + customerHeight, y) + 20
}
