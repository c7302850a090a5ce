import { CommanderError } from 'commander'
import { ImportRefused } from '../ledger/importing.ts'
import { CommandRefused } from './command-refused.ts'
import type { ExitCode, Outside } from './outside.ts'
import { programOf } from './program.ts'

/** Runs one `saldo` command and resolves with its exit code. The one place where the command line catches. */
export async function runCommand(args: readonly string[], outside: Outside): Promise<ExitCode> {
  const { terminal } = outside
  const run: { code: ExitCode } = { code: 0 }
  try {
    const program = programOf(outside, (code) => {
      run.code = code
    })
    await program.parseAsync(args, { from: 'user' })
    return run.code
  } catch (error) {
    // Commander has written its own message; help and version come this way as well, with 0.
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2
    await terminal.err(`${reasonOf(error)}\n`)
    return 1
  }
}

function reasonOf(error: unknown): string {
  if (error instanceof ImportRefused || error instanceof CommandRefused) return `saldo: ${error.message}`
  return `saldo: ${error instanceof Error ? error.message : String(error)}`
}
