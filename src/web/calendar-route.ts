import type { Server } from 'restify'
import type { PersonKey } from '../access/principal.ts'
import type { Json } from '../store/documents.ts'
import { objectId, tenantId } from '../values/ids.ts'
import { BadRequest } from './bad-request.ts'
import { handled } from './handled.ts'
import { originOf } from './origin-of.ts'
import { sendJson } from './send-json.ts'

/** What comes for whoever sits on the page, as JSON that the page says in its own words. */
export type CalendarOf = (person: PersonKey) => Promise<Json>

/** What comes for a person of the page, by the clock of the page. Local mode only, like all of the page. */
export function attachCalendar(server: Server, calendarOf: CalendarOf): void {
  server.get(
    '/page/calendar',
    handled(async (request, response) => {
      const { searchParams } = new URL(request.url ?? '', originOf(request))
      sendJson(response, 200, await calendarOf(personIn(searchParams)))
    }),
  )
}

function personIn(asked: URLSearchParams): PersonKey {
  try {
    return { tenant: tenantId(asked.get('tenant') ?? ''), objectId: objectId(asked.get('objectId') ?? '') }
  } catch (error) {
    if (error instanceof RangeError) throw new BadRequest(error.message)
    throw error
  }
}
