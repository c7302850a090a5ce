import type { IncomingMessage, ServerResponse } from 'node:http'
import type { ApiAnswer } from './endpoint.ts'
import { type Problem, problemJson } from './problem.ts'

/** Figures of customers: no cache keeps them and no page elsewhere reads them. */
const guarded = {
  'cache-control': 'no-store',
  'x-content-type-options': 'nosniff',
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
}

type Sending = { readonly answer: ApiAnswer; readonly again: boolean; readonly url: string }

/** Answers with JSON, where there is more with a link to it (RFC 8288). */
export function sendAnswer(response: ServerResponse, { answer: { status, body, next }, again, url }: Sending): void {
  write(response, status, 'application/json', body, {
    ...(next !== undefined && { link: `<${nextUrl(url, next)}>; rel="next"` }),
    ...(again && { 'idempotency-replayed': 'true' }),
  })
}

function nextUrl(url: string, next: string): string {
  const { pathname, searchParams } = new URL(url, 'http://localhost')
  searchParams.set('cursor', next)
  return `${pathname}?${searchParams}`
}

/** Answers with a problem. A body that was not read to its end closes the connection, or the rest of it would be taken for a request. */
export function sendProblem(request: IncomingMessage, response: ServerResponse, problem: Problem): void {
  if (response.headersSent) return
  write(response, problem.status, 'application/problem+json', problemJson(problem), {
    ...problem.more.headers,
    ...(!request.complete && { connection: 'close' }),
  })
}

function write(
  response: ServerResponse,
  status: number,
  type: string,
  body: unknown,
  headers: Readonly<Record<string, string>>,
): void {
  const text = JSON.stringify(body)
  response.writeHead(status, {
    ...guarded,
    ...headers,
    'content-type': `${type}; charset=utf-8`,
    'content-length': Buffer.byteLength(text),
  })
  response.end(text)
}

/** The OpenAPI document. */
export const sendDocument = (response: ServerResponse, document: object): void =>
  write(response, 200, 'application/json', document, {})
