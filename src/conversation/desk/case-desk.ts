import { may } from '../../access/may.ts'
import type { PersonKey } from '../../access/principal.ts'
import { principalOf } from '../../access/principal-of.ts'
import { type CaseKind, caseNews, deskNews } from '../../answers/case-news.ts'
import { type Line, lineSchema, lines, queuePosts } from '../../delivery/line.ts'
import { say } from '../../language/say.ts'
import type { Words } from '../../language/words.ts'
import { recordOf } from '../../ledger/record.ts'
import type { Documents, Unit } from '../../store/documents.ts'
import { helpdeskChannel, setHelpdeskChannel } from '../../support/helpdesk-channel.ts'
import { type Ticket, ticketOf } from '../../support/ticket.ts'
import type { Clock } from '../../values/clock.ts'
import type { Instant } from '../../values/day.ts'
import { type Language, languageOfLocale } from '../../values/language.ts'
import { answerJson } from '../answer-json.ts'
import { suspensionDesk } from '../collections/suspension-desk.ts'
import { adoptThread } from './adopt-thread.ts'
import { type AskTools, askInCase } from './ask-in-case.ts'
import { caseAction, note, reply } from './case-actions.ts'
import { caseScene } from './case-scene.ts'
import { changeCase } from './change-case.ts'
import { hears, isNote, withoutNoteMark } from './desk-words.ts'
import { openTickets } from './open-tickets.ts'
import { answerPost, tellHelpdesk, ticketOfLine } from './posts.ts'
import type { AtCase, DeskIncoming, SeatSays, Staff } from './seat.ts'
import { textMark } from './text-mark.ts'

export type CaseDeskDeps = AskTools & { readonly documents: Documents; readonly clock: Clock }

/** The helpdesk's entrance: what staff do in a channel of the partner's team. What is to be read in the thread goes there by itself. */
export type CaseDesk = {
  /** What to tell only who did it, such as who clicked; nothing when the thread says it. */
  take(incoming: DeskIncoming): Promise<Words | undefined>
  /** Whether somebody belongs to the partner, whatever they may do. */
  isStaff(person: PersonKey): Promise<boolean>
}

export function caseDeskOf(deps: CaseDeskDeps): CaseDesk {
  return {
    async take(incoming) {
      const said = await deps.documents.change((unit) => takeIn(unit, incoming, deps))
      return said && say(said.answered.answer, said.language)
    },
    isStaff: async (person) => (await principalOf(deps.documents, person)).kind === 'partner',
  }
}

async function takeIn(unit: Unit, incoming: DeskIncoming, deps: CaseDeskDeps): Promise<SeatSays> {
  const principal = await principalOf(unit, incoming.person)
  const now = deps.clock.now()
  if (principal.kind !== 'partner') return undefined
  if (incoming.what.kind === 'added') return added(unit, incoming, principal, now)
  const ofSuspension = await suspensionDesk(unit, incoming, principal, now)
  if (ofSuspension !== 'elsewhere') return ofSuspension
  const ticket = await caseIn(unit, incoming, now)
  if (!ticket) return besideCases(unit, incoming, principal, now)
  const scene = await caseScene(unit, ticket.customer)
  const by = { principal, name: principal.name ?? incoming.person.name }
  const at: AtCase = { unit, incoming, staff: principal, by, ticket, scene, now, event: eventOf(incoming) }
  return incoming.what.kind === 'message' ? message(at, deps) : action(at)
}

/** The same delivery is the same cause; so is the same click on one state of a card, however often it is sent. */
function eventOf({ delivery, person, what }: DeskIncoming): string {
  if (what.kind !== 'action') return `${delivery.conversation}|${delivery.activity}`
  const data = what.data as { once?: unknown; text?: unknown } | null
  const once = typeof data?.once === 'string' ? data.once.slice(0, 60) : delivery.activity
  const text = typeof data?.text === 'string' ? textMark(data.text) : ''
  return `${what.verb}|${once}|${person.objectId}|${text}`
}

/** The case that a thread belongs to. A card whose arrival was never confirmed says itself which case it is for. */
async function caseIn(unit: Unit, { delivery, what }: DeskIncoming, now: Instant): Promise<Ticket | undefined> {
  const { items } = await unit.find(lines, { index: 'conversation', equals: delivery.conversation, limit: 1 })
  const line: Line | undefined = items[0] && recordOf(lineSchema, items[0].data)
  const id = line && ticketOfLine(line.id)
  if (id) return ticketOf(unit, id)
  return what.kind === 'action' ? adoptThread(unit, delivery.conversation, what.data, now) : undefined
}

