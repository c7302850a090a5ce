import type { Labelled, StatementPayment } from '../../values/statement-sheet.ts'
import { qrModules } from '../qr-modules.ts'
import { heightOf, ink, left, makeRoom, type Paper, rule, width, write, writeAt } from './sheet-of-paper.ts'

const codeSize = 108
const beside = { x: left + codeSize + 18, width: width - codeSize - 18 } as const

/** How to pay what is open: each code with what it says beside it, so that nobody has to scan. */
export function drawPayment(paper: Paper, { title, rows, codes }: StatementPayment): void {
  makeRoom(paper, codeSize + 44)
  paper.y += 10
  rule(paper, paper.y)
  paper.y += 12
  write(paper, title, { x: left, width, size: 12, font: 'bold', color: ink.accent }, 6)
  for (const code of codes) {
    makeRoom(paper, codeSize)
    const start = paper.y
    drawCode(paper, code.payload)
    let y = start + writeAt(paper, start, code.method, { ...beside, size: 10, font: 'bold' }) + 4
    for (const row of [...rows, ...code.rows]) y += drawRow(paper, y, row)
    y += writeAt(paper, y + 3, code.caption, { ...beside, size: 8, color: ink.subtle }) + 6
    if (code.paste) y += drawPaste(paper, y, { label: code.paste, value: code.payload })
    paper.y = Math.max(start + codeSize, y) + 14
  }
}

function drawRow(paper: Paper, y: number, { label, value }: Labelled): number {
  const height = writeAt(paper, y, label, { x: beside.x, width: 100, color: ink.subtle })
  return Math.max(height, writeAt(paper, y, value, { x: beside.x + 106, width: beside.width - 106 })) + 2
}

function drawPaste(paper: Paper, y: number, { label, value }: Labelled): number {
  const height = heightOf(paper, label, { ...beside, size: 8, color: ink.subtle })
  writeAt(paper, y, label, { ...beside, size: 8, color: ink.subtle })
  return height + 1 + writeAt(paper, y + height + 1, value, { ...beside, size: 7 }) + 2
}

/** Dark squares on the white of the paper, whose margin is the quiet zone. Vectors stay sharp on any screen and printer. */
function drawCode({ doc, y }: Paper, payload: string): void {
  const { size, runs } = qrModules(payload)
  const module = codeSize / size
  for (const { row, column, length } of runs)
    doc.rect(left + column * module, y + row * module, length * module, module)
  doc.fill('#000000')
}
