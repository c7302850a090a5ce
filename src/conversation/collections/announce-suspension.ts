import type { Person } from '../../access/person.ts'
import type { Answered } from '../../answers/asking.ts'
import { suspensionNotice } from '../../answers/suspension-news.ts'
import { changeSuspension } from '../../collections/change-suspension.ts'
import { noticeDay } from '../../collections/notice-day.ts'
import { situationAt } from '../../collections/situation.ts'
import { type Suspension, suspensionOf } from '../../collections/suspension.ts'
import { billingContacts } from '../../collections/write-contact.ts'
import { addressOf } from '../../delivery/address.ts'
import { queueEvent, webhooksFor } from '../../delivery/event.ts'
import { queuePosts } from '../../delivery/line.ts'
import { talkLine } from '../../delivery/talk-line.ts'
import { say } from '../../language/say.ts'
import type { Customer } from '../../ledger/customer.ts'
import type { Unit } from '../../store/documents.ts'
import type { Instant } from '../../values/day.ts'
import type { Language } from '../../values/language.ts'
import { openingAt } from '../../values/opening.ts'
import { answerJson } from '../answer-json.ts'
import { sceneOf } from './suspension-scene.ts'

/**
 * Tells the customer of the day, once a suspension is approved: each billing contact in their chat, or by the partner's mail system. Where nobody
 * can be told nothing goes on: the helpdesk sees it and tells them itself.
 */
export async function announceSuspension(unit: Unit, id: string, now: Instant): Promise<void> {
  const stored = await suspensionOf(unit, id)
  if (stored?.suspension.state !== 'approved') return
  const { suspension } = stored
  const scene = await situationAt(unit, suspension.customer, now)
  if (!scene) return
  const { account, rules } = scene.situation
  if (rules && openingAt(rules.hours, now).kind === 'closed') return
  const day = noticeDay(scene.today, suspension.rules.noticeDays, rules?.hours)
  const announced = await sceneOf(unit, { ...suspension, state: 'announced', day }, now)
  if (!announced) return
  const cause = `${suspension.approvals.length}|${suspension.since}`
  const told = await tellContacts(unit, suspension, account.customer, {
    answered: suspensionNotice(announced),
    what: `notice ${suspension.since}`,
    now,
  })
  const reached = told.posts.length + told.events.length > 0
  const change = reached ? ({ kind: 'announce', day, ...told } as const) : ({ kind: 'unreachable' } as const)
  const event = `${change.kind}|${cause}`
  await changeSuspension(unit, {
    ...{ suspension: id, change, by: 'saldo', now, event },
    timeZone: account.customer.timeZone,
  })
}

type Telling = { readonly answered: Answered; readonly what: string; readonly now: Instant }
type Reached = { readonly posts: readonly string[]; readonly events: readonly string[] }

/** Says something to every billing contact, in their language. Gives the posts and events that carry it; the same `what` twice is said once. */
export async function tellContacts(
  unit: Unit,
  suspension: Suspension,
  customer: Customer,
  { answered, what, now }: Telling,
): Promise<Reached> {
  const posts: string[] = []
  const events: string[] = []
  for (const person of await billingContacts(unit, customer.id)) {
    const address = await addressOf(unit, person)
    const language = address?.language ?? person.language ?? customer.language
    const id = `${suspension.id}|${what}|${person.objectId}`
    if (!address) {
      events.push(...(await byMail(unit, suspension, person, { id, language, answered, now })))
      continue
    }
    const { channel, serviceUrl, conversation } = address
    const to = { kind: 'talk' as const, channel, serviceUrl, conversation, tenant: person.tenant }
    const content = { kind: 'answer' as const, language, answer: answerJson(answered.answer) }
    await queuePosts(unit, { id: talkLine(address), to, now }, [{ id, how: 'send', content }])
    posts.push(id)
  }
  return { posts, events }
}

/** The partner's mail system writes, with the words that the chat would have had. */
async function byMail(
  unit: Unit,
  { id: suspension }: Suspension,
  { name, mail }: Person,
  { id, language, answered, now }: Omit<Telling, 'what'> & { readonly id: string; readonly language: Language },
): Promise<readonly string[]> {
  const { title, text } = say({ ...answered.answer, next: [] }, language)
  const type = 'saldo.reminder.requested'
  const data = { suspension, kind: answered.answer.kind, to: { name, mail, language }, title, text }
  await queueEvent(unit, { id, type, subject: suspension, data, now })
  return (await webhooksFor(unit, type)).map((webhook) => `${id}|${webhook.id}`)
}
