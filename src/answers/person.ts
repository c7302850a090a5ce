import type { Handoff } from '../support/handoff.ts'
import type { Offering } from '../support/offering.ts'
import type { Ticket } from '../support/ticket.ts'
import type { Answer } from '../values/answer.ts'
import type { Instant } from '../values/day.ts'
import { openingAt } from '../values/opening.ts'
import {
  connect,
  endTalk,
  leaveTicket,
  myTickets,
  notNow,
  showTicket,
  stopWaiting,
  withoutWords,
  withWords,
} from './act-offers.ts'
import type { Answered } from './asking.ts'
import { contactNotes, type Reachable } from './contact.ts'
import { countFact, instantFact, termFact, textFact } from './facts.ts'
import { supportTerms, whatCanYouDo } from './offers.ts'
import { reply } from './reply.ts'
import { clockSource, computed, configured, ofTicket } from './sources.ts'
import { ticketFacts } from './ticket-facts.ts'
import { chargeNote } from './ticket-intake.ts'

export const kinds = [
  'person.confirm',
  'person.closed',
  'person.closed-long',
  'person.nobody',
  'person.queued',
  'person.ticket-left',
  'person.waits',
  'person.stopped',
  'person.joined',
  'person.moved',
  'person.ended',
  'person.back',
  'person.passed-on',
  'person.file-passed-on',
  'person.file-refused',
] as const

export const terms = ['said.some', 'said.none'] as const

type Charge = NonNullable<Offering['price']> | undefined

const charged = (charge: Charge): NonNullable<Answer['notes']> => (charge ? [chargeNote(charge)] : [])

/**
 * Asks before somebody is called, and whether that person may read what was said: nothing of a chat is shown without. Out of hours it says when
 * somebody is there again, and offers a ticket until then.
 */
export function confirmPerson(asking: Reachable, offering: Offering, messages: number, charge: Charge): Answered {
  const opening = openingAt(offering, asking.now)
  const partner = textFact(offering.name, configured('name'))
  const source = computed('messages of this conversation today', [])
  const said = { count: countFact(messages, source), said: termFact(messages > 0 ? 'said.some' : 'said.none', source) }
  const consent = messages > 0 ? [withWords, withoutWords] : [connect]
  if (opening.kind === 'open')
    return reply(
      'person.confirm',
      { partner, ...said },
      { notes: charged(charge), offers: [...consent, notNow], choosing: true },
    )
  const closed = opening.opens
    ? {
        opens: instantFact(
          opening.opens,
          offering.timeZone,
          computed('support hours', [configured('hours'), clockSource]),
        ),
      }
    : undefined
  return reply(
    closed ? 'person.closed' : 'person.closed-long',
    { partner, ...said, ...closed },
    {
      notes: [...charged(charge), ...contactNotes({ ...asking, offering }).slice(0, 1)],
      offers: [...(messages > 0 ? [withWords, withoutWords] : [leaveTicket]), notNow],
      choosing: true,
    },
  )
}

/** Nobody of the partner can be reached through this chat: why, and who to write to. */
export const nobodyHere = (asking: Reachable): Answered =>
  reply('person.nobody', {}, { notes: contactNotes(asking), offers: [supportTerms, whatCanYouDo] })

type About = { readonly ticket: Ticket; readonly timeZone: string }

/** In the queue; `ahead` wait longer. */
export const queued = ({ ticket, timeZone }: About, ahead: number): Answered =>
  reply(
    'person.queued',
    { ...ticketFacts(ticket, timeZone), ahead: countFact(ahead, computed('how many wait longer', [])) },
    { offers: [stopWaiting, showTicket(ticket)] },
  )

/** Out of hours: the ticket, and when it will be read. */
export const ticketLeft = ({ ticket, timeZone }: About, opens: Instant | undefined, offeringZone: string): Answered =>
  reply(
    opens ? 'person.ticket-left' : 'ticket.opened',
    {
      ...ticketFacts(ticket, timeZone),
      ...(opens && {
        opens: instantFact(opens, offeringZone, computed('support hours', [configured('hours'), clockSource])),
      }),
    },
    { offers: [showTicket(ticket), myTickets] },
  )

/** Asked for again while waiting. */
export const stillWaiting = ({ ticket, timeZone }: About, handoff: Handoff): Answered =>
  reply(
    'person.waits',
    { ...ticketFacts(ticket, timeZone), waiting: instantFact(handoff.openedAt, timeZone, ofTicket(ticket, 'trail')) },
    { offers: [stopWaiting, showTicket(ticket)] },
  )

const told =
  (kind: (typeof kinds)[number], offers: (ticket: Ticket) => Parameters<typeof reply>[2]) =>
  ({ ticket, timeZone }: About, agent?: string): Answered =>
    reply(
      kind,
      { ...ticketFacts(ticket, timeZone), ...(agent && { agent: textFact(agent, ofTicket(ticket, 'owner')) }) },
      offers(ticket),
    )

export const stopped = told('person.stopped', (ticket) => ({ offers: [showTicket(ticket), whatCanYouDo] }))
/** A person is there: from now on the bot is silent. */
export const joined = told('person.joined', () => ({ offers: [endTalk] }))
/** Somebody else takes over. */
export const moved = told('person.moved', () => ({ offers: [stopWaiting] }))
/** The person has ended the talk: the bot is back. */
export const talkEnded = told('person.ended', (ticket) => ({ offers: [showTicket(ticket), whatCanYouDo] }))
/** Back without that anybody came. */
export const back = told('person.back', (ticket) => ({ offers: [showTicket(ticket), whatCanYouDo] }))
/** While waiting: what was written goes to whoever comes. */
export const passedOn = told('person.passed-on', () => ({ offers: [stopWaiting] }))
export const filePassedOn = told('person.file-passed-on', (ticket) => ({ offers: [showTicket(ticket)] }))
export const fileRefused = (asking: Reachable): Answered =>
  reply('person.file-refused', {}, { notes: contactNotes(asking).slice(0, 1), offers: [whatCanYouDo] })
