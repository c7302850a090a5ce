import type { Asked } from '../../answers/asked.ts'
import { notOpened } from '../../answers/ticket-intake.ts'
import { ratingNoted, thanksForRating } from '../../answers/ticket-news.ts'
import {
  askWithdraw,
  ticketAdded,
  ticketConfirmed,
  ticketList,
  ticketOver,
  ticketReopened,
  ticketShow,
  ticketWithdrawn,
  unknownTicket,
  whatToAdd,
  whichTicket,
} from '../../answers/tickets.ts'
import type { Reading, Unit } from '../../store/documents.ts'
import { maySeeTicket } from '../../support/may-change.ts'
import { isOver, type Ticket, ticketOf, ticketsOfCustomer } from '../../support/ticket.ts'
import type { TicketChange } from '../../support/ticket-change.ts'
import { changeCase } from '../desk/change-case.ts'
import { addition } from './addition.ts'
import type { Errand } from './errand.ts'
import { actorOf, begun, type ErrandScene, type ErrandStep, eventOf, textOf } from './errand-scene.ts'

type Meant =
  | { readonly kind: 'one'; readonly ticket: Ticket }
  | { readonly kind: 'answered'; readonly step: ErrandStep }

/** The ticket that is named, else the only one it can be; of several one is asked for. */
async function meant(
  reading: Reading,
  scene: ErrandScene,
  asked: Asked,
  fits: (ticket: Ticket) => boolean,
): Promise<Meant> {
  const { principal, state } = scene
  const { timeZone } = principal.customer
  const answered = (step: ErrandStep): Meant => ({ kind: 'answered', step })
  const id = asked.slots.ticket
  if (id) {
    const ticket = await ticketOf(reading, id)
    if (!ticket || !maySeeTicket(principal, ticket)) return answered({ answered: unknownTicket(id) })
    return { kind: 'one', ticket }
  }
  const all = (await ticketsOfCustomer(reading, principal.customer.id)).filter((one) => maySeeTicket(principal, one))
  const last = all.find((one) => one.id === state.ticket && fits(one))
  const fitting = all.filter(fits)
  const [only] = fitting
  if (last) return { kind: 'one', ticket: last }
  if (only && fitting.length === 1) return { kind: 'one', ticket: only }
  if (fitting.length === 0) return answered({ answered: ticketList(all, timeZone) })
  return answered({ answered: whichTicket(asked, fitting, timeZone) })
}

/** How a ticket stands, or which there are. */
export async function ticketStatus(reading: Reading, scene: ErrandScene, asked: Asked): Promise<ErrandStep> {
  const { principal } = scene
  const { timeZone } = principal.customer
  if (asked.slots.ticket) {
    const found = await meant(reading, scene, asked, () => true)
    return found.kind === 'one' ? { answered: ticketShow({ ticket: found.ticket, timeZone }) } : found.step
  }
  const all = (await ticketsOfCustomer(reading, principal.customer.id)).filter((one) => maySeeTicket(principal, one))
  const running = all.filter((one) => !isOver(one))
  if (running.length === 1 && running[0]) return { answered: ticketShow({ ticket: running[0], timeZone }) }
  return { answered: ticketList(running.length > 0 ? running : all, timeZone) }
}

/** Adds to a ticket: what the message says beside the ticket's number, else what the next one says. */
export async function updateTicket(unit: Unit, scene: ErrandScene, asked: Asked): Promise<ErrandStep> {
  const found = await meant(unit, scene, asked, (ticket) => !isOver(ticket))
  if (found.kind === 'answered') return found.step
  const { ticket } = found
  if (asked.act === 'good' || asked.act === 'bad') return rate(unit, scene, ticket, asked.act === 'good')
  if (asked.act === 'not-solved') return notSolved(unit, scene, ticket)
  const text = asked.act ? '' : addition(textOf(scene.incoming), ticket.id)
  if (text) return add(unit, scene, ticket, text)
  const errand = begun('add', asked, 'text', { ticket: ticket.id })
  return { answered: whatToAdd({ ticket, timeZone: scene.principal.customer.timeZone }), errand }
}

