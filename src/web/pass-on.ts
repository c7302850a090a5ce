import type { IncomingMessage, ServerResponse } from 'node:http'
import { BadRequest } from './bad-request.ts'
import { placeOf } from './channel-place.ts'
import { inChannel } from './in-channel.ts'
import { inChat } from './in-chat.ts'
import { jsonBody } from './json-body.ts'
import { originOf } from './origin-of.ts'
import { pageMessageSchema } from './page-message.ts'
import type { Seats } from './seats.ts'
import { sendJson } from './send-json.ts'

/** Shows what somebody did to whoever looks, and passes it on to the bot's own endpoint. An invoke's answer goes back to the page. */
export async function passOn(seats: Seats, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const message = await jsonBody(request, pageMessageSchema)
  const place = placeOf(message.conversation)
  if (place.kind === 'nowhere') throw new BadRequest('conversation: there is no such channel')
  const origin = originOf(request)
  const { ok, status, body } =
    place.kind === 'channel'
      ? await inChannel(seats, origin, message, place.thread)
      : await inChat(seats, origin, message)
  sendJson(response, ok ? 200 : status, body)
}
