import { setTimeout as wait } from 'node:timers/promises'
import { carryEvents } from './carry-events.ts'
import type { Desk } from './cli/outside.ts'
import { contactSettled } from './collections/contact-settled.ts'
import { hasLapsed, rightToSend } from './collections/right-to-send.ts'
import { rightToTell } from './collections/right-to-tell.ts'
import { freeStandings } from './collections/seed-standings.ts'
import { onStaff } from './conversation/collections/on-staff.ts'
import { strikeSuspensions } from './conversation/collections/strike-suspensions.ts'
import { strikeDesk } from './conversation/desk/desk-clock.ts'
import { postSettled } from './conversation/desk/post-settled.ts'
import { strikePayables } from './conversation/desk/strike-payables.ts'
import { courierOf } from './delivery/courier.ts'
import { freeLines } from './delivery/free-lines.ts'
import type { Delivery } from './delivery/line.ts'
import { paceOf } from './delivery/pace.ts'
import type { Settled } from './delivery/settle-posts.ts'
import { collectionsJob } from './jobs/collections-job.ts'
import { runJobs } from './jobs/run-jobs.ts'
import type { Documents } from './store/documents.ts'
import type { BotSettings } from './teams/bot-settings.ts'
import { channelOf, type Render } from './teams/channel.ts'
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
/** Milliseconds between two looks at which customers are due to be decided. */
const collectionsClock = 1_000
/** Milliseconds between two looks at what Microsoft has to be paid: a matter of days, and quick to see where a page moves the clock. */
const payablesClock = 10_000
/** Milliseconds between two looks at the suspensions that go on. */
const suspensionsClock = 2_000
/** Milliseconds. */
const grace = 3_000

/** Begins what Saldo does of its own accord. In local mode the doors must be open: the channel is behind one of them. */
export async function startJobs(deps: JobDeps): Promise<RunningJobs> {
  const { documents, clock, bot, log, alone } = deps
  const fault = (error: unknown) => log.error(failureOf(error), 'a job failed')
  if (alone) await Promise.all([freeLines(documents, clock.now()), freeStandings(documents, clock.now())])
  const courier = courierFor(deps, fault)
  const collect = collectionsJob({ documents, clock, milliseconds: () => performance.now(), onStaff, fault })
  const every = alone ? looksAlone : looksShared
  const events = await carryEvents({ documents, clock, local: bot.kind === 'local', alone, log, fault })
  const jobs = runJobs({
    jobs: [
      { name: 'courier', every, run: () => courier.begin() },
      { name: 'desk clock', every: deskClock, run: () => strikeDesk(documents, clock.now()) },
      {
        name: 'suspensions',
        every: suspensionsClock,
        run: () => strikeSuspensions(documents, clock.now(), undefined, fault),
      },
      {
        name: 'collections',
        every: collectionsClock,
        run: async () => (await collect()).more && jobs.wake('collections'),
      },
      { name: 'payables', every: payablesClock, run: () => strikePayables(documents, clock.now()) },
      ...events.jobs,
    ],
    fault,
  })
  return {
    wake() {
      jobs.wake('courier')
      jobs.wake('webhooks')
    },
    async stop() {
      const stopped = Promise.all([jobs.stop(), courier.stop(), events.stop()])
      await Promise.race([stopped, wait(grace, undefined, { ref: false })])
    },
  }
}

const courierFor = ({ documents, clock, newId, bot, metrics, log, cards }: JobDeps, fault: (error: unknown) => void) =>
  courierOf({
    documents,
    channel: channelOf({ bot, metrics, render: whileDue(documents, postActivity(cards)) }),
    clock,
    newId,
    pace: paceOf(),
    milliseconds: () => performance.now(),
    wait,
    random: Math.random,
    settled,
    maySend: async (unit, _, post) =>
      (await rightToSend(unit, post, clock.now())) ?? rightToTell(unit, post, clock.now()),
    noted: (delivery) => note(delivery, { metrics, log }),
    fault,
  })

/** What a reminder and a case have to be told of their posts. */
const settled: Settled = async (unit, line, post) => {
  await postSettled(unit, line, post)
  await contactSettled(unit, line, post)
}

/** A reminder of what was paid in the meantime is nothing to say. */
const whileDue =
  (documents: Documents, render: Render): Render =>
  async (content, to) =>
    content.kind === 'reminder' && (await hasLapsed(documents, content)) ? undefined : render(content, to)

function note({ state, reason, line }: Delivery, { metrics, log }: { metrics: Metrics; log: Log }): void {
  metrics.post(state)
  if (state === 'failed' || state === 'unknown') log.warn({ state, reason, line: hashed(line) }, 'not delivered')
}
