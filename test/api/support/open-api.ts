import { randomBytes, randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import restify from 'restify'
import { accessCollections } from '../../../src/access/access-collections.ts'
import { addKey } from '../../../src/access/change-keys.ts'
import type { Role } from '../../../src/access/person.ts'
import { apiRoutes } from '../../../src/api/api-routes.ts'
import type { Limit } from '../../../src/api/rate-limit.ts'
import type { ServedRequest } from '../../../src/api/serve-endpoint.ts'
import { collectionsCollections } from '../../../src/collections/collections-collections.ts'
import { suspensions } from '../../../src/collections/suspension.ts'
import { deliveryCollections } from '../../../src/delivery/delivery-collections.ts'
import { ledgerCollections } from '../../../src/ledger/ledger-collections.ts'
import type { Collection, Documents } from '../../../src/store/documents.ts'
import { openEmbedded } from '../../../src/store/lowdb/open-embedded.ts'
import { supportCollections } from '../../../src/support/support-collections.ts'
import { type FixedClock, fixedClock } from '../../../src/values/clock.ts'
import { type Day, instant } from '../../../src/values/day.ts'

const collections = [
  ...new Map(
    [
      ...ledgerCollections,
      ...accessCollections,
      ...deliveryCollections,
      ...supportCollections,
      ...collectionsCollections,
      suspensions as unknown as Collection<never>,
    ].map((collection) => [collection.name, collection]),
  ).values(),
]

export type Asking = {
  readonly key?: string
  readonly body?: unknown
  readonly headers?: Readonly<Record<string, string>>
}
// biome-ignore lint/suspicious/noExplicitAny: tests look into whatever was answered
export type Got = { readonly status: number; readonly headers: Headers; readonly body: any }

export type Api = {
  readonly url: string
  readonly documents: Documents
  readonly clock: FixedClock
  readonly served: ServedRequest[]
  readonly faults: unknown[]
  /** Milliseconds that the rate limit goes by. */
  readonly time: { now: number }
  key(name: string, roles: readonly Role[], expires?: Day): Promise<string>
  ask(method: string, path: string, asking?: Asking): Promise<Got>
  close(): Promise<void>
}

/** The API on a port of its own, over an empty store in a folder of its own. It is the 22nd of November 2026. */
export async function openApi({ limit }: { readonly limit?: Limit } = {}): Promise<Api> {
  const folder = mkdtempSync(join(tmpdir(), 'saldo-api-'))
  const documents = await openEmbedded({ folder, collections })
  const clock = fixedClock(instant('2026-11-22T10:00:00Z'))
  const time = { now: 0 }
  const [served, faults]: [ServedRequest[], unknown[]] = [[], []]
  const server = restify.createServer({ name: 'saldo' })
  const routes = apiRoutes(
    {
      documents,
      clock,
      newId: randomUUID,
      milliseconds: () => time.now,
      served: (request) => served.push(request),
      fault: (error) => faults.push(error),
      wake: () => undefined,
    },
    { version: '1.2.3', limit: limit ?? { perSecond: 1, burst: 1e9 } },
  )
  routes(server)
  server.listen(0, '127.0.0.1')
  await once(server.server, 'listening')
  const url = `http://localhost:${(server.address() as AddressInfo).port}/api/v1`
  return {
    url,
    documents,
    clock,
    served,
    faults,
    time,
    async key(name, roles, expires) {
      const secret = randomBytes(32).toString('base64url')
      const order = { id: randomUUID(), name, roles: roles as never, expires, secret, now: clock.now() }
      const outcome = await addKey(documents, { ...order, by: { kind: 'operator', name: 'test' } })
      if (outcome.kind !== 'added') throw new Error(outcome.kind)
      return outcome.text
    },
    ask: (method, path, asking) => ask(url + path, method, asking),
    async close() {
      server.server.closeAllConnections()
      await new Promise((resolve) => server.close(() => resolve(undefined)))
      await documents.close()
      rmSync(folder, { recursive: true })
    },
  }
}

async function ask(url: string, method: string, { key, body, headers }: Asking = {}): Promise<Got> {
  const text = body === undefined ? undefined : typeof body === 'string' ? body : JSON.stringify(body)
  const response = await fetch(url, {
    method,
    body: text,
    headers: {
      ...(key !== undefined && { authorization: `Bearer ${key}` }),
      ...(text !== undefined && { 'content-type': 'application/json' }),
      ...headers,
    },
  })
  const said = await response.text()
  return { status: response.status, headers: response.headers, body: said === '' ? undefined : JSON.parse(said) }
}
