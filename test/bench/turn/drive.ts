import { randomUUID } from 'node:crypto'
import { Agent, createServer, request } from 'node:http'
import type { AddressInfo } from 'node:net'

/** Somebody who asks. */
export type Asker = { readonly tenant: string; readonly objectId: string; readonly language: string }
export type Round = { readonly turns: number; readonly seconds: number; readonly milliseconds: readonly number[] }

const connections = 32

const questions: Readonly<Record<string, readonly string[]>> = {
  en: [
    'How much was the last invoice?',
    'Which invoices are open?',
    'How much do we owe?',
    'Show me the invoice for October',
  ],
  'pt-PT': [
    'Quanto foi a última fatura?',
    'Que faturas estão em aberto?',
    'Quanto devemos?',
    'Mostre a fatura de outubro',
  ],
  'pt-BR': [
    'Quanto foi a última fatura?',
    'Quais faturas estão em aberto?',
    'Quanto devemos?',
    'Mostre a fatura de outubro',
  ],
  es: [
    '¿Cuánto fue la última factura?',
    '¿Qué facturas están pendientes?',
    '¿Cuánto debemos?',
    'Muestre la factura de octubre',
  ],
}

/** A connector on loopback that takes whatever is sent and counts it. */
export async function openChannel(): Promise<{ serviceUrl: string; received(): number; close(): void }> {
  let received = 0
  const server = createServer((incoming, response) => {
    incoming.resume()
    incoming.on('end', () => {
      received++
      response.writeHead(201, { 'content-type': 'application/json' })
      response.end('{"id":"1"}')
    })
  })
  server.listen(0, '127.0.0.1')
  await new Promise((resolve) => server.once('listening', resolve))
  return {
    serviceUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    received: () => received,
    close: () => server.close(),
  }
}

function activity({ tenant, objectId, language }: Asker, turn: number, serviceUrl: string): string {
  const texts = questions[language] ?? []
  return JSON.stringify({
    type: 'message',
    id: randomUUID(),
    timestamp: new Date().toISOString(),
    channelId: 'msteams',
    serviceUrl,
    from: { id: `29:${objectId}`, name: 'Somebody', aadObjectId: objectId },
    recipient: { id: '28:bot', name: 'Bot' },
    conversation: { id: `chat-${tenant}-${objectId}`, tenantId: tenant, conversationType: 'personal' },
    channelData: { tenant: { id: tenant } },
    locale: language,
    text: texts[turn % texts.length],
    textFormat: 'plain',
  })
}

/** Keeps 32 conversations busy for some turns. Throws when one is not answered. */
export function driver(serviceUrl: string) {
  const agent = new Agent({ keepAlive: true, maxSockets: connections })
  const post = (port: number, body: string) =>
    new Promise<void>((resolve, reject) => {
      const headers = { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) }
      const sending = request(
        { port, host: '127.0.0.1', path: '/api/messages', method: 'POST', agent, headers },
        (response) => {
          response.resume()
          response.on('end', () =>
            response.statusCode === 200 ? resolve() : reject(new Error(`answered ${response.statusCode}`)),
          )
        },
      )
      sending.on('error', reject).end(body)
    })
  return async (port: number, turns: number, asker: (turn: number, connection: number) => Asker): Promise<Round> => {
    const milliseconds: number[] = []
    let turn = 0
    const started = performance.now()
    const one = async (connection: number) => {
      while (turn < turns) {
        const body = activity(asker(turn, connection), turn++, serviceUrl)
        const asked = performance.now()
        await post(port, body)
        milliseconds.push(performance.now() - asked)
      }
    }
    await Promise.all(Array.from({ length: connections }, (_, connection) => one(connection)))
    return { turns, seconds: (performance.now() - started) / 1000, milliseconds }
  }
}
