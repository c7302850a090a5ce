import type { AddressInfo } from 'node:net'
import type { Server } from 'restify'
import type { Desk } from './cli/outside.ts'
import type { BotSettings } from './teams/bot-settings.ts'
import type { Log } from './teams/log.ts'
import type { FixedClock } from './values/clock.ts'

type Routes = (server: Server) => void

/** The HTTP server with all its doors, not listening yet. `pageClock` is given in local mode: the try-out page moves it. */
export async function openDoors(bot: BotSettings, log: Log, desk: Desk, pageClock?: FixedClock): Promise<Server> {
  const [{ serverOf }, { metricsOf }, conversation, page] = await Promise.all([
    import('./teams/server.ts'),
    import('./teams/metrics.ts'),
    desk.conversation(),
    pageClock && pageFor(desk, pageClock),
  ])
  // A page on this machine opens links to this machine; its port is known once it listens.
  const ownUrl = () => `http://localhost:${(server.address() as AddressInfo).port}`
  const local = bot.kind === 'local'
  const server = serverOf({
    bot,
    conversation,
    clock: desk.clock,
    newId: desk.newId,
    log,
    metrics: metricsOf(),
    ready: () => desk.documents.ping(),
    documents: { desk: desk.documentDesk(local ? ownUrl : undefined), way: local ? 'link' : 'upload', local },
    routes: page ? [page] : [],
  })
  return server
}

async function pageFor({ documents, newId }: Desk, clock: FixedClock): Promise<Routes> {
  const [{ pageRoutes }, { pagePeople }] = await Promise.all([
    import('./web/page-routes.ts'),
    import('./page-people.ts'),
  ])
  return pageRoutes({ people: () => pagePeople(documents), clock, newId })
}
