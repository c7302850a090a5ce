import { endTalk } from '../answers/act-offers.ts'
import type { Answered } from '../answers/asking.ts'
import { filePassedOn, fileRefused } from '../answers/person.ts'
import { withoutCardNumbers } from '../language/card-number.ts'
import { say } from '../language/say.ts'
import type { Unit } from '../store/documents.ts'
import type { Handoff } from '../support/handoff.ts'
import { maySeeTicket } from '../support/may-change.ts'
import { isOver, type Ticket, ticketOf, ticketsOfCustomer } from '../support/ticket.ts'
import type { NewId } from '../values/clock.ts'
import { languages } from '../values/language.ts'
import { changeCase } from './desk/change-case.ts'
import { actorOf, type CustomerPrincipal, type ErrandScene, type ErrandStep, eventOf } from './errand/errand-scene.ts'
import { stopPerson } from './errand/person-errand.ts'
import { openAtOnce } from './errand/ticket-errand.ts'
import { languageNow, type Scene } from './hearing.ts'
import type { RecentWords } from './recent-words.ts'
import type { Incoming } from './turn.ts'
import type { Heard } from './wanted.ts'

type Beside = {
  readonly scene: Scene
  readonly incoming: Incoming
  readonly handoff: Handoff | undefined
  readonly newId: NewId
  readonly recent?: RecentWords
}

/** `silent`: it was passed on, or there is nothing to say. `said`: it has its answer. */
export type BesideQuestions =
  | { readonly kind: 'silent'; readonly heard: Heard; readonly ticket?: string; readonly step?: undefined }
  | { readonly kind: 'said'; readonly heard: Heard; readonly step: ErrandStep }

/**
 * What is no question to Saldo: everything while a person has the conversation (the bot is silent then, until the customer ends
 * it), a message that was changed or taken back, a file. Nothing for all else.
 */
export async function besideQuestions(unit: Unit, beside: Beside): Promise<BesideQuestions | undefined> {
  const { scene, incoming, handoff, newId, recent } = beside
  const { principal } = scene
  const heard: Heard = { wanted: { kind: 'nothing' }, language: languageNow(scene) }
  if (principal.kind !== 'customer') return undefined
  const errand: ErrandScene = { ...scene, principal, incoming, language: heard.language, newId, recent }
  switch (incoming.what.kind) {
    case 'edited':
    case 'removed':
      return { kind: 'silent', heard, ticket: await rewrite(unit, errand) }
    case 'ticket':
      return { kind: 'said', heard: answering(heard), step: await openAtOnce(unit, errand, incoming.what.text) }
    case 'file':
      return takeFile(unit, errand, handoff, heard, incoming.what)
    case 'file-refused':
      return { kind: 'said', heard: answering(heard), step: between(errand, fileRefused(reachable(errand))) }
    default:
      return handoff?.state === 'active' ? toPerson(unit, errand, handoff, heard) : undefined
  }
}

const reachable = ({ offering, now, language }: ErrandScene) => ({ offering, now, language })

/** What is in the making goes on afterwards. */
const between = ({ state }: ErrandScene, answered: Answered): ErrandStep => ({ answered, errand: state.errand })

const answering = (heard: Heard): Heard => ({
  ...heard,
  wanted: { kind: 'answer', asked: { intent: 'ticket.update', slots: {} } },
})

async function toPerson(unit: Unit, scene: ErrandScene, handoff: Handoff, heard: Heard): Promise<BesideQuestions> {
  const { incoming, now } = scene
  const { what } = incoming
  if (isEnd(what)) return { kind: 'said', heard: answering(heard), step: await stopPerson(unit, scene, handoff) }
  if (what.kind === 'message') {
    const change = { kind: 'say', text: withoutCardNumbers(what.text) } as const
    await changeCase(unit, { ticket: handoff.ticket, change, by: actorOf(scene), now, event: eventOf(incoming) })
  }
  return { kind: 'silent', heard, ticket: handoff.ticket }
}

let endLabels: readonly string[] | undefined
/** The button's label, in whichever language it was shown. */
const labels = (): readonly string[] =>
  (endLabels ??= languages.map(
    (language) => say({ kind: 'help', facts: {}, next: [endTalk.step] }, language).next[0]?.label.toLowerCase() ?? '',
  ))

function isEnd(what: Incoming['what']): boolean {
  if (what.kind === 'message') return labels().includes(what.text.trim().toLowerCase())
  if (what.kind !== 'action') return false
  const data = what.data as { act?: unknown; text?: unknown } | null
  return data?.act === 'stop' || (typeof data?.text === 'string' && labels().includes(data.text.trim().toLowerCase()))
}

/** A change to what was passed on follows it to the ticket that it is in, whatever is talked about by now. */
async function rewrite(unit: Unit, scene: ErrandScene): Promise<string | undefined> {
  const { incoming, now, principal } = scene
  const { what, delivery } = incoming
  const written = `${scene.state.id}|${what.kind === 'edited' || what.kind === 'removed' ? what.activity : ''}`
  scene.recent?.change(written, what.kind === 'edited' ? withoutCardNumbers(what.text) : undefined)
  if (what.kind !== 'edited' && what.kind !== 'removed') return undefined
  const of = `${delivery.conversation}|${what.activity}`
  const all = await ticketsOfCustomer(unit, principal.customer.id)
  const ticket = all.find(({ trail }) => trail.some(({ id }) => id === of))?.id
  if (!ticket) return undefined
  const text = what.kind === 'edited' ? withoutCardNumbers(what.text) : ''
  const change =
    what.kind === 'edited' ? ({ kind: 'edit', event: of, text } as const) : ({ kind: 'remove', event: of } as const)
  await changeCase(unit, { ticket, change, by: actorOf(scene), now, event: eventOf(incoming) })
  return ticket
}

async function takeFile(
  unit: Unit,
  scene: ErrandScene,
  handoff: Handoff | undefined,
  heard: Heard,
  { file, name }: { readonly file: string; readonly name: string },
): Promise<BesideQuestions> {
  const { incoming, now, principal } = scene
  const ticket = handoff ? await ticketOf(unit, handoff.ticket) : await ticketFor(unit, principal, scene.state.ticket)
  if (!ticket) return { kind: 'said', heard: answering(heard), step: between(scene, fileRefused(reachable(scene))) }
  const by = actorOf(scene)
  const event = eventOf(incoming)
  const change = { kind: 'file', file, name } as const
  await changeCase(unit, { ticket: ticket.id, change, by, now, event })
  if (handoff?.state === 'active') return { kind: 'silent', heard, ticket: ticket.id }
  const about = { ticket, timeZone: principal.customer.timeZone }
  return { kind: 'said', heard: answering(heard), step: between(scene, filePassedOn(about)) }
}

async function ticketFor(
  unit: Unit,
  principal: CustomerPrincipal,
  id: string | undefined,
): Promise<Ticket | undefined> {
  const ticket = id === undefined ? undefined : await ticketOf(unit, id)
  return ticket && !isOver(ticket) && maySeeTicket(principal, ticket) ? ticket : undefined
}
