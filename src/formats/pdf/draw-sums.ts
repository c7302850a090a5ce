import type { PlainSheet } from '../../values/statement-sheet.ts'
import { heightOf, ink, left, makeRoom, type Paper, width, write, writeAt } from './sheet-of-paper.ts'

const labels = { x: left + width * 0.4, width: width * 0.36 }
const values = { x: left + width * 0.78, width: width * 0.22, align: 'right' as const }

/** What the lines come to, in line with their amounts, and what is left to pay; then remarks. */
export function drawSums(paper: Paper, { sums, remarks }: PlainSheet): void {
  const rows = sums.map(({ label, value, strong }) => {
    const look = strong ? ({ size: 10.5, font: 'bold' } as const) : ({ size: 9 } as const)
    const labelLook = { ...labels, ...look, ...(!strong && { color: ink.subtle }) }
    const valueLook = { ...values, ...look }
    return {
      label,
      value,
      labelLook,
      valueLook,
      height: Math.max(heightOf(paper, label, labelLook), heightOf(paper, value, valueLook)),
    }
  })
  // On one page, all of it: a total without what it is the total of says nothing.
  makeRoom(
    paper,
    rows.reduce((sum, { height }) => sum + height + 4, 8),
  )
  paper.y += 4
  for (const { label, value, labelLook, valueLook, height } of rows) {
    writeAt(paper, paper.y, label, labelLook)
    writeAt(paper, paper.y, value, valueLook)
    paper.y += height + 4
  }
  paper.y += 8
  for (const remark of remarks) write(paper, remark, { x: left, width, size: 8, color: ink.subtle }, 3)
}
