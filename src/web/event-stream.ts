import { randomUUID } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { BadRequest } from './bad-request.ts'
import { originOf } from './origin-of.ts'
import type { Numbered, Outbox } from './outbox.ts'

/** Keeps the stream open through whatever closes idle connections. */
const heartbeat = 20_000

/** Numbers start again with the process: a place in another one's events is none in ours. */
const run = randomUUID().slice(0, 8)

/** The number of the last event that was seen, of `number.run`. */
function seenOf(place: string): number {
  const [number, of = run] = place.split('.')
  return of === run ? Number(number) || 0 : 0
}

/** Server-sent events of one conversation; of the channel with all its threads. A page that reconnects says what it saw last. */
export async function eventStream(request: IncomingMessage, response: ServerResponse, box: Outbox): Promise<void> {
  const { searchParams } = new URL(request.url ?? '', originOf(request))
  const conversation = searchParams.get('conversation')
  if (!conversation) throw new BadRequest('conversation: say which one')
  response.writeHead(200, {
    'content-type': 'text/event-stream',
    'cache-control': 'no-store',
    'x-accel-buffering': 'no',
  })
  response.write(': open\n\n')
  const tell = ({ number, event }: Numbered) =>
    response.write(`id: ${number}.${run}\ndata: ${JSON.stringify(event)}\n\n`)
  const lastSeen = request.headers['last-event-id'] ?? searchParams.get('after') ?? ''
  const stop = box.listen(conversation, seenOf(String(lastSeen)), tell)
  const beat = setInterval(() => response.write(': still here\n\n'), heartbeat)
  await new Promise<void>((resolve) => request.on('close', resolve))
  clearInterval(beat)
  stop()
}
