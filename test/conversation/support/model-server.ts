import { createServer, type IncomingMessage, type RequestListener, type ServerResponse } from 'node:http'
import { createServer as createSecureServer } from 'node:https'
import type { AddressInfo, Server } from 'node:net'
import { afterAll, beforeAll, beforeEach } from 'vitest'
import type { ModelInUse } from '../../../src/model-advisor.ts'

export type Asked = {
  readonly method: string | undefined
  readonly path: string | undefined
  readonly headers: IncomingMessage['headers']
  readonly body: string
}

export type ModelServer = {
  readonly url: string
  /** Every request since the test began. */
  readonly asked: Asked[]
  /** Connections that were opened since the test began, and requests whose client went away before the answer. */
  connections: number
  deserted: number
  /** How the next requests are answered. */
  answer: (response: ServerResponse, asked: Asked) => void
}

/** Whatever a model may write, in the envelope of the API. */
export const writes =
  (content: string): ModelServer['answer'] =>
  (response) => {
    response.setHeader('content-type', 'application/json')
    const choices = [{ index: 0, finish_reason: 'stop', message: { role: 'assistant', content } }]
    response.end(JSON.stringify({ id: 'c-1', object: 'chat.completion', choices, usage: { total_tokens: 9 } }))
  }

export const advises = (intent: string, ...slots: string[]): ModelServer['answer'] =>
  writes(JSON.stringify({ intent, slots }))

/** A server of its own for the tests of a file that speaks `/v1/chat/completions` and Azure's paths; with a certificate it speaks TLS. */
export function modelServerForTests(tls?: () => { readonly key: string; readonly cert: string }): ModelServer {
  const served: { -readonly [K in keyof ModelServer]: ModelServer[K] } = {
    url: '',
    asked: [],
    connections: 0,
    deserted: 0,
    answer: advises('balance'),
  }
  let server: Server
  beforeAll(async () => {
    const listener = listenerOf(served)
    server = tls ? createSecureServer(tls(), listener) : createServer(listener)
    server.on('connection', () => {
      served.connections += 1
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const { port } = server.address() as AddressInfo
    served.url = `${tls ? 'https' : 'http'}://localhost:${port}`.replace('localhost', tls ? 'localhost' : '127.0.0.1')
  })
  beforeEach(() => {
    Object.assign(served, { connections: 0, deserted: 0, answer: advises('balance') })
    served.asked.length = 0
  })
  afterAll(() => {
    server.close()
    if ('closeAllConnections' in server) (server as ReturnType<typeof createServer>).closeAllConnections()
  })
  return served
}

const listenerOf =
  (served: ModelServer): RequestListener =>
  async (request, response) => {
    let body = ''
    for await (const part of request) body += part
    const { method, url: path, headers } = request
    const asked = { method, path, headers, body }
    served.asked.push(asked)
    response.once('close', () => {
      if (!response.writableFinished) served.deserted += 1
    })
    served.answer(response, asked)
  }

export const modelAt = (url: string, over: Partial<ModelInUse> = {}): ModelInUse => ({
  kind: 'openai',
  name: 'test-model',
  key: 'sk-test-key',
  url: `${url}/v1`,
  perDay: 5,
  milliseconds: 2500,
  ...over,
})
