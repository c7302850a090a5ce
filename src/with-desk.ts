import { setTimeout as wait } from 'node:timers/promises'
import type { Desk, ExitCode } from './cli/outside.ts'
import type { Config } from './config.ts'
import { deskOf } from './desk.ts'
import { openStore } from './open-store.ts'
import { serveCommands } from './serve-commands.ts'
import type { Surroundings } from './surroundings.ts'
import type { Clock } from './values/clock.ts'

/**
 * Milliseconds. A process that has just begun, or is about to end, has the folder and no open door: soon the folder is free, or somebody
 * answers for it, unless the machine is very busy.
 */
const patience = 60_000
const pause = 50

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
  for (const until = performance.now() + patience; ; await wait(pause)) {
    const store = await openStore(config)
    if (store.kind === 'open') {
      const desk = deskOf(config, store.documents, clock)
      const served = serveCommands(store.owner, surroundings, desk)
      try {
        return await work(desk)
      } finally {
        store.owner?.retire()
        await served.drained()
        await store.close()
      }
    }
    const called = await callRunning(surroundings, config, performance.now() > until)
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
