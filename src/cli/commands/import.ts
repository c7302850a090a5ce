import { resolve } from 'node:path'
import type { ImportReport } from '../../ledger/importing.ts'
import { ImportRefused } from '../../ledger/importing.ts'
import { reconciliationImporter } from '../../partner-center/reconciliation-importer.ts'
import { billsWaiting } from '../bills-waiting.ts'
import { CommandRefused } from '../command-refused.ts'
import { importFiles } from '../import-files.ts'
import { importers } from '../importers.ts'
import type { Desk, ExitCode, Outside } from '../outside.ts'
import { progressBar } from '../progress-bar.ts'
import type { Terminal } from '../terminal.ts'

type Options = { readonly dryRun: boolean; readonly json: boolean }

/** `saldo import`: recognises each file, says what it read and what changed; the first refused file ends it. */
export const importCommand = (outside: Outside, files: readonly string[], options: Options): Promise<ExitCode> =>
  outside.withDesk(async (desk) => {
    try {
      return await importAll(outside, desk, files, options)
    } catch (error) {
      if (!(error instanceof ImportRefused) || !options.json) throw error
      await outside.terminal.out(`${JSON.stringify({ kind: 'refused', ...error.fault })}\n`)
      throw error
    }
  })

async function importAll(
  { terminal }: Outside,
  desk: Desk,
  files: readonly string[],
  options: Options,
): Promise<ExitCode> {
  const bar = progressBar(terminal)
  const paths = files.map((file) => resolve(terminal.workingFolder, file))
  try {
    const reports = await importFiles(paths, importers, {
      ...desk,
      dryRun: options.dryRun,
      onProgress: bar.draw,
      afterFile: async (report) => {
        await bar.clear()
        await terminal.out(options.json ? `${JSON.stringify(report)}\n` : textOf(report))
      },
    })
    if (reports.length === 0) throw new CommandRefused('there is no file of a format that Saldo knows')
    if (!options.dryRun && reports.some(({ format }) => format === reconciliationImporter.format))
      await sayWhatWaits(terminal, desk)
    return 0
  } catch (error) {
    await bar.clear()
    const problem = unreadable(error)
    if (problem) throw new CommandRefused(problem, { cause: error })
    throw error
  }
}

/** Charges alone bill nobody. */
async function sayWhatWaits({ err }: Terminal, { documents }: Desk): Promise<void> {
  const waiting = await billsWaiting(documents)
  if (waiting.length > 0) await err(`Their bills are not issued yet: saldo bill-out ${waiting.join(' ')}\n`)
}

const did: Readonly<Record<ImportReport['kind'], string>> = {
  imported: 'imported',
  unchanged: 'unchanged, all of it is here already',
  checked: 'checked, nothing was written',
}

function textOf({ kind, file, format, records, changes, notes }: ImportReport): string {
  const changed = changes.map(({ what, count }) => `${what} ${count}`).join(', ')
  const counts = `${records} records${changed && `; ${changed}`}`
  return [`${file}: ${format}, ${did[kind]}: ${counts}`, ...notes.map((note) => `  ${note}`), ''].join('\n')
}

/** What to do about a file that the system does not open; nothing for any other fault. */
function unreadable(error: unknown): string | undefined {
  if (!(error instanceof Error)) return undefined
  const { code, path } = error as NodeJS.ErrnoException
  if (code === 'ENOENT' || code === 'ENOTDIR') return `there is no file ${path}: check the path`
  if (code === 'EACCES' || code === 'EPERM') return `${path} may not be read: let the user that runs Saldo read it`
  return undefined
}
