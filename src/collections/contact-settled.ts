import { people, personKey, personSchema } from '../access/person.ts'
import { type OutgoingEvent, queueEvent } from '../delivery/event.ts'
import type { Delivery, Line } from '../delivery/line.ts'
import { ledgerOf } from '../ledger/ledger.ts'
import { recordOf } from '../ledger/record.ts'
import type { Unit } from '../store/documents.ts'
import type { Instant } from '../values/day.ts'
import { type Contact, contactOf, putContact, type Recipient } from './contact.ts'
import { takeBackContact } from './decision-log.ts'
import { mayHaveReached, withoutContact, withoutWord } from './mark-contact.ts'
import { heldBack, isHoldReason } from './right-to-send.ts'
import { situationAt } from './situation.ts'
import { putStanding, standingOf } from './standing.ts'
import { touch } from './touch.ts'
import { askMailSystem } from './write-contact.ts'

type Outcome = Pick<Recipient, 'state' | 'reason'>

const outcomes = { sent: 'sent', unknown: 'unknown', failed: 'failed', withheld: 'held' } as const

/**
 * What became of a reminder, in the unit of work that notes it: its recipient says so; where it surely did not arrive, the partner's mail system is
 * asked once; what went to nobody counts for nothing, and is decided anew. One that may have arrived is never sent again.
 */
export async function contactSettled(unit: Unit, _: Line, post: Delivery): Promise<void> {
  const { content, how, state, reason } = post
  if (content?.kind !== 'reminder' || how !== 'send' || state === 'queued' || state === 'sending') return
  const now = post.settledAt ?? post.queuedAt
  await settle(unit, { contact: content.contact, post: post.id, outcome: { state: outcomes[state], reason }, now })
}

/** What became of the request to the partner's mail system. To be called in the unit of work that settles the event. */
export async function requestSettled(
  unit: Unit,
  {
    event,
    type,
    data,
    state,
    reason,
    maybe,
  }: Pick<OutgoingEvent, 'event' | 'type' | 'data' | 'state' | 'reason' | 'maybe'>,
  now: Instant,
): Promise<void> {
  if (type !== 'saldo.reminder.requested' || state === 'queued') return
  const contact = (data as { readonly contact?: unknown }).contact
  // It was asked for its right to be sent there too, and an event has no word for what was held back.
  const isHeld = state === 'failed' && reason !== undefined && isHoldReason(reason)
  // Taken by a try that was not answered, perhaps: as in Teams, that is never said again by itself.
  const outcome = { state: state === 'failed' && maybe ? 'unknown' : isHeld ? 'held' : state, reason } as const
  if (typeof contact === 'string') await settle(unit, { contact, post: event, outcome, now })
}

type Settling = {
  readonly contact: string
  readonly post: string
  readonly outcome: Outcome
  readonly now: Instant
}

async function settle(unit: Unit, { contact: id, post, outcome, now }: Settling): Promise<void> {
  const stored = await contactOf(unit, id)
  const before = stored?.contact.to.find((each) => each.post === post)
  // Two mail systems asked, one has it: it went out.
  if (!stored || !before || before.state === 'sent' || before.state === outcome.state) return
  const settled: Recipient = { ...before, ...outcome, at: now }
  const to = stored.contact.to.map((each) => (each.post === post ? settled : each))
  const fallback = await otherWay(unit, { ...stored.contact, to }, settled, now)
  const contact: Contact = { ...stored.contact, to: fallback ? [...to, fallback] : to }
  putContact(unit, contact, stored.revision)
  await tellPartner(unit, contact, settled, now)
  if (!mayHaveReached(contact)) await reachedNobody(unit, contact, now)
  // Others have it: their cards waited for this one to be brought up to date.
  else if (settled.state === 'held') await touch(unit, contact.customer, now)
}

/** Once for each person: who surely did not get it in Teams may get it by mail, if it is still due. */
async function otherWay(
  unit: Unit,
  contact: Contact,
  { person, way, state }: Recipient,
  now: Instant,
): Promise<Recipient | undefined> {
  if (state !== 'failed' || way !== 'teams' || !person) return undefined
  const scene = await situationAt(unit, contact.customer, now)
  const stage = scene?.situation.rules?.stages.find(({ id }) => id === contact.stage)
  if (stage && stage.channel !== 'teams-then-webhook') return undefined
  const known = await unit.get(people, personKey(person.tenant, person.objectId))
  const customer = await ledgerOf(unit).customer(contact.customer)
  const why = await heldBack(unit, contact, now)
  // Outside hours the request itself waits.
  if (!known || !customer || (why !== undefined && why !== 'outside-hours')) return undefined
  const asked = await askMailSystem(unit, contact, recordOf(personSchema, known.data), {
    customer,
    words: stage?.words,
    now,
  })
  return asked.state === 'queued' ? asked : undefined
}

async function tellPartner(
  unit: Unit,
  contact: Contact,
  { person, way, post, state, reason }: Recipient,
  now: Instant,
) {
  await queueEvent(unit, {
    id: `${post}|${state}`,
    type: 'saldo.delivery.settled',
    subject: contact.customer,
    data: {
      contact: contact.id,
      ...(person && { person: { tenant: person.tenant, objectId: person.objectId } }),
      way,
      state,
      ...(reason !== undefined && { reason }),
    },
    now,
  })
}

/** What was held back is decided anew, by what is known now. What failed with everybody has had its turn: a person sees it. */
async function reachedNobody(unit: Unit, contact: Contact, now: Instant): Promise<void> {
  const { standing, revision } = await standingOf(unit, contact.customer)
  const held = contact.to.find(({ state }) => state === 'held')
  if (!held) {
    putStanding(unit, withoutWord(standing, contact), revision)
    return
  }
  putStanding(unit, { ...withoutContact(standing, contact), due: now }, revision)
  // What was asked for, or told of a period, is no decision of the day.
  if (contact.kind === 'posted' || contact.kind === 'notice') return
  await takeBackContact(unit, contact.customer, contact.on, held.reason ?? '')
}