export async function continueAdding(
  unit: Unit,
  scene: ErrandScene,
  errand: Errand,
  act: Asked['act'],
): Promise<ErrandStep> {
  const ticket = errand.ticket && (await ticketOf(unit, errand.ticket))
  if (!ticket || act === 'cancel' || !maySeeTicket(scene.principal, ticket)) return { answered: notOpened() }
  return add(unit, scene, ticket, textOf(scene.incoming))
}

/** Ends a ticket: confirmed as solved at once, withdrawn after a yes. */
export async function closeTicket(unit: Unit, scene: ErrandScene, asked: Asked): Promise<ErrandStep> {
  const found = await meant(unit, scene, asked, (ticket) => !isOver(ticket))
  if (found.kind === 'answered') return found.step
  const { ticket } = found
  const about = { ticket, timeZone: scene.principal.customer.timeZone }
  if (isOver(ticket)) return { answered: ticketOver(about) }
  if (asked.act === 'solved' || ticket.state === 'resolved') {
    const after = await change(unit, scene, ticket, { kind: 'close' })
    return { answered: ticketConfirmed({ ...about, ticket: after }) }
  }
  return { answered: askWithdraw(about), errand: begun('withdraw', asked, 'confirm', { ticket: ticket.id }) }
}

export async function continueClosing(
  unit: Unit,
  scene: ErrandScene,
  errand: Errand,
  act: Asked['act'],
): Promise<ErrandStep> {
  const ticket = errand.ticket && (await ticketOf(unit, errand.ticket))
  if (!ticket || act !== 'confirm' || !maySeeTicket(scene.principal, ticket)) return { answered: notOpened() }
  const after = await change(unit, scene, ticket, { kind: 'withdraw' })
  return { answered: ticketWithdrawn({ ticket: after, timeZone: scene.principal.customer.timeZone }) }
}

async function change(unit: Unit, scene: ErrandScene, ticket: Ticket, what: TicketChange): Promise<Ticket> {
  const { incoming, now } = scene
  const order = { ticket: ticket.id, change: what, by: actorOf(scene), now, event: eventOf(incoming) }
  const done = await changeCase(unit, order)
  return 'ticket' in done ? done.ticket : ticket
}

async function add(unit: Unit, scene: ErrandScene, ticket: Ticket, text: string): Promise<ErrandStep> {
  const { timeZone } = scene.principal.customer
  if (!isOver(ticket))
    return { answered: ticketAdded({ ticket: await change(unit, scene, ticket, { kind: 'say', text }), timeZone }) }
  // After its end a line says why it was rated so; else it is a reason to open it again.
  if (ticket.rating && !ticket.rating.text) {
    const after = await change(unit, scene, ticket, {
      kind: 'rate',
      good: ticket.rating.good,
      text: text.slice(0, 1000),
    })
    return { answered: ratingNoted({ ticket: after, timeZone }) }
  }
  return { answered: ticketReopened({ ticket: await change(unit, scene, ticket, { kind: 'reopen', text }), timeZone }) }
}

async function notSolved(unit: Unit, scene: ErrandScene, ticket: Ticket): Promise<ErrandStep> {
  const { timeZone } = scene.principal.customer
  const again = isOver(ticket) || ticket.state === 'resolved'
  const after = again ? await change(unit, scene, ticket, { kind: 'reopen' }) : ticket
  return { answered: ticketReopened({ ticket: after, timeZone }) }
}

async function rate(unit: Unit, scene: ErrandScene, ticket: Ticket, good: boolean): Promise<ErrandStep> {
  const after = await change(unit, scene, ticket, { kind: 'rate', good })
  return { answered: thanksForRating({ ticket: after, timeZone: scene.principal.customer.timeZone }) }
}
