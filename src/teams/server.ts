import restify from 'restify'
import type { CaseFileDesk } from '../conversation/case-file-desk.ts'
import type { BotSettings } from './bot-settings.ts'
import { attachCaseFiles } from './case-file-route.ts'
import { attachDocuments } from './document-route.ts'
import { failureOf } from './failure.ts'
import { refuseForeign } from './local-guard.ts'
import { messagesRoute } from './messages-route.ts'
import type { Metrics } from './metrics.ts'
import { Refused } from './problem.ts'
import { sendJson, sendProblem } from './respond.ts'
import type { TurnDeps } from './take-turn.ts'

/** What the door needs from outside. */
export type DoorDeps = TurnDeps & {
  readonly bot: BotSettings
  /** Resolves when the service can answer (the store is reachable); throws when it cannot. */
  readonly ready: () => Promise<void>
  /** The files that customers sent, for the helpdesk. */
  readonly caseFiles: CaseFileDesk
  /** Called after each activity, whatever came of it: it may have queued something to send. */
  readonly wake?: () => void
  /** Routes of other doors on the same port: the REST API; the try-out page, in local mode only. */
  readonly routes?: readonly ((server: restify.Server) => void)[]
}

/** Runs before any route, also before "not found": nothing answers a foreign caller of local mode. */
const localOnly: restify.RequestHandler = (request, response, next) => {
  try {
    refuseForeign(request)
    return next()
  } catch (error) {
    if (!(error instanceof Refused)) return next(error)
    sendProblem(request, response, error.status, error.message)
    return next(false)
  }
}

function attachHealth(
  server: restify.Server,
  deps: { ready: () => Promise<void>; metrics: Metrics; log: TurnDeps['log'] },
): void {
  server.get('/healthz', async (_request, response) => sendJson(response, 200, { status: 'ok' }))
  server.get('/readyz', async (_request, response) => {
    try {
      await deps.ready()
      sendJson(response, 200, { status: 'ok' })
    } catch (error) {
      // Why is for the log: health tells nobody outside anything.
      deps.log.error(failureOf(error), 'not ready')
      sendJson(response, 503, { status: 'unavailable' })
    }
  })
  server.get('/metrics', async (_request, response) => {
    const text = await deps.metrics.text()
    response.writeHead(200, { 'content-type': deps.metrics.contentType })
    response.end(text)
  })
}

/** The HTTP server with `POST /api/messages`, `/healthz`, `/readyz` and `/metrics`. The caller listens, on `listenHost`. */
export function serverOf(deps: DoorDeps): restify.Server {
  const server = restify.createServer({ name: 'saldo' })
  if (deps.bot.kind === 'local') server.pre(localOnly)
  server.post('/api/messages', messagesRoute(deps) as restify.RequestHandler)
  attachHealth(server, deps)
  attachDocuments(server, { documentDesk: deps.documents.desk, log: deps.log })
  attachCaseFiles(server, deps)
  for (const attach of deps.routes ?? []) attach(server)
  return server
}

/** Local mode believes its caller, so only this machine may call. */
export const listenHost = (bot: BotSettings): string => (bot.kind === 'local' ? '127.0.0.1' : '0.0.0.0')
