import { isSame } from '../access/actor.ts'
import { may } from '../access/may.ts'
import { principalOf } from '../access/principal-of.ts'
import type { Post } from '../delivery/post.ts'
import { holdAccount } from '../ledger/hold-account.ts'
import { ledgerOf } from '../ledger/ledger.ts'
import { openBills } from '../ledger/open-bills.ts'
import type { Reading, Unit } from '../store/documents.ts'
import type { Instant } from '../values/day.ts'
import { openingAt } from '../values/opening.ts'
import { type Contact, contactOf } from './contact.ts'
import { decide } from './decide.ts'
import { decidePosted } from './decide-posted.ts'
import { type Decision, reasons } from './decision.ts'
import { withoutContact } from './mark-contact.ts'
import { namedBills } from './named-bills.ts'
import { type Scene, situationAt } from './situation.ts'
import { putStanding, standingOf } from './standing.ts'

/**
 * Asked in the unit of work that writes down that a reminder is being sent: why it may not be, or nothing. The account is held: a payment that
 * comes at this moment is either seen here or comes after. Other posts, and changes to a reminder that was received, are none of its business.
 */
export async function rightToSend(unit: Unit, { how, content }: Post, now: Instant): Promise<string | undefined> {
  if (content?.kind !== 'reminder' || how !== 'send') return undefined
  const stored = await contactOf(unit, content.contact)
  if (!stored) return 'no-contact'
  const { contact } = stored
  await holdAccount(unit, contact.customer)
  // Promises, disputes, holds and credit notes write the standing: one that comes at this moment is seen here too, or comes after.
  const { standing, revision } = await standingOf(unit, contact.customer)
  putStanding(unit, standing, revision)
  const principal = await principalOf(unit, content.person)
  const isTheirs = principal.kind === 'customer' && principal.customer.id === contact.customer
  if (!isTheirs || !may(principal, 'own-figures')) return 'no-role'
  return heldBack(unit, contact, now)
}

const ours = ['paid', 'nothing-due', 'superseded', 'outside-hours', 'no-contact', 'no-customer', 'no-role']
/** Whether it is one of the reasons below, and no answer of whoever was to carry it. */
export const isHoldReason = (reason: string): boolean => [...reasons, ...ours].includes(reason)

/**
 * Why a contact may not go out at this moment, or nothing. It may when it would be decided today as it was, had it not been: what counts then is
 * what is known now.
 */
export async function heldBack(reading: Reading, contact: Contact, now: Instant): Promise<string | undefined> {
  const scene = await situationAt(reading, contact.customer, now)
  if (!scene) return 'no-customer'
  const { rules } = scene.situation
  const why = contact.kind === 'notice' ? noticeHeld(contact, scene) : reminderHeld(contact, scene)
  if (why !== undefined) return why
  return rules && openingAt(rules.hours, now).kind === 'closed' ? 'outside-hours' : undefined
}

/**
 * Asked when a reminder is laid out, after it was written down as being sent: whether what was due of it is paid since. It is not sent then, as far
 * as it was not received yet; one that was received shows that it is paid.
 */
export async function hasLapsed(
  reading: Reading,
  { contact: id, person }: Extract<NonNullable<Post['content']>, { kind: 'reminder' }>,
): Promise<boolean> {
  const contact = (await contactOf(reading, id))?.contact
  if (!contact || contact.bills.length === 0) return false
  const mine = contact.to.find((each) => each.way === 'teams' && isSame(each.person, person))
  const account = mine?.state === 'queued' ? await ledgerOf(reading).account(contact.customer) : undefined
  if (!account) return false
  const open = new Set(openBills(account).map((bill) => bill.id))
  return !contact.bills.some(({ invoice }) => open.has(invoice))
}

function reminderHeld(contact: Contact, { situation, today }: Scene): string | undefined {
  const { account } = situation
  const open = new Set(openBills(account).map(({ id }) => id))
  const news = newsOf(contact, situation)
  if (!news.some(({ invoice }) => open.has(invoice))) return isPaid(news, situation) ? 'paid' : 'nothing-due'
  const anew = { ...situation, standing: withoutContact(situation.standing, contact) }
  // What somebody asked to be sent now goes by no stage.
  const isPosted = contact.kind === 'posted'
  const decision = isPosted ? decidePosted(anew, today, true) : decide(anew, today)
  if (decision.kind !== 'contact') return decision.kind === 'none' ? decision.reason : 'superseded'
  // Another stage or bill has come meanwhile: all of it is said at once, not one after the other.
  // Whoever comes after others have it hears of the same bills: they are not written about again.
  const isOut = contact.to.some(({ state }) => state === 'sent' || state === 'unknown')
  if (!isPosted && !isOut && hasMore(decision, contact, anew)) return 'superseded'
  const why = decision.bills
    .filter(({ invoice }) => news.some((bill) => bill.invoice === invoice))
    .map(({ reason }) => reason)
  return why.includes('stage') ? undefined : (why[0] ?? 'nothing-due')
}

/** The bills that a contact was written for: what else was due when it was is in it too. */
function newsOf({ id, bills }: Contact, { standing: { reached } }: Scene['situation']): Contact['bills'] {
  const news = bills.filter(({ invoice, stage }) =>
    reached.some((each) => each.contact === id && each.invoice === invoice && each.stage === stage),
  )
  return news.length > 0 ? news : bills
}

/** Whether there is something to say today that the contact does not have. */
function hasMore(decision: Decision, contact: Contact, { account, standing, rules }: Scene['situation']): boolean {
  if (decision.stage !== contact.stage) return true
  if (!rules) return false
  return namedBills({ account, standing, rules, decision }).some(
    ({ bill: { invoice }, stage, fresh }) =>
      !contact.bills.some((said) => said.invoice === invoice && (!fresh || said.stage === stage)),
  )
}

function isPaid(bills: Contact['bills'], { account }: Scene['situation']): boolean {
  const paid = new Set(account.payments.flatMap(({ allocations }) => allocations.map(({ invoice }) => invoice)))
  return bills.some(({ invoice }) => paid.has(invoice))
}

/** What is told of a bill that is paid meanwhile is not told. */
function noticeHeld({ notices = [] }: Contact, { situation }: Scene): string | undefined {
  if (situation.standing.suspension !== undefined) return 'suspension'
  if (situation.standing.stopped) return 'stopped'
  const open = new Set(openBills(situation.account).map(({ id }) => id))
  return notices.every(({ invoice }) => invoice !== undefined && !open.has(invoice)) ? 'paid' : undefined
}
