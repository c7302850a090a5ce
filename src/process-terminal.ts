import { once } from 'node:events'
import type { Terminal } from './cli/terminal.ts'

/** This process's own streams. */
export function processTerminal(): Terminal {
  // Whoever reads us may stop early (`saldo invoices | head`): that is the end, and no fault.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error
    process.exit(0)
  })
  return {
    workingFolder: process.cwd(),
    out: (text) => write(process.stdout, text),
    err: (text) => write(process.stderr, text),
    input: process.stdin,
    columns: process.stderr.isTTY ? process.stderr.columns : undefined,
  }
}

async function write(stream: NodeJS.WriteStream, text: string): Promise<void> {
  if (!stream.write(text)) await once(stream, 'drain')
}
