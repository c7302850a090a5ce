// Teams' side of real connections, in a thread of its own: says its port, and what it saw whenever it is asked.
import { createServer, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { parentPort, workerData } from 'node:worker_threads'
import { delayOf } from './fates.ts'
import { type Answer, teamsSide } from './teams-side.ts'

const teams = teamsSide((workerData as { readonly isQuick: boolean }).isQuick)
let count = 0

const server = createServer((request, response) => {
  const [, tenant = '', person = ''] = /%3A(\d+)-(\d+)\/activities$/.exec(request.url ?? '') ?? []
  const answer = teams.take({ tenant, person }, performance.now())
  const delay = delayOf(++count)
  request.resume().on('end', () => setTimeout(() => say(response, answer), delay))
})

function say(response: ServerResponse, answer: Answer): void {
  if (answer === 'cut') {
    response.socket?.destroy()
    return
  }
  const isTaken = 'id' in answer
  if (!isTaken && answer.retryAfter) response.setHeader('retry-after', answer.retryAfter)
  response.writeHead(isTaken ? 201 : answer.status, { 'content-type': 'application/json' })
  const body = isTaken ? answer : (answer.body ?? { error: { code: answer.code, message: 'no' } })
  response.end(JSON.stringify(body))
}

server.listen(0, '127.0.0.1', () => parentPort?.postMessage((server.address() as AddressInfo).port))
parentPort?.on('message', () => parentPort?.postMessage(teams.saw()))
