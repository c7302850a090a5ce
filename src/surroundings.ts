import type { Desk, Outside } from './cli/outside.ts'
import type { Terminal } from './cli/terminal.ts'
import { type Config, type ConfigReading, ConfigRefused } from './config.ts'
import { clockFrom } from './system-clock.ts'
import type { Clock } from './values/clock.ts'

/** What a process was started with: the environment, read once, and where its commands read and write. */
export type Surroundings = {
  readonly reading: ConfigReading
  readonly args: readonly string[]
  readonly version: string
  readonly terminal: Terminal
}

/** The ports of the command line. `desk` is given where the store is open already: the process runs others' commands. */
export function outsideOf(surroundings: Surroundings, desk?: Desk): Outside {
  const { reading, terminal, version } = surroundings
  const config = () => configOf(reading)
  const clock = desk?.clock ?? clockOf(reading)
  return {
    terminal,
    clock,
    version,
    withDesk: async (work) =>
      desk ? work(desk) : (await import('./with-desk.ts')).withDesk(surroundings, config(), clock, work),
    understander: async () => (await import('./understanding.ts')).openUnderstander(config().data),
    trainAnew: async () => (await import('./understanding.ts')).trainAnew(config().data),
    teach: async (...what) => (await import('./own-utterances.ts')).addOwnUtterances(config().data, ...what),
    start: async (options) => (await import('./start-service.ts')).startService(surroundings, config(), options),
    events: async () => {
      const local = config().bot.MicrosoftAppId === undefined
      const [{ webhookChannel }, { addressFault }] = await Promise.all([
        import('./api/send-webhook.ts'),
        import('./api/webhook-address.ts'),
      ])
      return {
        channel: webhookChannel({ local, wallClock: Date.now }),
        addressFault: (url) => addressFault(url, local),
      }
    },
    examine: async () => (await import('./examine.ts')).examine(reading, { serving: desk !== undefined }),
  }
}

/** Only the commands that need the configuration fail when it is refused: help and version never do. */
function configOf(reading: ConfigReading): Config {
  if (reading.kind === 'read') return reading.config
  throw new ConfigRefused(reading.faults)
}

const clockOf = (reading: ConfigReading): Clock => clockFrom(reading.kind === 'read' ? reading.config.now : undefined)
