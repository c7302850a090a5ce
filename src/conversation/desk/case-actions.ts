import { z } from 'zod'
import { isSame, type PersonRef } from '../../access/actor.ts'
import { may } from '../../access/may.ts'
import { people, personKey, personSchema } from '../../access/person.ts'
import { principalOf } from '../../access/principal-of.ts'
import { caseNews } from '../../answers/case-news.ts'
import { deliveries, deliverySchema, lineOf, queuePosts } from '../../delivery/line.ts'
import { recordOf } from '../../ledger/record.ts'
import type { HandoffChange } from '../../support/change-handoff.ts'
import { type Handoff, handoffsOf, isLive, isOwned, isWaiting } from '../../support/handoff.ts'
import { priorities, ticketOf } from '../../support/ticket.ts'
import type { TicketChange } from '../../support/ticket-change.ts'
import { objectId, tenantId } from '../../values/ids.ts'
import { textOf } from '../../values/schemas.ts'
import { changeCase } from './change-case.ts'
import { changeTalk } from './change-talk.ts'
import { decideContested } from './decide-contested.ts'
import { escalationAction } from './escalation-actions.ts'
import { cardPost, tellHelpdesk, ticketOfPost, wordsPost } from './posts.ts'
import type { AtCase, SeatSays } from './seat.ts'
import { solveProblem } from './solve-problem.ts'

const text = z.string().trim().min(1).max(8000)
const outcomes = ['resolved', 'closed', 'waiting-customer', 'waiting-microsoft', 'open'] as const

/** What the case card's buttons carry. Everything else in a client's data is left out; whose case it is, the thread says. */
export const actions = {
  'case.claim': z.object({}),
  'case.reply': z.object({ text }),
  'case.note': z.object({ text }),
  'case.end': z.object({}),
  'case.return': z.object({}),
  'case.close': z.object({ outcome: z.enum(outcomes), text: z.string().trim().max(8000).optional() }),
  'case.transfer': z.object({ to: z.string().min(1).max(200) }),
  'case.priority': z.object({ priority: z.enum(priorities) }),
  'case.resend': z.object({ post: z.string().min(1).max(1000) }),
  'case.solve-problem': z.object({ text: z.string().trim().max(8000).optional() }),
  'case.dispute': z.object({ outcome: z.enum(['accepted', 'partly', 'rejected']), text }),
} as const

const named =
  (kind: Parameters<typeof caseNews>[0]) =>
  ({ ticket, scene }: AtCase, name?: string): SeatSays => ({
    answered: caseNews(kind, ticket, scene.customer.timeZone, { name: name ?? '…' }),
    language: scene.deskLanguage,
  })
const taken = named('case.taken')
const done = named('case.done')
const notYours = named('case.not-yours')
const notTaken = named('case.not-taken')
const noRole = named('case.no-role')
const what = named('case.what')
const sent = named('case.sent')
const noted = named('case.noted')

/** Does what a button of the case card says, authorised anew. Says to who clicked what the thread does not. */
export async function caseAction(at: AtCase, verb: string, data: unknown): Promise<SeatSays> {
  if (verb.startsWith('escalation.')) return escalationAction(at, verb, data)
  const schema = actions[verb as keyof typeof actions]
  if (!schema) return what(at)
  const read = schema.safeParse(data)
  if (!read.success) return what(at)
  const given = read.data as Record<string, string>
  switch (verb as keyof typeof actions) {
    case 'case.claim':
      return claim(at)
    case 'case.reply':
      return reply(at, given.text ?? '')
    case 'case.note':
      return note(at, given.text ?? '')
    case 'case.end':
      return talk(at, { kind: 'end' })
    case 'case.return':
      return talk(at, { kind: 'return' })
    case 'case.close':
      return close(at, given.outcome as (typeof outcomes)[number], given.text)
    case 'case.transfer':
      return transfer(at, given.to ?? '')
    case 'case.priority':
      return ticket(at, { kind: 'prioritise', priority: given.priority as (typeof priorities)[number] })
    case 'case.resend':
      return resend(at, given.post ?? '')
    case 'case.solve-problem':
      return (await solveProblem(at, given.text)) ? done(at) : what(at)
    case 'case.dispute':
      return decideContested(at, given.outcome as 'accepted' | 'partly' | 'rejected', given.text ?? '')
  }
}

const liveOf = async ({ unit, ticket }: AtCase): Promise<Handoff | undefined> =>
  (await handoffsOf(unit, ticket.id)).find((each) => isLive(each) || isOwned(each))

/** Takes the case: of two who click at once one has it, the other is told who. */
async function claim(at: AtCase): Promise<SeatSays> {
  const { unit, by, now, event, ticket: known } = at
  if (!may(at.staff, 'cases')) return noRole(at)
  // The click that took it once takes no later talk: whoever waits in that would be told of nobody.
  if (known.trail.some(({ id }) => id === `${event}|owner` || id === event)) return done(at)
  const handoff = await liveOf(at)
  if (handoff && (isWaiting(handoff) || isOwned(handoff))) {
    const outcome = await changeTalk(unit, { handoff: handoff.id, change: { kind: 'claim' }, by, now, event })
    if (outcome.kind === 'taken') return taken(at, outcome.by.name)
    return afterTalk(at, outcome.kind)
  }
  if (known.owner && !isSame(known.owner, at.staff.key)) return taken(at, known.owner.name)
  return ticket(at, { kind: 'own', owner: { ...at.staff.key, name: by.name } })
}

