import type { AddressInfo } from 'node:net'
import type { Server } from 'restify'
import type { Desk } from './cli/outside.ts'
import type { BotSettings } from './teams/bot-settings.ts'
import type { Log } from './teams/log.ts'
import type { Metrics } from './teams/metrics.ts'
import type { Cards } from './teams/post-activity.ts'
import type { FixedClock } from './values/clock.ts'

type Routes = (server: Server) => void
export type OpenDoors = {
  readonly server: Server
  readonly metrics: Metrics
  /** Lays out what is sent of Saldo's own accord, with links to these doors. */
  readonly cards: Cards
}

export type DoorOptions = {
  readonly bot: BotSettings
  readonly log: Log
  readonly desk: Desk
  /** Called after each turn. */
  readonly wake: () => void
  /** Given in local mode: the try-out page moves it. */
  readonly pageClock?: FixedClock
}

/** The HTTP server with all its doors, not listening yet. */
export async function openDoors({ bot, log, desk, wake, pageClock }: DoorOptions): Promise<OpenDoors> {
  const [{ serverOf }, { metricsOf }, { deskCards }, { takeFile }, { openApi }, conversation, cases, page] =
    await Promise.all([
      import('./teams/server.ts'),
      import('./teams/metrics.ts'),
      import('./teams/desk-cards.ts'),
      import('./teams/take-file.ts'),
      import('./open-api.ts'),
      desk.conversation(),
      desk.cases(),
      pageClock && pageFor(desk, pageClock),
    ])
  // A page on this machine opens links to this machine; its port is known once it listens.
  const ownUrl = () => `http://localhost:${(server.address() as AddressInfo).port}`
  const local = bot.kind === 'local'
  const metrics = metricsOf()
  const { documents, clock } = desk
  const caseFiles = desk.caseFileDesk(local ? ownUrl : undefined)
  const server = serverOf({
    bot,
    conversation,
    cases,
    caseFiles,
    takeFile: (sent) => takeFile({ documents, clock, local }, sent),
    clock,
    newId: desk.newId,
    log,
    metrics,
    wake,
    ready: () => documents.ping(),
    documents: { desk: desk.documentDesk(local ? ownUrl : undefined), way: local ? 'link' : 'upload', local },
    routes: [openApi({ desk, log, wake }), ...(page ? [page] : [])],
  })
  return { server, metrics, cards: deskCards({ documents, clock, caseFiles }) }
}

async function pageFor({ documents, newId }: Desk, clock: FixedClock): Promise<Routes> {
  const [{ pageRoutes }, { pagePeople }, { calendarFor }] = await Promise.all([
    import('./web/page-routes.ts'),
    import('./page-people.ts'),
    import('./page-calendar.ts'),
  ])
  return pageRoutes({ people: () => pagePeople(documents), clock, newId, calendar: calendarFor(documents, clock.now) })
}
