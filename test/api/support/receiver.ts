import { createHmac } from 'node:crypto'
import { once } from 'node:events'
import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

export type ReceivedPost = { readonly headers: IncomingHttpHeaders; readonly body: string; readonly path: string }
type Answering = (post: ReceivedPost, response: ServerResponse) => void

export type Receiver = {
  readonly url: string
  readonly posts: ReceivedPost[]
  /** The next answers, first come first used; then 204. */
  readonly answers: Answering[]
  close(): Promise<void>
}

export const status =
  (code: number, headers: Readonly<Record<string, string>> = {}): Answering =>
  (_, response) => {
    // Not chained: where restify is loaded, writeHead returns nothing.
    response.writeHead(code, headers)
    response.end()
  }

/** The partner's system that takes events. */
export async function openReceiver(): Promise<Receiver> {
  const posts: ReceivedPost[] = []
  const answers: Answering[] = []
  const server = createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk) => chunks.push(chunk))
    request.on('end', () => {
      const post = { headers: request.headers, body: Buffer.concat(chunks).toString(), path: request.url ?? '' }
      posts.push(post)
      const answer = answers.shift() ?? status(204)
      answer(post, response)
    })
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/events`,
    posts,
    answers,
    async close() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

/** As a receiver checks it, by the specification of Standard Webhooks and nothing of ours. */
export function isGenuine({ headers, body }: ReceivedPost, secret: string, now: number): boolean {
  const [id, timestamp, signatures] = ['webhook-id', 'webhook-timestamp', 'webhook-signature'].map((name) =>
    String(headers[name]),
  )
  if (Math.abs(now / 1000 - Number(timestamp)) > 300) return false
  const key = Buffer.from(secret.replace(/^whsec_/, ''), 'base64')
  const expected = createHmac('sha256', key).update(`${id}.${timestamp}.${body}`).digest('base64')
  return (signatures ?? '').split(' ').includes(`v1,${expected}`)
}