/** Writes to the customer, for who has the case alone. */
export async function reply(at: AtCase, words: string): Promise<SeatSays> {
  const before = at.ticket.trail.find(({ id }) => id === at.event)
  // A repeat, whoever has the case by now: what became of it stays.
  if (before) return before.internal ? noted(at) : sent(at)
  const handoff = await liveOf(at)
  const owner = handoff && isOwned(handoff) ? handoff.owner : at.ticket.owner
  if (!owner || (handoff && isWaiting(handoff))) {
    await note(at, words)
    return notTaken(at)
  }
  if (!isSame(owner, at.staff.key)) {
    await note(at, words)
    return notYours(at, owner.name)
  }
  const said = await ticket(at, { kind: 'reply', text: words })
  return said ?? sent(at)
}

export async function note(at: AtCase, words: string): Promise<SeatSays> {
  const said = await ticket(at, { kind: 'note', text: words })
  if (said) return said
  // From a button it stands nowhere in the thread yet.
  if (at.incoming.what.kind === 'action')
    await tellHelpdesk(at.unit, at.ticket, [wordsPost(at.ticket, at.event, `📝 ${at.by.name ?? ''}`, words)], at.now)
  return noted(at)
}

/** A change to the ticket; nothing to say when it was made. */
async function ticket(at: AtCase, change: TicketChange): Promise<SeatSays> {
  const { unit, by, now, event } = at
  const outcome = await changeCase(unit, { ticket: at.ticket.id, change, by, now, event })
  if (outcome.kind === 'refused' || outcome.kind === 'unknown') return noRole(at)
  return undefined
}

async function talk(at: AtCase, change: HandoffChange): Promise<SeatSays> {
  const { unit, by, now, event } = at
  const handoff = await liveOf(at)
  if (!handoff) return what(at)
  const outcome = await changeTalk(unit, { handoff: handoff.id, change, by, now, event })
  return outcome.kind === 'taken' ? taken(at, outcome.by.name) : afterTalk(at, outcome.kind)
}

/** What was changed, the thread says. */
function afterTalk(at: AtCase, outcome: 'changed' | 'unchanged' | 'refused' | 'unknown'): SeatSays {
  if (outcome === 'changed') return undefined
  return outcome === 'refused' ? noRole(at) : done(at)
}

/** How it ended: the talk is wrapped up, and the ticket becomes what the agent says. */
async function close(at: AtCase, outcome: (typeof outcomes)[number], words: string | undefined): Promise<SeatSays> {
  if (!may(at.staff, 'cases')) return noRole(at)
  const handoff = await liveOf(at)
  const owner = handoff && isOwned(handoff) ? handoff.owner : at.ticket.owner
  if (owner && !isSame(owner, at.staff.key)) return taken(at, owner.name)
  if (handoff && isWaiting(handoff)) return notTaken(at)
  const said = await ticket({ ...at, event: `${at.event}|outcome` }, outcomeOf(outcome, words || undefined))
  if (said) return said
  if (words && outcome !== 'open') await sayAnyway(at, words)
  if (!handoff) return done(at)
  return talk(at, { kind: 'close' })
}

/** A ticket that was in that state already tells nobody so: what was written with it goes to the customer by itself. */
async function sayAnyway(at: AtCase, words: string): Promise<void> {
  const known = await ticketOf(at.unit, at.ticket.id)
  if (known?.trail.some(({ id }) => id === `${at.event}|outcome`)) return
  await ticket({ ...at, event: `${at.event}|words` }, { kind: 'reply', text: words })
}

function outcomeOf(outcome: (typeof outcomes)[number], words: string | undefined): TicketChange {
  switch (outcome) {
    case 'resolved':
      return { kind: 'resolve', text: words }
    case 'closed':
      return { kind: 'close', text: words }
    case 'waiting-customer':
      return { kind: 'wait', for: 'customer', text: words }
    case 'waiting-microsoft':
      return { kind: 'wait', for: 'microsoft', text: words }
    case 'open':
      return { kind: 'note', text: words ?? '…' }
  }
}

/** To a colleague who may take cases, or to a queue: `queue:technical`, `TENANT.OBJECT-ID`. */
async function transfer(at: AtCase, to: string): Promise<SeatSays> {
  const queue = /^queue:([a-z0-9-]{1,40})$/.exec(to)?.[1]
  if (queue) return talk(at, { kind: 'queue', queue })
  const colleague = await colleagueOf(at, to)
  return colleague ? talk(at, { kind: 'offer', to: colleague }) : what(at)
}

const keySchema = z.tuple([textOf(tenantId), textOf(objectId)])

async function colleagueOf({ unit }: AtCase, to: string): Promise<PersonRef | undefined> {
  const read = keySchema.safeDecode(to.split('.') as [string, string])
  if (!read.success) return undefined
  const [tenant, object] = read.data
  const principal = await principalOf(unit, { tenant, objectId: object })
  if (principal.kind !== 'partner' || !may(principal, 'cases')) return undefined
  const stored = await unit.get(people, personKey(tenant, object))
  return { tenant, objectId: object, name: stored && recordOf(personSchema, stored.data).name }
}

/** Sends again what did not arrive, or perhaps not: only ever because a person says so, and once for each click. */
async function resend(at: AtCase, id: string): Promise<SeatSays> {
  const { unit, now, event } = at
  if (!may(at.staff, 'cases')) return noRole(at)
  const stored = await unit.get(deliveries, id)
  const post = stored && recordOf(deliverySchema, stored.data)
  const line = post && (await lineOf(unit, post.line))
  if (!post || !line || ticketOfPost(post) !== at.ticket.id || !['failed', 'unknown'].includes(post.state))
    return what(at)
  const { name, content } = post
  await queuePosts(unit, { id: post.line, to: line.to, now }, [
    // Whoever asks for it, and however many: it is sent again once.
    { id: `${id}|again`, how: 'send', name, content },
  ])
  await tellHelpdesk(unit, at.ticket, [cardPost(at.ticket, `${event}|again`, 'update')], now)
  return sent(at)
}
