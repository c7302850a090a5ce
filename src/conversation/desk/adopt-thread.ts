import { z } from 'zod'
import { putLine, readLine } from '../../delivery/line.ts'
import type { Unit } from '../../store/documents.ts'
import { type Ticket, ticketOf } from '../../support/ticket.ts'
import type { Instant } from '../../values/day.ts'
import { cardPost, caseLine, tellHelpdesk } from './posts.ts'

const dataSchema = z.object({ ticket: z.string().regex(/^T-\d{4,}$/) })

/**
 * The case of a thread that Saldo does not know: its card was sent, and the answer to that was lost. A button in it says which case it is for;
 * the thread becomes the case's, unless that has another one by now.
 */
export async function adoptThread(
  unit: Unit,
  conversation: string,
  data: unknown,
  now: Instant,
): Promise<Ticket | undefined> {
  const read = dataSchema.safeParse(data)
  const ticket = read.success ? await ticketOf(unit, read.data.ticket) : undefined
  const stored = ticket && (await readLine(unit, caseLine(ticket.id)))
  if (!ticket || !stored || stored.line.to.kind !== 'thread') return undefined
  const { line, revision } = stored
  // A thread that the case has already is not given up for another one.
  if (stored.line.to.conversation && stored.line.to.conversation !== conversation) return undefined
  putLine(unit, { ...line, to: { ...stored.line.to, conversation } }, revision)
  await tellHelpdesk(unit, ticket, [cardPost(ticket, `${conversation}|adopted`, 'send')], now)
  return ticket
}
