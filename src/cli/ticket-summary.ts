import type { Ticket } from '../support/ticket.ts'

const percent = (part: number, of: number): string => (of === 0 ? 'none' : `${Math.round((100 * part) / of)} %`)

/** How the tickets went, in a line: closed is confirmed by the customer or not asked about again for seven days; withdrawn is neither. */
export function ticketSummary(tickets: readonly Ticket[]): string {
  const resolved = tickets.filter(({ state }) => state === 'closed').length
  const reopened = tickets.filter((ticket) => ticket.reopened > 0)
  const ended = tickets.filter((ticket) => ['closed', 'resolved'].includes(ticket.state) || ticket.reopened > 0)
  const rated = tickets.filter(({ rating }) => rating !== undefined)
  const good = rated.filter(({ rating }) => rating?.good).length
  return [
    `${tickets.length} ticket${tickets.length === 1 ? '' : 's'}`,
    `${resolved} resolved (confirmed, or seven days without another word)`,
    `reopened: ${percent(reopened.length, ended.length)}${ended.length > 0 ? ` of ${ended.length} that had an end` : ''}`,
    `ratings: ${good} good, ${rated.length - good} bad`,
  ].join('; ')
}
