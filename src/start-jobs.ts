import { setTimeout as wait } from 'node:timers/promises'
import type { Desk } from './cli/outside.ts'
import { strikeDesk } from './conversation/desk/desk-clock.ts'
import { postSettled } from './conversation/desk/post-settled.ts'
import { courierOf } from './delivery/courier.ts'
import { freeLines } from './delivery/free-lines.ts'
import type { Delivery } from './delivery/line.ts'
import { paceOf } from './delivery/pace.ts'
import { runJobs } from './jobs/run-jobs.ts'
import type { BotSettings } from './teams/bot-settings.ts'
import { channelOf } from './teams/channel.ts'
import { failureOf } from './teams/failure.ts'
import { hashed, type Log } from './teams/log.ts'
import type { Metrics } from './teams/metrics.ts'
import { type Cards, postActivity } from './teams/post-activity.ts'

export type JobDeps = Pick<Desk, 'documents' | 'clock' | 'newId'> & {
  readonly bot: BotSettings
  readonly log: Log
  readonly metrics: Metrics
  /** Whether no other process has the store: as with the embedded one. */
  readonly alone: boolean
  /** Lays out the cards of tickets and cases, and files. */
  readonly cards: Cards
}

export type RunningJobs = {
  /** Something may have been queued: carries it now. */
  wake(): void
  /** Lets what is being sent end, for a moment. */
  stop(): Promise<void>
}

/** Milliseconds between two looks at what is due; a database is asked less often. */
const looksAlone = 250
const looksShared = 1_000
/** Milliseconds between two looks at what is due by the cases' own clock. */
const deskClock = 1_000
/** Milliseconds. */
const grace = 3_000

/** Begins what Saldo does of its own accord. In local mode the doors must be open: the channel is behind one of them. */
export async function startJobs(deps: JobDeps): Promise<RunningJobs> {
  const { documents, clock, newId, bot, metrics, log, alone, cards } = deps
  const fault = (error: unknown) => log.error(failureOf(error), 'a job failed')
  if (alone) await freeLines(documents, clock.now())
  const courier = courierOf({
    documents,
    channel: channelOf({ bot, metrics, render: postActivity(cards) }),
    clock,
    newId,
    pace: paceOf(),
    milliseconds: () => performance.now(),
    wait,
    random: Math.random,
    settled: postSettled,
    noted: (delivery) => note(delivery, { metrics, log }),
    fault,
  })
  const every = alone ? looksAlone : looksShared
  const jobs = runJobs({
    jobs: [
      { name: 'courier', every, run: () => courier.begin() },
      { name: 'desk clock', every: deskClock, run: () => strikeDesk(documents, clock.now()) },
    ],
    fault,
  })
  return {
    wake: () => jobs.wake('courier'),
    async stop() {
      const stopped = Promise.all([jobs.stop(), courier.stop()])
      await Promise.race([stopped, wait(grace, undefined, { ref: false })])
    },
  }
}

function note({ state, reason, line }: Delivery, { metrics, log }: { metrics: Metrics; log: Log }): void {
  metrics.post(state)
  if (state === 'failed' || state === 'unknown') log.warn({ state, reason, line: hashed(line) }, 'not delivered')
}
