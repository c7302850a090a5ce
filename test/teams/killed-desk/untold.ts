import type { TicketEvent } from '../../../src/support/ticket.ts'
import type { Records } from './records.ts'

/**
 * What happened to a case once and the customer was not told of once: who took it, how it ended. Also a person who was asked for once and
 * whom two agents have.
 */
export function untold({ tickets, handoffs, deliveries }: Records): string[] {
  const posts = new Set(deliveries.map(({ id }) => id))
  return tickets.flatMap(({ id, trail }) => {
    const claims = trail.filter(isClaim)
    const asked = handoffs.filter(({ ticket }) => ticket === id)
    return [
      ...(claims.length > asked.length
        ? [`${id} was claimed ${claims.length} times and asked for ${asked.length}`]
        : []),
      ...claims.filter((each) => !posts.has(`${id}|${each.id.replace(/owner$/, 'talk')}`)).map((each) => each.id),
      ...trail
        .filter(isEnd)
        .filter((each) => !posts.has(`${id}|${each.id}|news`))
        .map((each) => each.id),
    ]
  })
}

const isClaim = ({ id, what }: TicketEvent): boolean => what === 'owned' && id.endsWith('|owner')
const isEnd = ({ what, by, to }: TicketEvent): boolean =>
  what === 'moved' && by !== 'saldo' && by.side === 'staff' && (to === 'resolved' || to === 'closed')
