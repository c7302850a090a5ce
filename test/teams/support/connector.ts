import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'

/** An activity that reached the channel. */
export type Sent = {
  readonly method: string
  readonly path: string
  readonly activity: Record<string, unknown> & { type: string; text?: string; replyToId?: string }
}

/** Answers instead of taking the activity, or takes it and breaks the connection: before its answer, or in the middle of it. */
export type Failure =
  | { readonly status: number; readonly headers?: Record<string, string>; readonly code?: string }
  | { readonly cut: 'unanswered' | 'answering' }

export type Connector = {
  readonly serviceUrl: string
  readonly sent: Sent[]
  /** What goes wrong next with a reply, first come first used. */
  readonly failures: Failure[]
  /** Milliseconds before it answers. */
  delay: number
  /** Closes the connections that are kept and idle. */
  closeIdle(): void
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
    // Under load typing is shown before a reply: what goes wrong is meant for the reply.
    const failure = activity?.type === 'typing' ? undefined : failures.shift()
    if (failure && 'status' in failure) {
      response.writeHead(failure.status, { 'content-type': 'application/json', ...failure.headers })
      response.end(JSON.stringify({ error: { code: failure.code ?? 'Failed', message: 'no' } }))
      return
    }
    sent.push({ method: request.method ?? '', path: request.url ?? '', activity })
    if (failure?.cut === 'unanswered') return void request.socket.destroy()
    response.writeHead(201, { 'content-type': 'application/json' })
    if (failure?.cut === 'answering') return void response.write('{"id":', () => request.socket.destroy())
    const id = `sent-${sent.length}`
    // A new conversation is told by its own id and that of the message that began it.
    const begins = request.method === 'POST' && request.url?.endsWith('/v3/conversations')
    response.end(JSON.stringify(begins ? { id: `thread-${sent.length}`, activityId: id } : { id }))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const connector: Connector = {
    serviceUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    sent,
    failures,
    delay: 0,
    closeIdle: () => server.closeIdleConnections(),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
  return connector
}
