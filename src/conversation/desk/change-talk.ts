import type { Actor } from '../../access/actor.ts'
import type { Answered } from '../../answers/asking.ts'
import { type CaseKind, caseNews } from '../../answers/case-news.ts'
import { back, joined, moved, talkEnded } from '../../answers/person.ts'
import { recordOf } from '../../ledger/record.ts'
import type { Unit } from '../../store/documents.ts'
import { changeHandoff, type HandoffChange, type HandoffChanged } from '../../support/change-handoff.ts'
import { changeTicket } from '../../support/change-ticket.ts'
import { type Handoff, handoffSchema, handoffs } from '../../support/handoff.ts'
import { type Ticket, ticketOf } from '../../support/ticket.ts'
import type { TicketChange } from '../../support/ticket-change.ts'
import { tellOfTicket } from '../../support/ticket-event.ts'
import type { Instant } from '../../values/day.ts'
import { caseScene } from './case-scene.ts'
import { answerPost, refreshCards, tellCustomer, tellHelpdesk } from './posts.ts'

export type ChangeTalk = {
  readonly handoff: string
  readonly change: HandoffChange
  readonly by: Actor
  readonly now: Instant
  readonly event: string
}

/** Changes a handoff, the ticket's owner with it, and tells both sides, in one unit of work. */
export async function changeTalk(unit: Unit, order: ChangeTalk): Promise<HandoffChanged> {
  const stored = await unit.get(handoffs, order.handoff)
  if (!stored) return { kind: 'unknown' }
  const known = recordOf(handoffSchema, stored.data)
  const scene = await caseScene(unit, known.customer)
  const done = await changeHandoff(unit, order)
  if (done.kind !== 'changed') return done
  const { handoff, before } = done
  const ticket = await ownerFollows(unit, handoff, before, order, scene.offering)
  const { timeZone } = scene.customer
  const { now, event } = order
  const forCustomer = customerNews(order.change, handoff, before)
  if (forCustomer) {
    const answered = forCustomer({ ticket, timeZone }, handoff.owner?.name ?? scene.offering?.name ?? '…')
    await tellCustomer(unit, ticket, [answerPost(ticket, event, 'talk', answered, ticket.language)], now)
  }
  const kind = helpdeskNews(order.change, handoff, before)
  if (kind) {
    const name = handoff.owner?.name ?? handoff.offeredTo?.name
    const news = caseNews(kind, ticket, timeZone, { name: name ?? '…' })
    await tellHelpdesk(unit, ticket, [answerPost(ticket, event, 'talk-news', news, scene.deskLanguage)], now)
  }
  await refreshCards(unit, ticket, { now, event })
  return done
}

/** Who owns the talk owns the ticket, and nobody does while it waits for somebody. */
async function ownerFollows(
  unit: Unit,
  handoff: Handoff,
  before: Handoff,
  { by, now, event }: ChangeTalk,
  hours: Parameters<typeof changeTicket>[1]['hours'],
): Promise<Ticket> {
  const ticket = await ticketOf(unit, handoff.ticket)
  if (!ticket) throw new Error('a handoff has no ticket')
  const gained = handoff.owner && handoff.owner.objectId !== before.owner?.objectId
  const lost = before.owner && !handoff.owner && (handoff.state === 'queued' || handoff.state === 'offered')
  if (!gained && !lost) return ticket
  const change: TicketChange =
    gained && handoff.owner ? { kind: 'own', owner: handoff.owner } : { kind: 'release', queue: handoff.queue }
  const done = await changeTicket(unit, { ticket: ticket.id, change, by, now, event: `${event}|owner`, hours })
  if (done.kind === 'changed') await tellOfTicket(unit, done.ticket, done.event, now)
  return 'ticket' in done ? done.ticket : ticket
}

type Telling = (about: { ticket: Ticket; timeZone: string }, agent?: string) => Answered

function customerNews(change: HandoffChange, handoff: Handoff, before: Handoff): Telling | undefined {
  switch (change.kind) {
    case 'claim':
      return joined
    case 'offer':
    case 'queue':
      return moved
    case 'end':
      return talkEnded
    case 'close':
      // Closed at once, without an end before.
      return before.state === 'active' ? talkEnded : undefined
    case 'return':
      return back
    case 'lapse':
      return handoff.state === 'returned' ? back : undefined
    default:
      // Who cancels is answered where they did.
      return undefined
  }
}

function helpdeskNews(change: HandoffChange, handoff: Handoff, before: Handoff): CaseKind | undefined {
  switch (change.kind) {
    case 'claim':
      return 'case.claimed'
    case 'offer':
      return 'case.offered'
    case 'queue':
      return 'case.queued'
    case 'end':
      return 'case.ended'
    case 'close':
      return 'case.closed'
    case 'cancel':
      return 'case.customer-left'
    case 'return':
      return 'case.returned'
    case 'alarm':
      return handoff.alarms > before.alarms ? 'case.waits' : undefined
    case 'lapse':
      return handoff.state === 'queued' ? 'case.queued' : handoff.state === 'returned' ? 'case.returned' : undefined
  }
}
