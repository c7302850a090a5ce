import { createHash } from 'node:crypto'
import type { Unit } from '../store/documents.ts'
import type { Instant } from '../values/day.ts'
import type { CustomerId } from '../values/ids.ts'
import { openingAt } from '../values/opening.ts'
import { type Contact, contactOf } from './contact.ts'
import { decide } from './decide.ts'
import { decidePosted } from './decide-posted.ts'
import type { Decision, Reason } from './decision.ts'
import { mayHaveReached } from './mark-contact.ts'
import { type Scene, situationAt } from './situation.ts'
import { putStanding, standingOf } from './standing.ts'
import { type Steers, steeredCustomer } from './steer.ts'
import { writeContact } from './write-contact.ts'

export type PostReminder = {
  readonly customer: CustomerId
  /** Also about bills that are not due yet. */
  readonly early: boolean
  readonly by: Steers
  readonly now: Instant
  /** Made from what caused it: the same cause on one day is one reminder. */
  readonly event: string
}

export type PostedReminder =
  | { readonly kind: 'posted' | 'already'; readonly contact: Contact }
  /** Nobody is written to: why, and when the hours open where that is all that stands against it. */
  | { readonly kind: 'held'; readonly reason: Reason | 'outside-hours'; readonly opens?: Instant }
  | { readonly kind: 'refused' }

/**
 * Reminds a customer now of all that is due, because somebody asked for it. It counts for the cap, reaches no stage, and is asked for its right to
 * be sent as any reminder is. Safe to repeat.
 */
export async function postReminder(unit: Unit, order: PostReminder): Promise<PostedReminder> {
  const { early, by, now, event } = order
  const customer = await steeredCustomer(unit, by, order.customer, 'partner')
  const scene = customer && (await situationAt(unit, customer.id, now))
  if (!customer || !scene) return { kind: 'refused' }
  const { situation, today } = scene
  const id = `${customer.id}|${today}|posted-${createHash('sha256').update(event).digest('hex').slice(0, 10)}`
  const before = await contactOf(unit, id)
  if (before) return { kind: 'already', contact: before.contact }
  const decision = decidePosted(situation, today, early)
  if (decision.kind !== 'contact' || !situation.rules) return held(decision.reason)
  const opening = openingAt(situation.rules.hours, now)
  if (opening.kind === 'closed') return { ...held('outside-hours'), ...(opening.opens && { opens: opening.opens }) }
  const writing = { customer, channel: 'teams-then-webhook', now } as const
  const contact = await writeContact(unit, contactFor(id, scene, decision, now), writing)
  await countForCap(unit, contact)
  return { kind: 'posted', contact }
}

const held = (reason: Reason | 'outside-hours') => ({ kind: 'held', reason }) as const

function contactFor(id: string, { situation, today }: Scene, decision: Decision, now: Instant): Omit<Contact, 'to'> {
  const periods = new Map(situation.account.invoices.map((invoice) => [invoice.id, invoice.period]))
  // Where each bill stands by the policy: what comes next is told by that.
  const stages = new Map(decide(situation, today).bills.map(({ invoice, stage }) => [invoice, stage]))
  const bills = decision.bills.flatMap(({ invoice, number, amount, dueOn, reason }) => {
    const period = periods.get(invoice)
    if (reason !== 'stage' || !period) return []
    return [{ invoice, number, amount, dueOn, period, stage: stages.get(invoice) ?? 'posted' }]
  })
  const { customer, policy } = decision
  return { id, customer, kind: 'posted', on: today, at: now, ...(policy && { policy }), bills, fees: [] }
}

async function countForCap(unit: Unit, contact: Contact): Promise<void> {
  if (!mayHaveReached(contact)) return
  const { standing, revision } = await standingOf(unit, contact.customer)
  const contacted = [...standing.contacted, { contact: contact.id, on: contact.on }]
  putStanding(unit, { ...standing, contacted }, revision)
}
