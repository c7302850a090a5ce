import type { Server } from 'restify'
import { z } from 'zod'
import type { FixedClock, NewId } from '../values/clock.ts'
import { instantSchema } from '../values/schemas.ts'
import { attachCalendar, type CalendarOf } from './calendar-route.ts'
import { helpdeskChannel } from './channel-place.ts'
import { attachConnector } from './connector.ts'
import { eventStream } from './event-stream.ts'
import { attachFiles } from './file-routes.ts'
import { handled } from './handled.ts'
import { jsonBody } from './json-body.ts'
import { outbox } from './outbox.ts'
import { attachPageFiles } from './page-files.ts'
import type { PagePerson } from './page-person.ts'
import { passOn } from './pass-on.ts'
import type { Seats } from './seats.ts'
import { sendJson } from './send-json.ts'
import { sharedFiles } from './shared-files.ts'
import { teamChannel } from './team-channel.ts'

export type PageDeps = {
  /** Whom the page can speak as. */
  readonly people: () => Promise<readonly PagePerson[]>
  /** The clock of the whole service: the page moves it. */
  readonly clock: FixedClock
  readonly newId: NewId
  /** What comes for somebody in the next weeks. */
  readonly calendar: CalendarOf
}

const clockSchema = z.object({ now: instantSchema })
const consentSchema = z.object({ hearsAll: z.boolean() })

/**
 * The try-out page: its files, its people, its clock, the seats of customer and helpdesk, and a connector of its own. Local mode only;
 * whoever calls is believed.
 */
export function pageRoutes({ people, clock, newId, calendar }: PageDeps): (server: Server) => void {
  const box = outbox()
  const seats: Seats = { newId, box, channel: teamChannel(box, clock.now), files: sharedFiles(), chats: new Map() }
  return (server) => {
    attachPageFiles(server)
    attachConnector(server, seats)
    attachFiles(server, seats.files, newId)
    attachClock(server, clock)
    attachCalendar(server, calendar)
    attachConsent(server, seats)
    server.get(
      '/page/people',
      handled(async (_request, response) => sendJson(response, 200, { people: await people() })),
    )
    server.post(
      '/page/messages',
      handled(async (request, response) => passOn(seats, request, response)),
    )
    server.get(
      '/page/events',
      handled(async (request, response) => eventStream(request, response, box)),
    )
  }
}

function attachClock(server: Server, clock: FixedClock): void {
  server.get(
    '/page/clock',
    handled(async (_request, response) => sendJson(response, 200, { now: clock.now() })),
  )
  server.put(
    '/page/clock',
    handled(async (request, response) => {
      clock.set((await jsonBody(request, clockSchema)).now)
      sendJson(response, 200, { now: clock.now() })
    }),
  )
}

/** The team's consent that the bot hears every message of the channel, to be given and withdrawn; and how many events the channel had. */
function attachConsent(server: Server, { box, channel }: Seats): void {
  const tell = () => ({ hearsAll: channel.hearsAll, last: box.last(helpdeskChannel.id) })
  server.get(
    '/page/channel',
    handled(async (_request, response) => sendJson(response, 200, tell())),
  )
  server.put(
    '/page/channel',
    handled(async (request, response) => {
      channel.hearsAll = (await jsonBody(request, consentSchema)).hearsAll
      sendJson(response, 200, tell())
    }),
  )
}
