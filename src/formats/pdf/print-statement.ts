import { Worker } from 'node:worker_threads'
import type { PlainSheet, StatementSheet } from '../../values/statement-sheet.ts'

/** To the thread: print this; and, once it has counted the pages, what stands at the foot of each. */
export type ToPrinter =
  | { readonly kind: 'sheet'; readonly job: number; readonly sheet: PlainSheet }
  | { readonly kind: 'feet'; readonly job: number; readonly feet: readonly string[] }

export type FromPrinter =
  | { readonly kind: 'pages'; readonly job: number; readonly pages: number }
  | { readonly kind: 'printed'; readonly job: number; readonly bytes: Uint8Array }
  | { readonly kind: 'failed'; readonly job: number; readonly why: string }

type Job = {
  readonly sheet: StatementSheet
  readonly done: (bytes: Uint8Array) => void
  readonly failed: (fault: Error) => void
}

let thread: Worker | undefined
let last = 0
const jobs = new Map<number, Job>()

/** A billing statement as PDF, printed in a thread of its own: a bill of 5,000 lines takes seconds, in which chats must go on. */
export function printStatement(sheet: StatementSheet): Promise<Uint8Array> {
  const job = ++last
  thread ??= startThread()
  // A process ends when nothing is left to print, and not before.
  thread.ref()
  const { pageOf: _, ...plain } = sheet
  send({ kind: 'sheet', job, sheet: plain })
  return new Promise((done, failed) => jobs.set(job, { sheet, done, failed }))
}

const send = (message: ToPrinter): void => thread?.postMessage(message)

function startThread(): Worker {
  const started = new Worker(new URL('./printing-thread.ts', import.meta.url))
  started.on('message', hear)
  // The next statement gets a new thread.
  started.on('error', (cause) => giveUp(new Error('the thread that prints statements has failed', { cause })))
  return started
}

function hear(message: FromPrinter): void {
  const { kind, job } = message
  const asked = jobs.get(job)
  if (!asked) return
  if (kind === 'pages') {
    const feet = Array.from({ length: message.pages }, (_, at) => asked.sheet.pageOf(at + 1, message.pages))
    send({ kind: 'feet', job, feet })
    return
  }
  jobs.delete(job)
  if (jobs.size === 0) thread?.unref()
  if (kind === 'printed') asked.done(message.bytes)
  else asked.failed(new Error(`a statement was not printed: ${message.why}`))
}

function giveUp(fault: Error): void {
  thread = undefined
  for (const { failed } of jobs.values()) failed(fault)
  jobs.clear()
}
