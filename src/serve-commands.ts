import type { Desk } from './cli/outside.ts'
import { runCommand } from './cli/run-command.ts'
import type { CommandHandler } from './store/lowdb/answer-command.ts'
import type { FolderOwner } from './store/lowdb/folder-owner.ts'
import { outsideOf, type Surroundings } from './surroundings.ts'

export type ServedCommands = { /** Resolves when none of them runs any more. */ drained(): Promise<void> }

/** Runs the commands of other processes on this process's desk: the data folder has one owner, and this is it. */
export function serveCommands(owner: FolderOwner | undefined, surroundings: Surroundings, desk: Desk): ServedCommands {
  const running = new Set<Promise<number>>()
  const handle: CommandHandler = (request, output) => {
    const terminal = {
      workingFolder: request.workingFolder,
      out: output.stdout,
      err: output.stderr,
      input: (async function* () {})(),
      columns: request.terminal?.columns,
    }
    const run = runCommand(request.arguments, outsideOf({ ...surroundings, terminal }, desk))
    running.add(run)
    return run.finally(() => running.delete(run))
  }
  owner?.serve(handle)
  return {
    async drained() {
      while (running.size > 0) await Promise.allSettled(running)
    },
  }
}
