import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'

/** An activity that reached the channel. */
export type Sent = {
  readonly method: string
  readonly path: string
  readonly activity: Record<string, unknown> & { type: string; text?: string; replyToId?: string }
}

export type Connector = {
  readonly serviceUrl: string
  readonly sent: Sent[]
  /** What to answer next instead of taking the activity, first come first used. */
  readonly failures: { status: number; headers?: Record<string, string>; code?: string }[]
  /** Milliseconds before it answers. */
  delay: number
  close(): Promise<void>
}

async function bodyOf(request: IncomingMessage): Promise<unknown> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  return JSON.parse(Buffer.concat(chunks).toString('utf8') || 'null')
}

/** A Bot Connector on loopback that keeps what the bot sends. */
export async function openConnector(): Promise<Connector> {
  const sent: Sent[] = []
  const failures: Connector['failures'] = []
  const server = createServer(async (request, response) => {
    const activity = (await bodyOf(request)) as Sent['activity']
    if (connector.delay) await new Promise((resolve) => setTimeout(resolve, connector.delay))
    const failure = failures.shift()
    if (failure) {
      response.writeHead(failure.status, { 'content-type': 'application/json', ...failure.headers })
      response.end(JSON.stringify({ error: { code: failure.code ?? 'Failed', message: 'no' } }))
      return
    }
    sent.push({ method: request.method ?? '', path: request.url ?? '', activity })
    response.writeHead(201, { 'content-type': 'application/json' })
    response.end(JSON.stringify({ id: `sent-${sent.length}` }))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const connector: Connector = {
    serviceUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    sent,
    failures,
    delay: 0,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
  return connector
}
