import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { loadSample } from '../../../src/cli/load-sample.ts'
import { caseFileDeskOf } from '../../../src/conversation/case-file-desk.ts'
import { conversationOf } from '../../../src/conversation/conversation.ts'
import { caseDeskOf } from '../../../src/conversation/desk/case-desk.ts'
import { documentDeskOf } from '../../../src/conversation/document-desk.ts'
import { declaredCollections } from '../../../src/declared-collections.ts'
import { printStatement } from '../../../src/formats/pdf/print-statement.ts'
import { calendarFor } from '../../../src/page-calendar.ts'
import { pagePeople } from '../../../src/page-people.ts'
import { type JobDeps, type RunningJobs, startJobs } from '../../../src/start-jobs.ts'
import type { Documents } from '../../../src/store/documents.ts'
import { openEmbedded } from '../../../src/store/lowdb/open-embedded.ts'
import type { BotSettings } from '../../../src/teams/bot-settings.ts'
import { deskCards } from '../../../src/teams/desk-cards.ts'
import { metricsOf } from '../../../src/teams/metrics.ts'
import { serverOf } from '../../../src/teams/server.ts'
import { takeFile } from '../../../src/teams/take-file.ts'
import { openUnderstander } from '../../../src/understanding.ts'
import { type FixedClock, fixedClock } from '../../../src/values/clock.ts'
import { instant } from '../../../src/values/day.ts'
import type { PagePerson } from '../../../src/web/page-person.ts'
import { pageRoutes } from '../../../src/web/page-routes.ts'
import { type Connector, openConnector } from './connector.ts'

export type LogLine = { readonly level: string; readonly fields: object; readonly message: string }

export type Door = {
  readonly url: string
  readonly connector: Connector
  readonly people: readonly PagePerson[]
  readonly log: LogLine[]
  readonly clock: FixedClock
  readonly documents: Documents
  close(): Promise<void>
}

type Options = {
  /** A data folder that is filled already; a new one with the sample partner when left out. */
  readonly folder?: string
  /** Stands between the conversation and its store: a slow or a failing disk. */
  readonly through?: (documents: Documents) => Documents
  readonly bot?: BotSettings
  readonly now?: string
  /** A store that stays open: another process of the same service. */
  readonly shared?: Documents
  /** How the cards look that Saldo sends of its own accord. */
  readonly jobs?: Pick<JobDeps, 'cards'>
  /** Documents are offered as uploads, as in Teams, instead of as links. */
  readonly uploads?: boolean
}

/** Where the model stays between test files: training takes longer than most tests. */
const modelFolder = join(tmpdir(), 'saldo-test-model')

/** A folder with the sample partner as of 22 November 2026, and how to remove it. */
export async function sampleFolder(): Promise<{ folder: string; remove(): Promise<void> }> {
  const folder = await mkdtemp(join(tmpdir(), 'saldo-door-'))
  const documents = await openEmbedded({ folder, collections: declaredCollections })
  const clock = fixedClock(instant('2026-11-22T10:00:00Z'))
  await loadSample({
    documents,
    clock,
    newId: randomUUID,
    mayLoadSample: true,
    conversation: () => Promise.reject(new Error('no')),
  })
  await documents.close()
  return { folder, remove: () => rm(folder, { recursive: true }) }
}

/** The real door over the real conversation and store, with a connector of its own. */
export async function openDoor(options: Options & { folder: string }): Promise<Door> {
  const { folder, through = (same) => same, bot = { kind: 'local' }, now = '2026-11-22T10:00:00Z', shared } = options
  const [store, understander, connector] = await Promise.all([
    shared ?? openEmbedded({ folder, collections: declaredCollections }),
    openUnderstander(modelFolder),
    openConnector(),
  ])
  const documents = through(store)
  const clock = fixedClock(instant(now))
  const log: LogLine[] = []
  const line = (level: string) => (fields: object, message: string) => void log.push({ level, fields, message })
  const metrics = metricsOf()
  const tools = { documents, understander, clock, newId: randomUUID }
  const logger = { info: line('info'), warn: line('warn'), error: line('error') }
  let jobs: RunningJobs | undefined
  const publicUrl = () => `http://127.0.0.1:${(server.server.address() as AddressInfo).port}`
  const caseFiles = caseFileDeskOf({ documents, clock, newId: randomUUID, publicUrl })
  const server = serverOf({
    bot,
    conversation: conversationOf(tools),
    cases: caseDeskOf(tools),
    caseFiles,
    takeFile: (sent) => takeFile({ documents, clock, local: bot.kind === 'local' }, sent),
    clock,
    newId: randomUUID,
    log: logger,
    metrics,
    wake: () => jobs?.wake(),
    documents: {
      desk: documentDeskOf({ documents, clock, newId: randomUUID, print: printStatement, publicUrl, linkMinutes: 15 }),
      way: options.uploads ? 'upload' : 'link',
      local: bot.kind === 'local',
    },
    ready: () => documents.ping(),
    routes: [
      pageRoutes({
        people: () => pagePeople(store),
        clock,
        newId: randomUUID,
        calendar: calendarFor(store, clock.now),
      }),
    ],
  })
  server.listen(0, '127.0.0.1')
  await once(server.server, 'listening')
  const own = { documents: store, clock, newId: randomUUID, bot, log: logger, metrics }
  const cards = deskCards({ documents: store, clock, caseFiles })
  jobs = await startJobs({ ...own, cards, alone: !shared, ...options.jobs })
  return {
    url: publicUrl(),
    clock,
    connector,
    people: await pagePeople(store),
    log,
    documents,
    async close() {
      await jobs?.stop()
      const closed = once(server.server, 'close')
      server.server.close()
      server.server.closeAllConnections()
      await closed
      await connector.close()
      if (!shared) await store.close()
    },
  }
}
