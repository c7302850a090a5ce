import type { IncomingMessage, ServerResponse } from 'node:http'
import type { ApiKey } from '../access/api-key.ts'
import { principalOfKey } from '../access/key-principal.ts'
import { may } from '../access/may.ts'
import { noteKeyUse } from '../access/note-key-use.ts'
import type { Documents } from '../store/documents.ts'
import type { Clock, NewId } from '../values/clock.ts'
import type { Instant } from '../values/day.ts'
import type { Once } from './answer-once.ts'
import { authenticate } from './authenticate.ts'
import { type ApiAnswer, type Asked, base, type Endpoint } from './endpoint.ts'
import { Problem } from './problem.ts'
import type { RateLimit } from './rate-limit.ts'
import { readInput } from './read-input.ts'
import { sendAnswer, sendProblem } from './send.ts'

/** A request that was answered, as a log may keep it: no names, no texts, no ids of customers. */
export type ServedRequest = {
  readonly method: string
  /** The declared path, such as `/holds/{id}`. */
  readonly route: string
  readonly status: number
  readonly milliseconds: number
  readonly key?: string
}

export type ApiDeps = {
  readonly documents: Documents
  readonly clock: Clock
  readonly newId: NewId
  /** Only goes forward, whatever happens to `clock`. */
  readonly milliseconds: () => number
  readonly served: (request: ServedRequest) => void
  /** Told of what went wrong on our side. */
  readonly fault: (error: unknown) => void
  /** Called after each request that did something: it may have queued something to send. */
  readonly wake: () => void
}

export type Serving = ApiDeps & { readonly limit: RateLimit; readonly once: Once }

/** Answers one request to an endpoint, whatever it says. */
export async function serveEndpoint(
  serving: Serving,
  endpoint: Endpoint,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const begun = serving.milliseconds()
  const now = serving.clock.now()
  let key: ApiKey | undefined
  try {
    key = await authenticate(serving.documents, request, now)
    admit(serving, endpoint, key)
    const { answer, again } = await answerOf(serving, endpoint, request, key, now)
    sendAnswer(response, { answer, again, url: request.url ?? '' })
    if (endpoint.run.kind === 'act') serving.wake()
  } catch (error) {
    sendProblem(request, response, problemOf(serving, error))
  } finally {
    const milliseconds = Math.round(serving.milliseconds() - begun)
    const { method, path } = endpoint
    serving.served({ method, route: path, status: response.statusCode, milliseconds, ...(key && { key: key.id }) })
  }
  if (key) await noteKeyUse(serving.documents, key, now).catch(serving.fault)
}

function problemOf({ fault }: Serving, error: unknown): Problem {
  if (error instanceof Problem) return error
  fault(error)
  return new Problem('fault', 'Something went wrong here: try again later.')
}

function admit({ limit }: Serving, { ability }: Endpoint, key: ApiKey): void {
  const seconds = limit.take(key.id)
  if (seconds > 0) {
    const headers = { 'retry-after': String(seconds) }
    throw new Problem('too-many-requests', 'This key asks more often than it may: wait a moment.', { headers })
  }
  if (may(principalOfKey(key), ability)) return
  throw new Problem('not-allowed', `No role of this key allows "${ability}".`, {
    ability,
    headers: { 'www-authenticate': 'Bearer realm="saldo", error="insufficient_scope"' },
  })
}

async function answerOf(
  { documents, newId, once }: Serving,
  endpoint: Endpoint,
  request: IncomingMessage,
  key: ApiKey,
  now: Instant,
): Promise<{ readonly answer: ApiAnswer; readonly again: boolean }> {
  const idempotencyKey = idempotencyKeyOf(endpoint, request)
  const input = await readInput(endpoint, request)
  const event = `api|${key.id}|${idempotencyKey ?? newId()}`
  const who = { principal: principalOfKey(key), key: key.name, event }
  const asked = { ...input, ...who, now, newId } as Asked<never, never, never>
  const { run } = endpoint
  if (run.kind === 'look') return { answer: await run.look(asked, documents), again: false }
  const path = new URL(request.url ?? '', 'http://localhost').pathname.slice(base.length)
  const repeatable = { key: key.id, idempotencyKey, asks: [endpoint.method, path, input.digest], now }
  return once.answer(documents, repeatable, (unit) => run.act(asked, unit))
}

function idempotencyKeyOf({ run, needsIdempotencyKey }: Endpoint, { headers }: IncomingMessage): string | undefined {
  const given = headers['idempotency-key']
  if (run.kind === 'look') return undefined
  if (given === undefined && !needsIdempotencyKey) return undefined
  if (typeof given === 'string' && /^[\x21-\x7e]{1,128}$/.test(given)) return given
  const detail = 'Send a header "idempotency-key" that this request alone has, 1 to 128 signs: it is then done once.'
  throw new Problem('not-valid', detail, { errors: [{ at: 'header/idempotency-key', says: 'is missing or no key' }] })
}
