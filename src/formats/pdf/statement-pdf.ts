import type { PlainSheet } from '../../values/statement-sheet.ts'
import { drawHead } from './draw-head.ts'
import { drawLines } from './draw-lines.ts'
import { drawPayment } from './draw-payment.ts'
import { drawSums } from './draw-sums.ts'
import { closePaper, ink, left, openPaper, type Paper, rule, width, writeAt } from './sheet-of-paper.ts'

/** A billing statement as PDF, A4; `feetOf` says of so many pages what stands at the foot of each. The same sheet gives the same bytes. */
export async function statementPdf(
  sheet: PlainSheet,
  feetOf: (pages: number) => Promise<readonly string[]>,
): Promise<Uint8Array> {
  const subject = `${sheet.title} ${sheet.details[0]?.value ?? ''}`.trim()
  const paper = await openPaper({
    title: subject,
    author: sheet.partner.name,
    language: sheet.language,
    created: new Date(`${sheet.asOf}T00:00:00Z`),
  })
  drawHead(paper, sheet)
  paper.onNewPage = () => drawRunningHead(paper, subject)
  drawLines(paper, sheet)
  drawSums(paper, sheet)
  if (sheet.payment) drawPayment(paper, sheet.payment)
  const { start, count } = paper.doc.bufferedPageRange()
  for (const [at, foot] of (await feetOf(count)).entries()) {
    paper.doc.switchToPage(start + at)
    drawFoot(paper, `${sheet.partner.name} · ${subject}`, foot)
  }
  return closePaper(paper)
}

/** Pages get apart: each says what it belongs to. */
function drawRunningHead(paper: Paper, subject: string): void {
  paper.y += writeAt(paper, paper.y, subject, { x: left, width, size: 8, color: ink.subtle }) + 14
}

function drawFoot(paper: Paper, whose: string, page: string): void {
  const y = 841.89 - 46
  const look = { size: 8, color: ink.subtle } as const
  rule(paper, y - 6)
  writeAt(paper, y, whose, { x: left, width: width - 110, ...look })
  writeAt(paper, y, page, { x: left + width - 100, width: 100, align: 'right', ...look })
}
