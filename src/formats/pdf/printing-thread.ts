import { parentPort } from 'node:worker_threads'
import type { PlainSheet } from '../../values/statement-sheet.ts'
import type { FromPrinter, ToPrinter } from './print-statement.ts'
import { statementPdf } from './statement-pdf.ts'

const waiting = new Map<number, (feet: readonly string[]) => void>()

const say = (message: FromPrinter): void => parentPort?.postMessage(message)

parentPort?.on('message', (message: ToPrinter) => {
  if (message.kind === 'sheet') return void print(message.job, message.sheet)
  waiting.get(message.job)?.(message.feet)
  waiting.delete(message.job)
})

/** The words of a language stay where they are said: the thread asks for those at the foot of each page. */
function feetOf(job: number, pages: number): Promise<readonly string[]> {
  say({ kind: 'pages', job, pages })
  return new Promise((told) => waiting.set(job, told))
}

async function print(job: number, sheet: PlainSheet): Promise<void> {
  try {
    say({ kind: 'printed', job, bytes: await statementPdf(sheet, (pages) => feetOf(job, pages)) })
  } catch (error) {
    say({ kind: 'failed', job, why: error instanceof Error ? (error.stack ?? error.message) : String(error) })
  }
}
