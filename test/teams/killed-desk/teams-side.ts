import { EventEmitter } from 'node:events'
import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'
import { helpdeskChannel } from '../../../src/web/channel-place.ts'
import type { Dice } from './dice.ts'

type Activity = {
  readonly type?: string
  readonly text?: string
  readonly attachments?: readonly { readonly content: unknown }[]
}

/** What Teams took of the bot, in the order in which it did: from then on it is shown. */
export type Taken = {
  readonly how: 'sent' | 'updated' | 'removed'
  /** Of a message that began a thread: the thread. */
  readonly conversation: string
  readonly id: string
  /** The message that it answers; what Saldo sends of its own accord answers none. */
  readonly replyTo?: string
  readonly text: string
  readonly card?: unknown
  /** The text, and the card as JSON. */
  readonly all: string
}

export type TeamsSide = {
  readonly serviceUrl: string
  readonly taken: readonly Taken[]
  /** What is shown now of messages with a card, by the message; the one that changed last goes last. */
  readonly cards: ReadonlyMap<string, Taken>
  /** `taken` comes before Teams answers, `answered` after. */
  once(event: 'taken' | 'answered', told: () => void): void
  close(): Promise<void>
}

const place = /^\/v3\/conversations(?:\/([^/]+)\/activities(?:\/([^/]+))?)?$/

/** Teams' side of the connection. It outlives the service, remembers all that it took, and takes its time to say so. */
export async function openTeamsSide(dice: Dice): Promise<TeamsSide> {
  const taken: Taken[] = []
  const cards = new Map<string, Taken>()
  const events = new EventEmitter().setMaxListeners(0)
  let made = 0

  function show(message: Taken): void {
    taken.push(message)
    const key = `${message.conversation}|${message.id}`
    cards.delete(key)
    if (message.card && message.how !== 'removed') cards.set(key, message)
  }

  function take({ method, url }: IncomingMessage, body: Activity & { activity?: Activity }): object | undefined {
    const [, conversation, named] = (place.exec(url ?? '') ?? []).map((part) => part && decodeURIComponent(part))
    const activity = body.activity ?? body
    if (activity.type === 'typing') return undefined
    const id = `t-${++made}`
    const thread = conversation ?? `${helpdeskChannel.id};messageid=${made}`
    const text = activity.text ?? ''
    const card = activity.attachments?.[0]?.content
    const shown = { conversation: thread, text, card, all: card ? `${text}${JSON.stringify(card)}` : text }
    if (method === 'PUT') show({ how: 'updated', id: named ?? '', ...shown })
    else if (method === 'DELETE') show({ how: 'removed', id: named ?? '', ...shown })
    else show({ how: 'sent', id, ...(named && { replyTo: named }), ...shown })
    events.emit('taken')
    return conversation === undefined ? { id: thread, activityId: id } : { id }
  }

  const server = createServer(async (request, response) => {
    try {
      const answer = take(request, await bodyOf(request))
      // Mostly at once; now and then long enough for the service to die in between.
      if (answer) await wait(dice.is(0.25) ? dice.below(150) : dice.below(8))
      response.writeHead(201, { 'content-type': 'application/json' })
      response.end(JSON.stringify(answer ?? { id: 'typing' }))
      if (answer) response.once('close', () => events.emit('answered'))
    } catch {
      // The service died in the middle of its request: nothing was taken.
      response.destroy()
    }
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    serviceUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    taken,
    cards,
    once: (event, told) => void events.once(event, told),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

async function bodyOf(request: IncomingMessage): Promise<Activity> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  return JSON.parse(Buffer.concat(chunks).toString('utf8') || '{}')
}
