import { isSame } from '../../access/actor.ts'
import type { Asked } from '../../answers/asked.ts'
import {
  confirmPerson,
  nobodyHere,
  queued,
  stillWaiting,
  stopped,
  talkEnded,
  ticketLeft,
} from '../../answers/person.ts'
import { notOpened } from '../../answers/ticket-intake.ts'
import type { Unit } from '../../store/documents.ts'
import { askForPerson } from '../../support/change-handoff.ts'
import { chargeFor } from '../../support/charge-for.ts'
import { type Handoff, handoffs, handoffsOf, liveHandoff } from '../../support/handoff.ts'
import { helpdeskChannel } from '../../support/helpdesk-channel.ts'
import { causeOf, topicOf } from '../../support/intake.ts'
import type { Offering } from '../../support/offering.ts'
import { beyond, isOpen, type Ticket, ticketOf } from '../../support/ticket.ts'
import { openingAt } from '../../values/opening.ts'
import { changeCase } from '../desk/change-case.ts'
import { changeTalk } from '../desk/change-talk.ts'
import { openCase } from '../desk/open-case.ts'
import { refreshCards } from '../desk/posts.ts'
import { aboutBill } from './contested.ts'
import type { Errand } from './errand.ts'
import { actorOf, begun, type ErrandScene, type ErrandStep, eventOf, placeOf, talkOf, textOf } from './errand-scene.ts'
import { saidBefore } from './said-before.ts'

/** Asks before somebody is called, or says why nobody can be. */
export async function beginPerson(unit: Unit, scene: ErrandScene, asked: Asked): Promise<ErrandStep> {
  const { offering, incoming, principal } = scene
  const waiting = await liveHandoff(unit, placeOf(scene))
  const ticket = waiting && (await ticketOf(unit, waiting.ticket))
  if (waiting && ticket) return { answered: stillWaiting({ ticket, timeZone: principal.customer.timeZone }, waiting) }
  if (!offering || !talkOf(incoming) || !(await helpdeskChannel(unit)))
    return { answered: nobodyHere(reachable(scene)) }
  const errand = begun('person', asked, 'confirm', { text: textOf(incoming), topic: topicBefore(scene) })
  const messages = (await saidBefore(unit, scene)).length
  const charge = chargeFor(offering, topicOf(errand.topic).kind)
  return { answered: confirmPerson(reachable(scene), offering, messages, charge), errand }
}

const reachable = ({ offering, now, language }: ErrandScene) => ({ offering, now, language })

/** What was talked about is what the person is wanted for. */
const topicBefore = ({ state }: ErrandScene): Errand['topic'] => state.last?.asked.intent ?? 'human'

export async function continuePerson(
  unit: Unit,
  scene: ErrandScene,
  errand: Errand,
  act: Asked['act'],
): Promise<ErrandStep> {
  const { offering } = scene
  if (act === 'cancel' || !offering) return { answered: notOpened() }
  if (act !== 'confirm' && act !== 'with-words' && act !== 'without-words' && act !== 'leave-ticket')
    return beginPerson(unit, scene, errand.asked)
  // A bare yes agrees to a person and to nothing else.
  return call(unit, scene, errand, offering, act === 'with-words')
}

async function call(
  unit: Unit,
  scene: ErrandScene,
  errand: Errand,
  offering: Offering,
  consent: boolean,
): Promise<ErrandStep> {
  const { principal, incoming, now } = scene
  const ticket = await caseOf(unit, scene, errand)
  const about = { ticket, timeZone: principal.customer.timeZone }
  const said = consent ? await saidBefore(unit, scene) : undefined
  const opening = openingAt(offering, now)
  const talk = talkOf(incoming)
  const transcript = said?.length ? said : undefined
  if (opening.kind === 'closed' || !talk) {
    if (transcript) await keepTranscript(unit, scene, ticket, transcript)
    return { answered: ticketLeft(about, opening.kind === 'closed' ? opening.opens : undefined, offering.timeZone) }
  }
  const ahead = await waitingBefore(unit, ticket)
  const before = (await handoffsOf(unit, ticket.id)).length > 0 ? ticket.owner : undefined
  await askForPerson(unit, {
    ticket,
    person: { ...principal.key, name: actorOf(scene).name },
    language: scene.language,
    place: placeOf(scene),
    talk,
    transcript,
    offerTo: before,
    now,
  })
  await refreshCards(unit, ticket, { now, event: `${eventOf(incoming)}|waits` })
  return { answered: queued(about, ahead) }
}

