import { lookup } from 'node:dns'
import { type IncomingMessage, type RequestOptions, request as requestHttp } from 'node:http'
import { request as requestHttps } from 'node:https'
import type { LookupFunction } from 'node:net'
import type { Webhook } from '../delivery/event.ts'
import type { EventChannel, Received, SaidEvent } from '../delivery/event-channel.ts'
import { cloudEvent, cloudEventType, outerId } from './cloud-event.ts'
import { isPrivateAddress } from './private-address.ts'
import { signWebhook } from './sign-webhook.ts'
import { addressFault } from './webhook-address.ts'

export type WebhookOptions = {
  /** The service runs on this machine alone: events may go to this machine, in the clear too. */
  readonly local: boolean
  /** Of the machine, whatever the service's own clock says: whoever checks a signature compares it with theirs. Milliseconds. */
  readonly wallClock: () => number
  /** How long the other side has. */
  readonly milliseconds?: number
}

/** Tells events over HTTP: signed, once each call, without following a redirect, and never to a private network. */
export const webhookChannel = (options: WebhookOptions): EventChannel => ({
  tell: (webhook, event) => tell(options, webhook, event),
})

async function tell({ local, wallClock, milliseconds = 15_000 }: WebhookOptions, webhook: Webhook, event: SaidEvent) {
  if (addressFault(webhook.url, local) !== undefined) return { kind: 'gone', reason: 'address' } as const
  const body = cloudEvent(event)
  const id = outerId(event.event)
  const signed = signWebhook(webhook.secret, { id, timestamp: Math.floor(wallClock() / 1000), body })
  const headers = {
    ...signed,
    'content-type': cloudEventType,
    'content-length': Buffer.byteLength(body),
    'user-agent': 'saldo',
  }
  return post(new URL(webhook.url), body, { headers, local, milliseconds })
}

type Posting = Pick<RequestOptions, 'headers'> & { readonly local: boolean; readonly milliseconds: number }

function post(url: URL, body: string, { headers, local, milliseconds }: Posting): Promise<Received> {
  const start = url.protocol === 'https:' ? requestHttps : requestHttp
  const options: RequestOptions = { method: 'POST', headers, agent: false, ...(!local && { lookup: publicLookup }) }
  return new Promise((resolve) => {
    const request = start(url, options, (response) => {
      resolve(receivedOf(response))
      // What it says besides is not read: an endless answer must not become memory.
      response.destroy()
    })
    const late = setTimeout(() => {
      resolve({ kind: 'refused', reason: 'timeout' })
      request.destroy()
    }, milliseconds)
    request.on('close', () => clearTimeout(late))
    request.on('error', (error) => resolve({ kind: 'refused', reason: reasonOf(error) }))
    request.end(body)
  })
}

/** 410 says that nobody will ever be there again (Standard Webhooks). A redirect could lead anywhere, so it is none of an answer. */
function receivedOf({ statusCode: status = 0, headers }: IncomingMessage): Received {
  if (status >= 200 && status < 300) return { kind: 'taken' }
  if (status === 410) return { kind: 'gone', reason: '410' }
  const seconds = Number(headers['retry-after'])
  return { kind: 'refused', reason: String(status), ...(seconds > 0 && { after: seconds * 1000 }) }
}

/** Node's code of it, never its text: that names addresses. */
const reasonOf = (error: Error): string => (error as NodeJS.ErrnoException).code?.toLowerCase() ?? 'unreachable'

class PrivateAddress extends Error {
  readonly code = 'PRIVATE-ADDRESS'
}

/** Looks up and checks in one: a name that leads elsewhere the second time it is asked leads nowhere. */
const publicLookup: LookupFunction = (hostname, options, done) => {
  lookup(hostname, { ...options, all: true }, (error, addresses) => {
    if (error) return done(error, [])
    if (addresses.length === 0 || addresses.some(({ address }) => isPrivateAddress(address)))
      return done(new PrivateAddress(), [])
    const [first] = addresses
    if (options.all) return done(null, addresses)
    return done(null, first?.address ?? '', first?.family)
  })
}
