import restify from 'restify'
import type { Conversation } from '../conversation/turn.ts'
import type { Clock, NewId } from '../values/clock.ts'
import type { BotSettings } from './bot-settings.ts'
import type { Log } from './log.ts'
import type { Metrics } from './metrics.ts'

/** What the door needs from outside. */
export type DoorDeps = {
  readonly bot: BotSettings
  readonly conversation: Conversation
  readonly clock: Clock
  readonly newId: NewId
  readonly log: Log
  readonly metrics: Metrics
  /** Resolves when the service can answer (the store is reachable); throws when it cannot. */
  readonly ready: () => Promise<void>
  /** Routes of other doors on the same port: the REST API; the try-out page, in local mode only. */
  readonly routes?: readonly ((server: restify.Server) => void)[]
}

/** The HTTP server with `POST /api/messages`, `/healthz`, `/readyz` and `/metrics`. The caller listens, on `listenHost`. */
export function serverOf(deps: DoorDeps): restify.Server {
  const server = restify.createServer({ name: 'saldo' })
  for (const attach of deps.routes ?? []) attach(server)
  return server
}

/** Local mode believes its caller, so only this machine may call. */
export const listenHost = (bot: BotSettings): string => (bot.kind === 'local' ? '127.0.0.1' : '0.0.0.0')
