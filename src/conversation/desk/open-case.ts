import { caseNews } from '../../answers/case-news.ts'
import type { Unit } from '../../store/documents.ts'
import { type OpenedTicket, type OpenTicket, openTicket } from '../../support/open-ticket.ts'
import { problemOf } from '../../support/problem.ts'
import type { Ticket } from '../../support/ticket.ts'
import { tellOfTicket } from '../../support/ticket-event.ts'
import { type CaseScene, caseScene } from './case-scene.ts'
import { answerPost, cardPost, refreshCards, tellCustomer, tellHelpdesk, ticketCardPost, wordsPost } from './posts.ts'

/** Opens a ticket, or goes on with the one about the same, and begins its thread in the helpdesk's channel. */
export async function openCase(unit: Unit, order: Omit<OpenTicket, 'hours'>): Promise<OpenedTicket> {
  const scene = await caseScene(unit, order.customer)
  const opened = await openTicket(unit, { ...order, hours: scene.offering })
  const { ticket } = opened
  const { now, event } = order
  const what = opened.kind === 'opened' ? 'opened' : opened.reopened ? 'moved' : 'said'
  await tellOfTicket(unit, ticket, { id: event, what }, now)
  if (opened.kind === 'opened') {
    await tellHelpdesk(unit, ticket, [], now)
    if (ticket.talk) await tellCustomer(unit, ticket, [ticketCardPost(ticket, event, 'send')], now)
    await tellOfProblem(unit, scene, ticket, order)
    return opened
  }
  const news = opened.reopened
    ? [
        answerPost(
          ticket,
          event,
          'news',
          caseNews('case.reopened', ticket, scene.customer.timeZone, order),
          scene.deskLanguage,
        ),
      ]
    : [wordsPost(ticket, event, writerOf(order, scene), order.text)]
  await tellHelpdesk(unit, ticket, news, now)
  await refreshCards(unit, ticket, { now, event })
  return opened
}

/** What the policy asks for, the customer did not write. */
const writerOf = ({ by, person }: Omit<OpenTicket, 'hours'>, { customer }: CaseScene): string =>
  by === 'saldo' ? 'Saldo' : (person.name ?? customer.name)

/** The threads of all tickets with one cause learn of each other. */
async function tellOfProblem(unit: Unit, scene: CaseScene, ticket: Ticket, order: Omit<OpenTicket, 'hours'>) {
  const problem = ticket.problem && (await problemOf(unit, ticket.problem))
  if (!problem) return
  const others = problem.tickets.filter((id) => id !== ticket.id).join(', ')
  const news = caseNews('case.linked', ticket, scene.customer.timeZone, { text: `${others} (${problem.id})` })
  const post = answerPost(ticket, order.event, 'linked', news, scene.deskLanguage)
  await tellHelpdesk(unit, ticket, [post, cardPost(ticket, `${order.event}|linked`, 'update')], order.now)
}
