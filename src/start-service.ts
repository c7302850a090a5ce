import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import type { Server } from 'restify'
import { loadSample } from './cli/load-sample.ts'
import type { ExitCode } from './cli/outside.ts'
import type { Config } from './config.ts'
import { deskOf } from './desk.ts'
import { isPortFree } from './is-port-free.ts'
import { openDoors } from './open-doors.ts'
import { openStore } from './open-store.ts'
import { serveCommands } from './serve-commands.ts'
import type { RunningJobs } from './start-jobs.ts'
import type { Surroundings } from './surroundings.ts'
import { clockFrom } from './system-clock.ts'
import { type BotSettings, botSettings } from './teams/bot-settings.ts'
import { failureOf } from './teams/failure.ts'
import { type FixedClock, fixedClock } from './values/clock.ts'

/** Turns that run when the service is told to stop get this long. */
const graceMilliseconds = 3000

/**
 * The service: opens the store, in local mode with the sample partner, and the doors; runs until SIGTERM or SIGINT, then lets what
 * runs end and closes. Throws what stands in its way, before anything listens.
 */
export async function startService(
  surroundings: Surroundings,
  config: Config,
  { local }: { readonly local: boolean },
): Promise<ExitCode> {
  const bot = botSettings(config.bot, { local })
  // Looked at first, because it is the usual mistake, and the data takes a moment to load.
  if (!(await isPortFree(config.port)))
    throw new Error(`port ${config.port} is taken: stop what listens there, or choose another with PORT`)
  const stopped = stopSignal()
  const store = await openStore(config)
  if (store.kind === 'in-use') {
    throw new Error(`Saldo runs already on ${config.data}: stop it, or choose another folder with SALDO_DATA`)
  }
  const pageClock = local ? await movableClock(config) : undefined
  const clock = pageClock ?? clockFrom(config.now)
  const log = (await import('./open-log.ts')).openLog(config)
  const desk = deskOf(config, store.documents, clock, {
    stopped: (reference, error) => log.error({ reference, ...failureOf(error) }, 'an answer was held back'),
    unadvised: (consultation) => log.warn({ consultation }, 'the model gave no advice'),
  })
  const served = serveCommands(store.owner, surroundings, desk)
  try {
    // Training the model, where it must be, and loading the sample take their second side by side.
    const sample = local ? loadSample(desk) : undefined
    const [{ startJobs }] = await Promise.all([
      import('./start-jobs.ts'),
      sample,
      desk.conversation(),
      import('./teams/server.ts'),
    ])
    let jobs: RunningJobs | undefined
    const { server, metrics, cards } = await openDoors({ bot, log, desk, pageClock, wake: () => jobs?.wake() })
    await listen(server, bot, config.port)
    jobs = await startJobs({ ...desk, bot, log, metrics, cards, alone: store.owner !== undefined })
    try {
      await surroundings.terminal.out(greeting(server, bot))
      await stopped
    } finally {
      // Before the doors: in local mode what is being sent goes to one of them.
      await jobs.stop()
    }
    await close(server)
    return 0
  } finally {
    store.owner?.retire()
    await served.drained()
    await store.close()
  }
}

/** In local mode the page moves the clock of the whole service; SALDO_NOW is where it stands until then. */
async function movableClock({ now }: Config): Promise<FixedClock> {
  return now ? fixedClock(now) : (await import('./web/shifting-clock.ts')).shiftingClock()
}

/** Restify passes on its server's events; an error that nobody listens to there ends the process with a stack. */
async function listen(server: Server, bot: BotSettings, port: number): Promise<void> {
  const { listenHost } = await import('./teams/server.ts')
  server.listen(port, listenHost(bot))
  await once(server, 'listening')
}

function greeting({ server }: Server, bot: BotSettings): string {
  const { port } = server.address() as AddressInfo
  return bot.kind === 'local'
    ? `Saldo is ready. Try it out: http://localhost:${port}/\n`
    : `Saldo is ready. Its messaging endpoint is /api/messages on port ${port}.\n`
}

/** Resolves at the first signal; a second one ends the process at once, as people expect of Ctrl-C. */
const stopSignal = (): Promise<void> =>
  new Promise((resolve) => {
    for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => resolve())
  })

/** Idle connections go at once, running requests may end; the page's event streams never do by themselves. */
async function close({ server }: Server): Promise<void> {
  const closed = once(server, 'close')
  server.close()
  server.closeIdleConnections()
  const force = setTimeout(() => server.closeAllConnections(), graceMilliseconds)
  await closed
  clearTimeout(force)
}
