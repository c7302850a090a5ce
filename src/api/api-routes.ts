import type { IncomingMessage, ServerResponse } from 'node:http'
import type { RequestHandler, Server } from 'restify'
import { answeringOnce } from './answer-once.ts'
import { base, type Endpoint } from './endpoint.ts'
import { endpoints } from './endpoints.ts'
import { openApiDocument } from './openapi-document.ts'
import { Problem } from './problem.ts'
import { type Limit, rateLimit } from './rate-limit.ts'
import { sendDocument, sendProblem } from './send.ts'
import { type ApiDeps, serveEndpoint } from './serve-endpoint.ts'

type Options = { readonly version: string; readonly limit?: Limit }

/** The REST API for the partner's systems, below `/api/v1`, with its document at `/api/v1/openapi.json`. */
export function apiRoutes(deps: ApiDeps, { version, limit }: Options): (server: Server) => void {
  const serving = { ...deps, limit: rateLimit(deps.milliseconds, limit), once: answeringOnce() }
  // Made when somebody first asks for it: the service starts without.
  let made: object | undefined
  const document = () => {
    made ??= openApiDocument(endpoints, version)
    return made
  }
  return (server) => {
    server.get(`${base}/openapi.json`, async (_request, response) => sendDocument(response, document()))
    for (const endpoint of endpoints)
      attach(server, endpoint.method, routePath(endpoint), (request, response) =>
        serveEndpoint(serving, endpoint, request, response),
      )
    attachRest(server)
  }
}

type Handler = (request: IncomingMessage, response: ServerResponse) => Promise<void> | void
const verbs = {
  GET: 'get',
  POST: 'post',
  PUT: 'put',
  PATCH: 'patch',
  DELETE: 'del',
  HEAD: 'head',
  OPTIONS: 'opts',
} as const

function attach(server: Server, method: keyof typeof verbs, path: string, handler: Handler): void {
  const run: RequestHandler = async (request, response) => handler(request, response)
  server[verbs[method]](path, run)
}

/** `/holds/{id}` as restify writes it. */
const routePath = ({ path }: Endpoint): string => `${base}${path.replace(/\{(\w+)\}/g, ':$1')}`

/** What no endpoint answers gets a problem too, and not what restify says of it. */
function attachRest(server: Server): void {
  for (const method of Object.keys(verbs) as (keyof typeof verbs)[])
    attach(server, method, `${base}/*`, (request, response) => sendProblem(request, response, notServed(request)))
}

function notServed({ url = '', method }: IncomingMessage): Problem {
  const { pathname } = new URL(url, 'http://localhost')
  const path = pathname.slice(base.length).split('/')
  const allowed = endpoints.filter((endpoint) => isSamePath(endpoint.path.split('/'), path))
  if (allowed.length === 0) return new Problem('not-found', `There is nothing here: see ${base}/openapi.json.`)
  const allow = [...new Set(allowed.map((endpoint) => endpoint.method))].join(', ')
  return new Problem('method-not-allowed', `${method} is not served here: ${allow} is.`, { headers: { allow } })
}

const isSamePath = (template: readonly string[], path: readonly string[]): boolean =>
  template.length === path.length && template.every((part, at) => part.startsWith('{') || part === path[at])
