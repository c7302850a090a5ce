import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import restify, { type RequestHandler } from 'restify'
import { fixedClock } from '../../../src/values/clock.ts'
import { instant } from '../../../src/values/day.ts'
import type { PagePerson } from '../../../src/web/page-person.ts'
import { pageRoutes } from '../../../src/web/page-routes.ts'

/** An activity as it reached the bot. */
export type Got = {
  readonly type: string
  readonly id: string
  readonly serviceUrl: string
  readonly text?: string
  readonly replyToId?: string
  readonly from: { readonly name: string; readonly aadObjectId: string }
  readonly conversation: { readonly id: string; readonly conversationType: string }
  readonly value?: { readonly action: { readonly verb: string; readonly data: Record<string, string> } }
  readonly [more: string]: unknown
}

export type Calls = {
  /** Calls the page's connector: the status and the body it answers. */
  connector(method: string, path: string, body?: unknown): Promise<{ status: number; body: Record<string, string> }>
}

/** What the bot does with an activity; returns the response to an invoke, or the status it fails with. */
export type Script = (got: Got, calls: Calls) => Promise<object | number | undefined>

export type ScriptedBot = Calls & {
  readonly url: string
  readonly got: Got[]
  script: Script
  close(): Promise<void>
}

const partner = '48df2ae0-8c96-4f2c-97f4-3d2f9763b524'
const somebody = (name: string, digit: number, roles: PagePerson['roles'], company?: string): PagePerson => ({
  tenant: company ? `5f929eb5-251d-4eb2-9d0c-bfe07ea57b7${digit}` : partner,
  objectId: `3fe00bbf-c1d3-4ecf-9302-5a86b63dfc5${digit}`,
  name,
  mail: `${digit}@nortada.example`,
  roles,
  language: 'en',
  ...(company && { company }),
})

export const cast = {
  graca: somebody('Graça Sarmento', 1, ['billing-contact'], 'Ferragens Aurora, Lda'),
  callum: somebody('Callum Whitfield', 2, ['billing-contact'], 'Harrow & Finch LLP'),
  ulisses: somebody('Ulisses Campos', 3, ['user-management-admin']),
  bruno: somebody('Bruno Matos', 4, ['billing-admin']),
  helena: somebody('Helena Barros', 5, ['helpdesk-agent']),
}

/** The page over a bot that follows a script, on one port as in local mode. */
export async function openScriptedBot(): Promise<ScriptedBot> {
  const server = restify.createServer({ name: 'scripted' })
  const people = async () => Object.values(cast)
  const clock = fixedClock(instant('2026-11-22T10:00:00Z'))
  pageRoutes({ people, clock, newId: randomUUID, calendar: async () => ({ allowed: false }) })(server)
  server.post('/api/messages', (async (request: AsyncIterable<Buffer>, response: restify.Response) => {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk)
    const activity = JSON.parse(Buffer.concat(chunks).toString('utf8')) as Got
    bot.got.push(activity)
    const answer = await bot.script(activity, bot)
    const status = typeof answer === 'number' ? answer : 200
    response.writeHead(status, { 'content-type': 'application/json' })
    response.end(JSON.stringify(typeof answer === 'object' ? answer : {}))
  }) as unknown as RequestHandler)
  server.listen(0, '127.0.0.1')
  await once(server.server, 'listening')
  const url = `http://127.0.0.1:${(server.server.address() as AddressInfo).port}`
  const bot: ScriptedBot = {
    url,
    got: [],
    script: async () => undefined,
    async connector(method, path, body) {
      const response = await fetch(`${url}/page/connector/v3/conversations${path}`, {
        method,
        headers: { 'content-type': 'application/json' },
        ...(body !== undefined && { body: JSON.stringify(body) }),
      })
      return { status: response.status, body: (await response.json()) as Record<string, string> }
    },
    async close() {
      const closed = once(server.server, 'close')
      server.server.close()
      server.server.closeAllConnections()
      await closed
    },
  }
  return bot
}
