import type { Command } from 'commander'
import type { ExitCode, Outside } from './outside.ts'

/** What a command is added with. `done` is told its exit code. */
export type Adding = { readonly program: Command; readonly outside: Outside; readonly done: (code: ExitCode) => void }

/** The option of every command whose doing is recorded. */
export const by = ['--by <mail>', 'who does it, for the record; the operator of this machine unless told'] as const
