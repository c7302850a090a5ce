import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Server } from 'restify'
import { z } from 'zod'
import type { FixedClock, NewId } from '../values/clock.ts'
import { instantSchema } from '../values/schemas.ts'
import { attachConnector, connectorPath } from './connector.ts'
import { handled } from './handled.ts'
import { BadRequest, jsonBody } from './json-body.ts'
import { type Numbered, type Outbox, outbox } from './outbox.ts'
import { pageActivity, pageMessageSchema } from './page-activity.ts'
import { attachPageFiles } from './page-files.ts'
import type { PagePerson } from './page-person.ts'
import { sendJson } from './send-json.ts'

export type PageDeps = {
  /** Whom the page can speak as. */
  readonly people: () => Promise<readonly PagePerson[]>
  /** The clock of the whole service: the page moves it. */
  readonly clock: FixedClock
  readonly newId: NewId
}

const clockSchema = z.object({ now: instantSchema })
/** Keeps the stream open through whatever closes idle connections. */
const heartbeat = 20_000

const originOf = (request: IncomingMessage): string => `http://127.0.0.1:${request.socket.localPort}`

/** The try-out page: its files, its people, its clock, and a connector of its own. Local mode only; whoever calls is believed. */
export function pageRoutes({ people, clock, newId }: PageDeps): (server: Server) => void {
  const box = outbox()
  return (server) => {
    attachPageFiles(server)
    attachConnector(server, box, newId)
    server.get(
      '/page/people',
      handled(async (_request, response) => sendJson(response, 200, { people: await people() })),
    )
    server.get(
      '/page/clock',
      handled(async (_request, response) => sendJson(response, 200, { now: clock.now() })),
    )
    server.put(
      '/page/clock',
      handled(async (request, response) => {
        clock.set((await jsonBody(request, clockSchema)).now)
        sendJson(response, 200, { now: clock.now() })
      }),
    )
    server.post(
      '/page/messages',
      handled(async (request, response) => pass(request, response, newId)),
    )
    server.get(
      '/page/events',
      handled(async (request, response) => stream(request, response, box)),
    )
  }
}

/** Passes what the person did to the bot's own endpoint, as Teams would. An invoke's answer goes back to the page. */
async function pass(request: IncomingMessage, response: ServerResponse, newId: NewId): Promise<void> {
  const message = await jsonBody(request, pageMessageSchema)
  const origin = originOf(request)
  const activity = pageActivity(message, { id: newId(), serviceUrl: `${origin}${connectorPath}/` })
  const answer = await fetch(`${origin}/api/messages`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(activity),
  })
  const text = await answer.text()
  sendJson(response, answer.ok ? 200 : answer.status, text ? JSON.parse(text) : {})
}

/** Server-sent events of one conversation. A page that reconnects says what it saw last. */
async function stream(request: IncomingMessage, response: ServerResponse, box: Outbox): Promise<void> {
  const { searchParams } = new URL(request.url ?? '', originOf(request))
  const conversation = searchParams.get('conversation')
  if (!conversation) throw new BadRequest('conversation: say which one')
  response.writeHead(200, {
    'content-type': 'text/event-stream',
    'cache-control': 'no-store',
    'x-accel-buffering': 'no',
  })
  response.write(': open\n\n')
  const tell = ({ number, event }: Numbered) => response.write(`id: ${number}\ndata: ${JSON.stringify(event)}\n\n`)
  const stop = box.listen(
    conversation,
    Number(request.headers['last-event-id'] ?? searchParams.get('after')) || 0,
    tell,
  )
  const beat = setInterval(() => response.write(': still here\n\n'), heartbeat)
  await new Promise<void>((resolve) => request.on('close', resolve))
  clearInterval(beat)
  stop()
}
