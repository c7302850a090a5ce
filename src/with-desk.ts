import type { Desk, ExitCode } from './cli/outside.ts'
import type { Config } from './config.ts'
import { deskOf } from './desk.ts'
import { openStore } from './open-store.ts'
import { serveCommands } from './serve-commands.ts'
import type { Surroundings } from './surroundings.ts'
import type { Clock } from './values/clock.ts'

/** A process that ends just when we call it leaves us without an answer: by then the folder is free, or somebody else's. */
const attempts = 5

/**
 * Does the work on the store, opened for it; or has the process that owns the data folder run the whole command. Meanwhile other
 * processes' commands run here, just as they do in the service.
 */
export async function withDesk(
  surroundings: Surroundings,
  config: Config,
  clock: Clock,
  work: (desk: Desk) => Promise<ExitCode>,
): Promise<ExitCode> {
  for (let attempt = 1; ; attempt++) {
    const store = await openStore(config)
    if (store.kind === 'open') {
      const desk = deskOf(config, store.documents, clock)
      const served = serveCommands(store.owner, surroundings, desk)
      try {
        return await work(desk)
      } finally {
        await served.drained()
        await store.close()
      }
    }
    const called = await callRunning(surroundings, config, attempt === attempts)
    if (called !== 'ended') return called
  }
}

/** `ended`: the owner ended before it said a word, so nothing of the command was done. */
async function callRunning(
  { terminal, args }: Surroundings,
  config: Config,
  last: boolean,
): Promise<ExitCode | 'ended'> {
  const { callOwner } = await import('./store/lowdb/call-owner.ts')
  const { workingFolder, columns } = terminal
  const request = { arguments: [...args], workingFolder, ...(columns && { terminal: { columns } }) }
  let said = false
  const passOn = (write: (text: string) => Promise<void>) => (text: string) => {
    said = true
    void write(text)
  }
  try {
    return await callOwner(config.data, request, { stdout: passOn(terminal.out), stderr: passOn(terminal.err) })
  } catch (error) {
    if (said || last) throw error
    return 'ended'
  }
}
