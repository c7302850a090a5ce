import type { IncomingMessage, ServerResponse } from 'node:http'
import { problem } from './problem.ts'

/** Answers with JSON, or with nothing but the status. */
export function sendJson(response: ServerResponse, status: number, body?: unknown): void {
  const text = body === undefined ? '' : JSON.stringify(body)
  // Not chained: restify's writeHead returns nothing.
  response.writeHead(status, {
    ...(text && { 'content-type': 'application/json; charset=utf-8' }),
    'content-length': Buffer.byteLength(text),
  })
  response.end(text)
}

/** Answers with a problem document. A body that was not read to its end closes the connection, or the rest of it would be taken for a request. */
export function sendProblem(request: IncomingMessage, response: ServerResponse, status: number, detail: string): void {
  if (response.headersSent) return
  const text = JSON.stringify(problem(status, detail))
  response.writeHead(status, {
    'content-type': 'application/problem+json; charset=utf-8',
    'content-length': Buffer.byteLength(text),
    ...(!request.complete && { connection: 'close' }),
  })
  response.end(text)
}
