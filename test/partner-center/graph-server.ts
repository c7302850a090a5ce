import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { onTestFinished } from 'vitest'
import type { Graph } from '../../src/partner-center/graph.ts'
import { invoice } from './example-file.ts'
import { manifestOf } from './export-files.ts'

export const token = 'GRAPHTOKEN'

export type Asked = {
  readonly method: string
  readonly path: string
  readonly authorization: string | undefined
  body: string
}
type Answer = (response: ServerResponse, asked: Asked, address: string) => void
/** By method and path, the answers one after another; the last one stays. */
export type Script = Readonly<Record<string, readonly Answer[]>>

export const start = 'POST /v1.0/reports/partners/billing/reconciliation/billed/export'
export const operation = 'GET /v1.0/reports/partners/billing/operations/7'

export const accepted: Answer = (response, _, address) =>
  response.writeHead(202, { location: `${address}/v1.0/reports/partners/billing/operations/7` }).end()
export const json =
  (body: object, status = 200, headers = {}): Answer =>
  (response) =>
    response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(body))
export const bytes =
  (content: Buffer | string, status = 200): Answer =>
  (response) =>
    response.writeHead(status).end(content)
export const running = json(
  { '@odata.type': '#microsoft.graph.partners.billing.runningOperation', status: 'running' },
  200,
  { 'retry-after': '3' },
)
export const succeeded =
  (names: readonly string[], over = {}): Answer =>
  (response, asked, address) =>
    json({
      status: 'succeeded',
      resourceLocation: manifestOf(names, { rootDirectory: `${address}/store/one`, ...over }),
    })(response, asked, address)

/** A small Graph and its storage on loopback, gone when the test is over. */
export async function graphServer(script: Script) {
  const asked: Asked[] = []
  const waited: number[] = []
  const turns = new Map<string, number>()
  let address = ''
  const server = createServer((request, response) => void answer(request, response))
  async function answer(request: IncomingMessage, response: ServerResponse) {
    const [path = ''] = (request.url ?? '').split('?')
    const one: Asked = {
      method: request.method ?? '',
      path: request.url ?? '',
      authorization: request.headers.authorization,
      body: '',
    }
    for await (const chunk of request) one.body += chunk
    asked.push(one)
    const answers = script[`${one.method} ${path}`] ?? [bytes('', 404)]
    const turn = turns.get(path) ?? 0
    turns.set(path, turn + 1)
    answers[Math.min(turn, answers.length - 1)]?.(response, one, address)
  }
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const graph: Graph = {
    baseUrl: `${address}/v1.0`,
    token: async () => token,
    wait: async (seconds) => void waited.push(seconds),
  }
  return { graph, asked, waited }
}

export const wanted = { table: 'reconciliation', invoice } as const
