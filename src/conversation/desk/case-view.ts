import type { Customer } from '../../ledger/customer.ts'
import type { Dispute } from '../../ledger/dispute.ts'
import { ledgerOf } from '../../ledger/ledger.ts'
import type { Reading } from '../../store/documents.ts'
import { type CaseFile, caseFileOf } from '../../support/case-file.ts'
import { type Escalation, escalationsOfTicket } from '../../support/escalation/escalation.ts'
import { type Handoff, handoffsOf } from '../../support/handoff.ts'
import { type Problem, problemOf } from '../../support/problem.ts'
import { isOpen, type Ticket, ticketOf } from '../../support/ticket.ts'
import { dayIn, type Instant } from '../../values/day.ts'
import type { Language } from '../../values/language.ts'
import { type CaseBill, caseBill } from './case-bill.ts'
import { type CaseChoices, caseChoices } from './case-choices.ts'
import { caseScene } from './case-scene.ts'
import { suggestedReply } from './suggested-reply.ts'
import { type Undelivered, undeliveredOf } from './undelivered.ts'

/** Missed or done late, as the customer was promised; `stands` while the customer is waited for. */
export type Target = { readonly by: Instant; readonly state: 'open' | 'met' | 'late' | 'missed' | 'stands' }

/** All that the helpdesk sees of a case, as it stands now. Of figures the customer's side alone: no cost and no margin is in it. */
export type CaseView = {
  readonly ticket: Ticket
  readonly customer: Customer
  /** In which the helpdesk reads. */
  readonly language: Language
  /** The helpdesk's. */
  readonly timeZone: string
  readonly respond?: Target
  readonly resolve?: Target
  readonly bill?: CaseBill
  /** The newest. */
  readonly handoff?: Handoff
  /** With the customer's consent. */
  readonly transcript: NonNullable<Handoff['transcript']>
  readonly problem?: Problem
  readonly dispute?: Dispute
  /** The newest. */
  readonly escalation?: Escalation
  readonly undelivered: readonly Undelivered[]
  /** Those that are still kept, newest first. */
  readonly files: readonly CaseFile[]
  /** In the customer's language. */
  readonly suggestion?: string
  readonly choices: CaseChoices
  /** Another one for each state of the case: a click on one state does one thing. */
  readonly mark: string
}

/** Reads a case; nothing for a ticket that there is not. */
export async function caseView(reading: Reading, id: string, now: Instant): Promise<CaseView | undefined> {
  const ticket = await ticketOf(reading, id)
  if (!ticket) return undefined
  const scene = await caseScene(reading, ticket.customer)
  const { customer, offering, deskLanguage } = scene
  const [account, handoffs, escalations, problem] = await Promise.all([
    ledgerOf(reading).account(customer.id),
    handoffsOf(reading, id),
    escalationsOfTicket(reading, id),
    ticket.problem ? problemOf(reading, ticket.problem) : undefined,
  ])
  const [undelivered, files, suggestion, choices] = await Promise.all([
    undeliveredOf(reading, ticket),
    filesOf(reading, ticket, now),
    suggestedReply(reading, ticket, scene, now),
    caseChoices(reading, customer.partner),
  ])
  const dispute = account?.disputes.find((one) => one.id === ticket.dispute)
  const [handoff] = handoffs
  const escalation = escalations.at(-1)
  return {
    ticket,
    customer,
    language: deskLanguage,
    timeZone: offering?.timeZone ?? customer.timeZone,
    respond: respondOf(ticket, now),
    resolve: resolveOf(ticket, now),
    bill: account && caseBill(account, ticket, dispute, dayIn(customer.timeZone, now)),
    handoff,
    transcript: handoffs.find((each) => each.transcript?.length)?.transcript ?? [],
    problem,
    dispute,
    escalation,
    undelivered,
    files,
    suggestion,
    choices,
    mark: markOf(ticket, handoffs.length, handoff, escalation),
  }
}

function respondOf({ clock, state }: Ticket, now: Instant): Target | undefined {
  const { respondBy: by, respondedAt, missed } = clock
  if (!by) return undefined
  if (respondedAt) return { by, state: missed.includes('respond') || respondedAt > by ? 'late' : 'met' }
  return { by, state: unmet(state, by, now) }
}

function resolveOf({ clock, state, since }: Ticket, now: Instant): Target | undefined {
  const { resolveBy: by, missed } = clock
  if (!by) return undefined
  if (!isOpen({ state })) return { by, state: missed.includes('resolve') || since > by ? 'late' : 'met' }
  return { by, state: missed.includes('resolve') ? 'missed' : unmet(state, by, now) }
}

const unmet = (state: Ticket['state'], by: Instant, now: Instant): Target['state'] =>
  state === 'waiting-customer' ? 'stands' : by < now ? 'missed' : 'open'

async function filesOf(reading: Reading, { trail, customer }: Ticket, now: Instant): Promise<readonly CaseFile[]> {
  const sent = trail.flatMap(({ what, to, text }) => (what === 'filed' && to && text ? [to] : []))
  const files = await Promise.all([...new Set(sent.reverse())].map((file) => caseFileOf(reading, file)))
  return files.filter((file) => file !== undefined && file.customer === customer && file.expires > now) as CaseFile[]
}

const markOf = (ticket: Ticket, talks: number, handoff: Handoff | undefined, escalation: Escalation | undefined) =>
  [
    ticket.trail.length,
    ...(handoff ? [`${talks}${handoff.state}`] : []),
    ...(escalation ? [`${escalation.id}${escalation.state}${escalation.answers.length}`] : []),
  ].join('.')
