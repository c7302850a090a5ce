import type { IncomingMessage, ServerResponse } from 'node:http'
import type { RequestHandler } from 'restify'
import { BadRequest } from './bad-request.ts'
import { sendJson } from './send-json.ts'

type Handler = (request: IncomingMessage, response: ServerResponse) => Promise<void>

/** A route of the page with the one place where its failures end. */
export function handled(handler: Handler): RequestHandler {
  const route = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    try {
      await handler(request, response)
    } catch (error) {
      if (response.headersSent) return void response.destroy()
      const refused = error instanceof BadRequest
      sendJson(response, refused ? 400 : 500, {
        problem: refused ? error.message : 'The page could not be served: see the log.',
      })
    }
  }
  return route as RequestHandler
}
