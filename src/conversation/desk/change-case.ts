import { isSame } from '../../access/actor.ts'
import type { Answered } from '../../answers/asking.ts'
import { type CaseKind, caseNews } from '../../answers/case-news.ts'
import { asks, ended, problemResolved, replied, resolved, withMicrosoft } from '../../answers/ticket-news.ts'
import type { NewPost } from '../../delivery/line.ts'
import type { Unit } from '../../store/documents.ts'
import { type ChangeTicket, changeTicket, type TicketChanged } from '../../support/change-ticket.ts'
import { handoffsOf, isWaiting } from '../../support/handoff.ts'
import { type Ticket, type TicketEvent, ticketOf } from '../../support/ticket.ts'
import type { TicketChange } from '../../support/ticket-change.ts'
import { tellOfTicket } from '../../support/ticket-event.ts'
import { type CaseScene, caseScene } from './case-scene.ts'
import { changeTalk } from './change-talk.ts'
import {
  answerPost,
  editPost,
  filePost,
  refreshCards,
  tellCustomer,
  tellHelpdesk,
  wordsName,
  wordsPost,
} from './posts.ts'

export type ChangeCase = Omit<ChangeTicket, 'hours'> & {
  /** The customer is told of it as of a problem that many have. */
  readonly ofProblem?: boolean
}

/** Changes a ticket and tells whoever has to know, in one unit of work: the change and its messages are there together or not at all. */
export async function changeCase(unit: Unit, order: ChangeCase): Promise<TicketChanged> {
  const known = await ticketOf(unit, order.ticket)
  if (!known) return { kind: 'unknown' }
  const scene = await caseScene(unit, known.customer)
  const done = await changeTicket(unit, { ...order, hours: scene.offering })
  if (done.kind !== 'changed') return done
  await tellOfTicket(unit, done.ticket, done.event, order.now)
  await tell(unit, scene, done.ticket, done.event, order)
  if (order.change.kind === 'close' || order.change.kind === 'withdraw') await stopWaiting(unit, done.ticket, order)
  return done
}

/** Nobody is called any more about what is over. Who ended it themselves knows; anybody else is told that the bot is back. */
async function stopWaiting(unit: Unit, ticket: Ticket, { by, now, event }: ChangeCase): Promise<void> {
  const waiting = (await handoffsOf(unit, ticket.id)).find(isWaiting)
  if (!waiting) return
  const isOwn = by !== 'saldo' && isSame(by.principal.key, waiting.person)
  const end = isOwn
    ? ({ change: { kind: 'cancel' }, by } as const)
    : ({ change: { kind: 'return' }, by: 'saldo' } as const)
  await changeTalk(unit, { handoff: waiting.id, now, event: `${event}|over`, ...end })
}

async function tell(unit: Unit, scene: CaseScene, ticket: Ticket, entry: TicketEvent, order: ChangeCase) {
  const { change, now, event } = order
  const forCustomer = await customerPosts(unit, scene, ticket, entry, order)
  const reached = forCustomer.length === 0 || (await tellCustomer(unit, ticket, forCustomer, now))
  await tellHelpdesk(unit, ticket, helpdeskPosts(scene, ticket, entry, change), now)
  if (!reached) await noteUnreachable(unit, scene, ticket, order, entry)
  await refreshCards(unit, ticket, { now, event })
}

/** The customer has no chat with the bot: whoever wrote has to know. */
async function noteUnreachable(unit: Unit, scene: CaseScene, ticket: Ticket, order: ChangeCase, entry: TicketEvent) {
  const news = caseNews('case.not-delivered', ticket, scene.customer.timeZone, {
    text: entry.text ?? '…',
    term: 'undelivered.unreachable',
  })
  await tellHelpdesk(
    unit,
    ticket,
    [answerPost(ticket, order.event, 'unreachable', news, scene.deskLanguage)],
    order.now,
  )
}

async function customerPosts(
  unit: Unit,
  { customer: { timeZone } }: CaseScene,
  ticket: Ticket,
  entry: TicketEvent,
  { change, event, ofProblem }: ChangeCase,
): Promise<readonly NewPost[]> {
  // What they did themselves is answered where they did it.
  if (entry.by === 'saldo' || (entry.by.side === 'customer' && !['edited', 'removed'].includes(entry.what))) return []
  const about = { ticket, timeZone }
  const said = { text: entry.text, by: entry.by }
  const news = (answered: Answered) => [answerPost(ticket, event, 'news', answered, ticket.language)]
  switch (change.kind) {
    case 'reply': {
      const talking = (await handoffsOf(unit, ticket.id)).some(({ state }) => state === 'active')
      if (talking) return [wordsPost(ticket, event, entry.by.name ?? '', change.text)]
      // Named as words are, so that a change to them finds it.
      return news(replied(about, said)).map((post) => ({ ...post, name: wordsName(event) }))
    }
    case 'wait':
      return news(change.for === 'customer' ? asks(about, said) : withMicrosoft(about, said))
    case 'resolve':
      return news(ofProblem ? problemResolved(about, said) : resolved(about, said))
    case 'close':
    case 'withdraw':
      return news(ended(about, said))
    case 'edit':
    case 'remove':
      return entry.by.side === 'staff' ? rewritingPosts(ticket, change, event) : []
    default:
      return []
  }
}

/** Edits and removals follow the words to where they were passed on. */
function rewritingPosts(
  ticket: Ticket,
  change: Extract<TicketChange, { kind: 'edit' | 'remove' }>,
  event: string,
): NewPost[] {
  const of = ticket.trail.find(({ id }) => id === change.event)
  if (!of || of.internal || of.by === 'saldo') return []
  const words = change.kind === 'edit' ? { by: of.by.name ?? '', text: change.text } : undefined
  return [editPost(ticket, event, change.event, words)]
}

const newsOfCustomer: Partial<Record<TicketChange['kind'], CaseKind>> = {
  withdraw: 'case.withdrawn',
  close: 'case.confirmed',
  reopen: 'case.reopened',
}

/** What the helpdesk reads in the thread; whatever staff did there stands there already. */
function helpdeskPosts(
  { customer, deskLanguage }: CaseScene,
  ticket: Ticket,
  entry: TicketEvent,
  change: TicketChange,
): readonly NewPost[] {
  const news = (kind: CaseKind, more: Parameters<typeof caseNews>[3] = {}) => [
    answerPost(ticket, entry.id, 'news', caseNews(kind, ticket, customer.timeZone, more), deskLanguage),
  ]
  if (change.kind === 'late') return news('case.late', { term: `late.${change.target}` })
  if (entry.by === 'saldo' || entry.by.side === 'staff') return []
  const by = entry.by.name ?? customer.name
  switch (change.kind) {
    case 'say':
      return [wordsPost(ticket, entry.id, by, change.text)]
    case 'file':
      return [filePost(ticket, entry.id, { by, file: change.file, name: change.name, language: deskLanguage })]
    case 'edit':
    case 'remove':
      return rewritingPosts(ticket, change, entry.id)
    case 'rate':
      return [
        ...news('case.rated', { term: change.good ? 'rated.good' : 'rated.bad' }),
        ...(change.text ? [wordsPost(ticket, entry.id, by, change.text)] : []),
      ]
    default: {
      const kind = newsOfCustomer[change.kind]
      return kind ? news(kind, { text: entry.text ?? '…' }) : []
    }
  }
}
