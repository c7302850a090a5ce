import { z } from 'zod'
import { deliveries, deliverySchema, lines, putLine } from '../../../src/delivery/line.ts'
import { disputeSchema, disputes } from '../../../src/ledger/dispute.ts'
import type { Documents } from '../../../src/store/documents.ts'
import { type Escalation, escalationSchema, escalations } from '../../../src/support/escalation/escalation.ts'
import { type Handoff, handoffSchema, handoffs } from '../../../src/support/handoff.ts'
import { helpdeskSchema, helpdesks } from '../../../src/support/helpdesk.ts'
import { problemSchema, problems } from '../../../src/support/problem.ts'
import { type Ticket, ticketSchema, tickets } from '../../../src/support/ticket.ts'
import type { Instant } from '../../../src/values/day.ts'
import type { DisputeId, InvoiceId } from '../../../src/values/ids.ts'
import type { Language } from '../../../src/values/language.ts'
import { now } from '../../conversation/support/open-desk.ts'
import { adega, everybody } from '../../conversation/support/small-desk.ts'
import { euros, partner } from '../../ledger/examples.ts'

export const { clara, helena } = everybody
const talk = { kind: 'talk', channel: 'msteams', serviceUrl: 'https://x.example/', conversation: 'c-1' } as const
export const chat = { ...talk, tenant: clara.tenant }
const ref = ({ tenant, objectId, name }: typeof clara) => ({ tenant, objectId, name })
export const owner = ref(helena)

export const trailEntry = (over: Partial<Ticket['trail'][number]>): Ticket['trail'][number] => ({
  id: `e-${over.text ?? over.what}`,
  at: now,
  by: { ...ref(clara), side: 'customer' },
  what: 'said',
  internal: false,
  ...over,
})

/** Clara contests the Visio line of October's bill. */
export const ticket = (over: Partial<Ticket> = {}): Ticket => ({
  id: 'T-1042',
  customer: adega.id,
  person: ref(clara),
  language: 'pt-PT',
  talk: chat,
  kind: 'commercial',
  topic: 'dispute',
  about: { invoice: 'a-3' as InvoiceId, number: 'FT 2026/118', lines: [3] },
  cause: 'bill|a-3|3',
  state: 'open',
  priority: 'normal',
  queue: 'billing',
  openedAt: '2026-11-20T10:00:00.000Z' as Instant,
  since: now,
  clock: {
    missed: [],
    respondBy: '2026-11-20T14:00:00.000Z' as Instant,
    resolveBy: '2026-11-24T14:00:00.000Z' as Instant,
  },
  intake: [{ question: 'reason', answer: 'Não pedimos o Visio.' }, { question: 'impact' }],
  tried: [{ what: 'explained', text: 'Line 3 is a purchase.' }],
  trail: [
    trailEntry({ what: 'opened', text: 'Não pedimos o Visio.' }),
    trailEntry({ what: 'noted', internal: true, by: { ...owner, side: 'staff' }, text: 'Ask Rui first' }),
  ],
  reopened: 0,
  ...over,
})

export const handoff = (state: Handoff['state'], over: Partial<Handoff> = {}): Handoff => ({
  id: 'T-1042.1',
  ticket: 'T-1042',
  customer: adega.id,
  person: ref(clara),
  language: 'pt-PT',
  place: 'place-1',
  talk: chat,
  state,
  queue: 'billing',
  ...((state === 'active' || state === 'wrap-up') && { owner }),
  ...(state === 'offered' && { offeredTo: owner }),
  openedAt: now,
  since: now,
  alarms: 0,
  ...over,
})

export const escalation = (state: Escalation['state'], over: Partial<Escalation> = {}): Escalation => ({
  id: 'E-1001',
  number: 1001,
  ticket: 'T-1042',
  customer: adega.id,
  kind: 'commercial',
  service: 'microsoft-365',
  severity: 'C',
  vehicle: 'commercial-support',
  where: 'Partner Center, Help + support.',
  why: 'Commercial.',
  state,
  preparedAt: now,
  answers: [],
  timeline: [],
  ...over,
})

export type Case = {
  readonly ticket?: Partial<Ticket>
  readonly handoff?: Handoff
  readonly escalation?: Escalation
  /** Clara's dispute, decided or not. */
  readonly dispute?: 'open' | 'decided'
  readonly problem?: 'open' | 'resolved'
  readonly deskLanguage?: Language
}

const contested = 'd-1' as DisputeId

/** Puts a case into a store in place of the one that is there. */
export const putCase = (documents: Documents, given: Case): Promise<void> =>
  documents.change(async (unit) => {
    const put = async <D>(collection: { name: string }, id: string, data: D | undefined) => {
      const known = await unit.get(collection as never, id)
      if (data !== undefined) unit.put(collection as never, id, data as never, known?.revision ?? 0)
      else if (known) unit.remove(collection as never, id, known.revision)
    }
    const made = ticket({
      ...(given.dispute && { dispute: contested }),
      ...(given.problem && { problem: 'P-1' }),
      ...given.ticket,
    })
    const { deskLanguage: language, dispute, problem } = given
    const contact = { name: 'Nortada', mail: 'apoio@partner.example', phone: '+351' }
    const helpdesk = language && helpdeskSchema.parse({ partner, language, contact, billing: 'direct' })
    await put(helpdesks, partner, helpdesk && z.encode(helpdeskSchema, helpdesk))
    await put(tickets, made.id, z.encode(ticketSchema, made))
    await put(handoffs, 'T-1042.1', given.handoff && z.encode(handoffSchema, given.handoff))
    await put(escalations, 'E-1001', given.escalation && z.encode(escalationSchema, given.escalation))
    const end = { kind: 'accepted', at: now, note: 'ok' } as const
    const about = { customer: adega.id, invoice: 'a-3' as InvoiceId, lines: [3], amount: euros('264.20'), reason: 'no' }
    const record = dispute && { id: contested, ...about, openedAt: now, ...(dispute === 'decided' && { outcome: end }) }
    await put(disputes, contested, record && z.encode(disputeSchema, record))
    const shared = problem && { id: 'P-1', key: 'k', tickets: ['T-1042', 'T-1043'], state: problem, openedAt: now }
    await put(problems, 'P-1', shared && z.encode(problemSchema, shared))
  })

/** A message to Clara that did not arrive, or perhaps not. */
export const putLost = (documents: Documents, id: string, state: 'failed' | 'unknown', text: string): Promise<void> =>
  documents.change(async (unit) => {
    const line = `talk|msteams|${chat.conversation}`
    const known = await unit.get(lines, line)
    if (!known) putLine(unit, { id: line, to: chat, posts: [], names: {} }, 0)
    const post = { id, how: 'send', state, content: { kind: 'words', by: 'Helena', text } } as const
    const settled = { ...post, queuedAt: now, settledAt: now, attempts: 1, reason: '403', line }
    unit.put(deliveries, id, z.encode(deliverySchema, settled), 0)
  })
