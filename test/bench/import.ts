// Seconds and peak memory of importing a reconciliation file into an embedded store, against a bare csv-parse pass over the same
// file in the same run. Goal: at most three times the time, under 300 MiB.
import { execFile } from 'node:child_process'
import { mkdtemp, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs, promisify } from 'node:util'
import type { Pass } from './import/print-pass.ts'
import { writeLines } from './import/write-lines.ts'

export async function run(args: readonly string[]): Promise<void> {
  const options = {
    lines: { type: 'string', default: '1000000' },
    customers: { type: 'string', default: '2000' },
    json: { type: 'boolean' },
  } as const
  const { values } = parseArgs({ args: [...args], options })
  const folder = await mkdtemp(join(tmpdir(), 'saldo-bench-'))
  try {
    const file = join(folder, 'reconciliation.csv')
    await writeLines(file, Number(values.lines), Number(values.customers))
    const { size } = await stat(file)
    const reference = await passOf('bare-pass.ts', [file])
    const ours = await passOf('import-pass.ts', [file, join(folder, 'data')])
    if (!values.json) {
      console.log(`${values.lines} lines of ${values.customers} customers, ${Math.round(size / 1_048_576)} MiB`)
      console.log(`bare csv-parse pass: ${said(reference)}`)
      console.log(`import:              ${said(ours)}`)
    }
    const ratio = Number((ours.seconds / reference.seconds).toFixed(2))
    console.log(JSON.stringify({ name: 'import', ours, reference, ratio }))
  } finally {
    await rm(folder, { recursive: true })
  }
}

const said = ({ seconds, cpuSeconds, peakMebibytes }: Pass) =>
  `${seconds.toFixed(1)} s (${cpuSeconds.toFixed(1)} s of CPU), peak ${peakMebibytes} MiB`

async function passOf(file: string, args: readonly string[]): Promise<Pass> {
  const { stdout } = await promisify(execFile)(process.execPath, [join(import.meta.dirname, 'import', file), ...args])
  return JSON.parse(stdout)
}
