import { z } from 'zod'
import { takeNumbers } from '../ledger/number-series.ts'
import { recordOf } from '../ledger/record.ts'
import type { Collection, Reading, Unit } from '../store/documents.ts'
import type { Instant } from '../values/day.ts'
import { instantSchema } from '../values/schemas.ts'
import { isOpen, type Ticket, ticketSchema, tickets } from './ticket.ts'

/** One cause of many tickets: the same product, period and driver, or one service at one time. They are solved, and told, together. */
export const problemSchema = z.object({
  /** `P-12`. */
  id: z.string(),
  key: z.string(),
  tickets: z.array(z.string()),
  state: z.enum(['open', 'resolved']),
  openedAt: instantSchema,
  resolvedAt: instantSchema.optional(),
})
export type Problem = z.output<typeof problemSchema>

export const problems: Collection<z.input<typeof problemSchema>> = {
  name: 'problems',
  indexes: { key: ({ key }) => key, openedAt: ({ openedAt }) => openedAt },
  partition: () => 'all',
}

export async function problemOf(reading: Reading, id: string): Promise<Problem | undefined> {
  const stored = await reading.get(problems, id)
  return stored && recordOf(problemSchema, stored.data)
}

/** The new ticket, linked to the others of one cause: the second one makes a problem of it. Both are written down by the caller and here. */
export async function joinProblem(unit: Unit, ticket: Ticket, now: Instant): Promise<Ticket> {
  const key = ticket.problemKey
  if (!key) return ticket
  const stored = (await unit.find(problems, { index: 'key', equals: key })).items.find(
    ({ data }) => data.state === 'open',
  )
  if (stored) {
    const problem = recordOf(problemSchema, stored.data)
    const joined = { ...problem, tickets: [...problem.tickets, ticket.id] }
    unit.put(problems, problem.id, z.encode(problemSchema, joined), stored.revision)
    return { ...ticket, problem: problem.id }
  }
  const others = (await unit.find(tickets, { index: 'problemKey', equals: key })).items
    .map((other) => ({ revision: other.revision, ticket: recordOf(ticketSchema, other.data) }))
    .filter((other) => isOpen(other.ticket))
  if (others.length === 0) return ticket
  const id = `P-${await takeNumbers(unit, 'P', '0000', 1)}`
  const all = [...others.map((other) => other.ticket.id), ticket.id]
  unit.put(problems, id, z.encode(problemSchema, { id, key, tickets: all, state: 'open', openedAt: now }), 0)
  for (const other of others) {
    const event = { id: `${id}|linked`, at: now, by: 'saldo', what: 'linked', internal: true, to: id } as const
    const linked: Ticket = { ...other.ticket, problem: id, trail: [...other.ticket.trail, event] }
    unit.put(tickets, linked.id, z.encode(ticketSchema, linked), other.revision)
  }
  return { ...ticket, problem: id }
}

/** The problem is solved; its tickets are the caller's to resolve and its customers to tell. Nothing when it was before. */
export async function resolveProblem(unit: Unit, id: string, now: Instant): Promise<Problem | undefined> {
  const stored = await unit.get(problems, id)
  const problem = stored && recordOf(problemSchema, stored.data)
  if (!stored || !problem || problem.state === 'resolved') return undefined
  const resolved: Problem = { ...problem, state: 'resolved', resolvedAt: now }
  unit.put(problems, id, z.encode(problemSchema, resolved), stored.revision)
  return resolved
}