/** The ticket that the talk belongs to: the one that was just talked about, while it is open. */
async function caseOf(unit: Unit, scene: ErrandScene, errand: Errand): Promise<Ticket> {
  const { principal, incoming, now, language, state } = scene
  const running = state.ticket === undefined ? undefined : await ticketOf(unit, state.ticket)
  if (running && isOpen(running) && isSame(running.person, principal.key)) {
    const change = { kind: 'say', text: errand.text || '…' } as const
    const order = { ticket: running.id, change, by: actorOf(scene), now, event: eventOf(incoming) }
    const done = await changeCase(unit, order)
    return 'ticket' in done ? done.ticket : running
  }
  const asked = state.last?.asked ?? errand.asked
  const bill = await aboutBill(unit, scene, { asked, topic: errand.topic })
  const { kind, queue } = topicOf(errand.topic)
  const { ticket } = await openCase(unit, {
    customer: principal.customer.id,
    person: { ...principal.key, name: actorOf(scene).name },
    language,
    talk: talkOf(incoming),
    kind,
    topic: errand.topic,
    about: {
      invoice: bill?.invoice?.id,
      number: bill?.invoice?.number,
      product: asked.slots.product,
      period: asked.slots.period,
    },
    cause: causeOf({ topic: 'human', person: principal.key.objectId, text: now.slice(0, 10) }),
    priority: 'normal',
    queue,
    intake: [],
    tried: state.last ? [{ what: 'answered', text: state.last.asked.intent }] : [],
    text: errand.text || '…',
    by: actorOf(scene),
    now,
    event: eventOf(incoming),
  })
  return ticket
}

/** Out of hours what was said goes into the ticket, so that whoever reads it has it. */
async function keepTranscript(
  unit: Unit,
  scene: ErrandScene,
  ticket: Ticket,
  said: NonNullable<Handoff['transcript']>,
) {
  const text = said
    .map(({ by, text }) => `${by === 'saldo' ? 'Saldo' : (actorOf(scene).name ?? '')}: ${text}`)
    .join('\n')
  const { incoming, now } = scene
  const change = { kind: 'say', text: text.slice(0, 8000) } as const
  await changeCase(unit, { ticket: ticket.id, change, by: actorOf(scene), now, event: `${eventOf(incoming)}|words` })
}

/** How many others wait. */
async function waitingBefore(unit: Unit, { id }: Ticket): Promise<number> {
  const counts = await Promise.all(
    ['queued', 'offered'].map(async (state) => {
      const { items } = await unit.find(handoffs, { index: 'state', from: `${state}|`, to: `${state}|${beyond}` })
      return items.filter(({ data }) => data.ticket !== id).length
    }),
  )
  return counts.reduce((sum, count) => sum + count, 0)
}

/** The person stops waiting, or ends the talk. */
export async function stopPerson(unit: Unit, scene: ErrandScene, handoff: Handoff): Promise<ErrandStep> {
  const { incoming, now, principal } = scene
  const change = { kind: 'cancel' } as const
  const done = await changeTalk(unit, {
    handoff: handoff.id,
    change,
    by: actorOf(scene),
    now,
    event: eventOf(incoming),
  })
  const ticket = await ticketOf(unit, handoff.ticket)
  if (!ticket || done.kind !== 'changed') return { answered: notOpened() }
  const about = { ticket, timeZone: principal.customer.timeZone }
  return { answered: done.before.state === 'active' ? talkEnded(about) : stopped(about) }
}
