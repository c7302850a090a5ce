import { queueEvent } from '../delivery/event.ts'
import type { Unit } from '../store/documents.ts'
import { type Day, dayIn, type Instant } from '../values/day.ts'
import type { CustomerId } from '../values/ids.ts'
import { openingAt } from '../values/opening.ts'
import { applyDecision } from './apply-decision.ts'
import type { Contact } from './contact.ts'
import { decide } from './decide.ts'
import type { Decision } from './decision.ts'
import { noteDecision } from './decision-log.ts'
import { giveNotices } from './give-notices.ts'
import { giveToStaff, type OnStaff } from './give-to-staff.ts'
import { nextLook } from './next-look.ts'
import { refreshContacts } from './refresh-contacts.ts'
import { promiseEvents } from './settle-promises.ts'
import { type Scene, situationAt, situationOf } from './situation.ts'
import { putStanding, standingOf } from './standing.ts'

export type Reminding = {
  readonly now: Instant
  /** A day to decide for, whatever the hour; the customer's own today unless told. */
  readonly day?: Day
  readonly onStaff?: OnStaff
}

export type Reminded = {
  readonly decision: Decision
  /** What was written with this. */
  readonly contact?: Contact
  /** What it was told of its bills and terms. */
  readonly notices?: Contact
  /** Nothing was done yet: it waits until then, because nobody is written to at this hour. */
  readonly waits?: Instant
}

/**
 * Decides for one customer and does what was decided, all in this unit of work: promises that end, the day's log, the stages, what is sent, what
 * staff gets to do, and when to look again. A day that was carried out is not carried out again. Nothing for an unknown customer.
 */
export async function remindCustomer(unit: Unit, id: CustomerId, reminding: Reminding): Promise<Reminded | undefined> {
  const { now, day } = reminding
  const scene = day === undefined ? await situationAt(unit, id, now) : await situationOf(unit, id, day)
  if (!scene) return forget(unit, id)
  const { account } = scene.situation
  const decision = decide(scene.situation, scene.today)
  for (const event of promiseEvents(account, scene.ended, now)) await queueEvent(unit, event)
  await refreshContacts(unit, account, decision, now)
  const waits = waitsFor(scene, decision, now)
  return waits ? wait(unit, scene, decision, { now, ...waits }) : carryOut(unit, scene, decision, reminding)
}

async function carryOut(unit: Unit, scene: Scene, decision: Decision, { now, onStaff }: Reminding): Promise<Reminded> {
  const { account, rules, standing } = scene.situation
  const applied = await applyDecision(unit, scene, decision, now)
  await noteDecision(unit, decision)
  const isToday = scene.today === dayIn(account.customer.timeZone, now)
  // With no policy there is nothing to look at until one comes (seed-standings.ts).
  const next = scene.hasPolicy ? nextLook(account.customer, rules, now) : undefined
  putStanding(unit, { ...applied.standing, due: isToday ? next : (standing.due ?? now) }, scene.revision)
  // Afterwards, because what staff gets to do may change the standing too.
  if (onStaff) await giveToStaff(unit, scene, decision, { now, onStaff })
  const notices = isToday ? await noticesOf(unit, account.customer.id, now) : undefined
  return { decision, ...(applied.contact && { contact: applied.contact }), ...(notices && { notices }) }
}

/** Reminders go first. What there is to tell at another hour is looked at then. */
async function noticesOf(unit: Unit, id: CustomerId, now: Instant): Promise<Contact | undefined> {
  const given = await giveNotices(unit, id, now)
  if (given.kind !== 'closed' || given.opens === undefined) return given.kind === 'given' ? given.contact : undefined
  const { standing, revision } = await standingOf(unit, id)
  if (standing.due !== undefined && standing.due > given.opens)
    putStanding(unit, { ...standing, due: given.opens }, revision)
  return undefined
}

async function forget(unit: Unit, id: CustomerId): Promise<undefined> {
  const { standing, revision } = await standingOf(unit, id)
  if (standing.due !== undefined) putStanding(unit, { ...standing, due: undefined }, revision)
}

/** Whether what is due waits for an hour at which somebody is written to, and until when, where that is known. */
function waitsFor(
  { situation: { account, rules }, today }: Scene,
  { kind }: Decision,
  now: Instant,
): { readonly opens?: Instant } | undefined {
  // Whoever asks for another day than today asks for what would be: the right to send is looked at when it is sent.
  if (!rules || kind !== 'contact' || today !== dayIn(account.customer.timeZone, now)) return undefined
  const opening = openingAt(rules.hours, now)
  return opening.kind === 'closed' ? opening : undefined
}

/** Where the day has no such hour left, the next one has it, and this one is closed. */
async function wait(
  unit: Unit,
  { situation: { account, rules }, today, revision }: Scene,
  decision: Decision,
  { now, opens }: { readonly now: Instant; readonly opens?: Instant },
): Promise<Reminded> {
  const { customer } = account
  // As it is stored: a promise that ends is noted with what staff gets to do about it, which is done at that hour too.
  const { standing } = await standingOf(unit, customer.id)
  const isToday = opens !== undefined && dayIn(customer.timeZone, opens) === today
  // The days in between are decided too.
  putStanding(unit, { ...standing, due: isToday ? opens : nextLook(customer, rules, now) }, revision)
  const waiting = opens === undefined ? {} : { waits: opens }
  if (isToday) return { decision, ...waiting }
  const shut = notToday(decision)
  await noteDecision(unit, shut)
  return { decision: shut, ...waiting }
}

function notToday({ stage: _, staff: __, ...decision }: Decision): Decision {
  const bills = decision.bills.map((bill) => (bill.reason === 'stage' ? { ...bill, reason: closed } : bill))
  return { ...decision, kind: 'none', reason: closed, bills }
}
const closed = 'closed-day' as const