async function action(at: AtCase): Promise<SeatSays> {
  const { what, delivery } = at.incoming
  switch (what.kind) {
    case 'action':
      return caseAction(at, what.verb, what.data)
    case 'edited':
    case 'removed': {
      const of = `${delivery.conversation}|${what.activity}`
      const text = what.kind === 'edited' ? withoutNoteMark(what.text) : ''
      const change =
        what.kind === 'edited' ? ({ kind: 'edit', event: of, text } as const) : ({ kind: 'remove', event: of } as const)
      await changeCase(at.unit, { ticket: at.ticket.id, change, by: at.by, now: at.now, event: at.event })
      return undefined
    }
    default:
      return undefined
  }
}

/** A message in a case's thread: said to the bot, a note, or words for the customer. What did not go to the customer is said so there. */
async function message(at: AtCase, deps: CaseDeskDeps): Promise<SeatSays> {
  const { what } = at.incoming
  if (what.kind !== 'message') return undefined
  const told = (kind: CaseKind, name?: string) => tell(at, kind, name)
  if (!may(at.staff, 'cases')) return what.mentioned ? told('case.no-role') : undefined
  if (isNote(what.text)) {
    await note(at, withoutNoteMark(what.text))
    return what.mentioned ? told('case.noted') : undefined
  }
  if (what.mentioned) return askInCase(at, what.text, deps)
  if (what.attachments > 0) await told('case.attachment')
  if (!what.text.trim()) return undefined
  const said = await reply(at, what.text)
  const kind = said?.answered.answer.kind
  // A colleague's word in the thread is a note and nothing to remark on; where nobody has the case somebody has to know.
  if (kind === 'case.not-taken' || kind === 'case.no-role') return told(kind)
  return undefined
}

async function tell({ unit, ticket, scene, event, now }: AtCase, kind: CaseKind, name?: string): Promise<undefined> {
  const news = caseNews(kind, ticket, scene.customer.timeZone, { name: name ?? '…' })
  await tellHelpdesk(unit, ticket, [answerPost(ticket, event, kind, news, scene.deskLanguage)], now)
  return undefined
}

/** The bot was added to a team: cases come to its channel, where none was set before. */
async function added(unit: Unit, incoming: DeskIncoming, staff: Staff, now: Instant): Promise<SeatSays> {
  if (await helpdeskChannel(unit)) return undefined
  return may(staff, 'cases') ? setHere(unit, incoming, staff, now) : undefined
}

async function besideCases(unit: Unit, incoming: DeskIncoming, staff: Staff, now: Instant): Promise<SeatSays> {
  const { what } = incoming
  if (what.kind === 'action') return only('case.no-case', incoming, staff)
  if (what.kind !== 'message' || !what.mentioned) return undefined
  if (hears(what.text, 'cases-here'))
    return may(staff, 'cases') ? setHere(unit, incoming, staff, now) : post(unit, incoming, staff, 'case.no-role', now)
  return post(unit, incoming, staff, 'case.no-case', now)
}

/** Cases go here from now on; those that have no thread yet get one. */
async function setHere(unit: Unit, incoming: DeskIncoming, staff: Staff, now: Instant): Promise<SeatSays> {
  const { delivery, teamsChannel, person } = incoming
  if (!teamsChannel) return post(unit, incoming, staff, 'case.no-case', now)
  const { channel, serviceUrl } = delivery
  const where = { channel, serviceUrl, teamsChannel, tenant: person.tenant }
  const changed = await setHelpdeskChannel(unit, where, { ...staff.key, name: staff.name ?? person.name }, now)
  if (changed) for (const ticket of await openTickets(unit)) await tellHelpdesk(unit, ticket, [], now)
  return post(unit, incoming, staff, changed ? 'case.channel-set' : 'case.channel-known', now)
}

const languageFor = (incoming: DeskIncoming, staff: Staff): Language =>
  staff.language ?? languageOfLocale(incoming.locale) ?? 'en'

const only = (kind: CaseKind, incoming: DeskIncoming, staff: Staff): SeatSays => ({
  answered: deskNews(kind),
  language: languageFor(incoming, staff),
})

/** A remark in a thread that is for no case. */
async function post(
  unit: Unit,
  incoming: DeskIncoming,
  staff: Staff,
  kind: CaseKind,
  now: Instant,
): Promise<undefined> {
  const { delivery, person } = incoming
  const { channel, serviceUrl, conversation } = delivery
  const to = { kind: 'talk' as const, channel, serviceUrl, conversation, tenant: person.tenant }
  const content = {
    kind: 'answer' as const,
    language: languageFor(incoming, staff),
    answer: answerJson(deskNews(kind).answer),
  }
  const id = `${eventOf(incoming)}|${kind}`
  await queuePosts(unit, { id: `room|${conversation}`, to, now }, [{ id, how: 'send', content }])
  return undefined
}
