import type { CardElementArray, IAdaptiveCard, IExecuteAction } from '@microsoft/teams.cards'
import {
  addToTicket,
  isNotSolved,
  isSolved,
  reopenTicket,
  showTicket,
  wasBad,
  wasGood,
  withdrawTicket,
} from '../../answers/act-offers.ts'
import type { Offer } from '../../answers/asking.ts'
import { ticketFacts, visibleEvents } from '../../answers/ticket-facts.ts'
import { say } from '../../language/say.ts'
import type { Words } from '../../language/words.ts'
import type { Ticket } from '../../support/ticket.ts'
import type { Language } from '../../values/language.ts'
import { type CardWords, cardWords } from './card-words.ts'
import { below, fact, factSet, small } from './case-section.ts'
import { clipped } from './clipped.ts'
import { alone, askAction, heading, text } from './elements.ts'

const longestEntry = 1500

/** The customer's card of a ticket: how it stands and what they can do. What is internal, and who of the partner has it, is not in it. */
export function ticketCard(ticket: Ticket, language: Language, timeZone: string): IAdaptiveCard {
  const offers = offersFor(ticket)
  const said = saidOf(ticket, language, timeZone, offers)
  const words = cardWords(language, timeZone)
  return {
    type: 'AdaptiveCard',
    $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
    version: '1.5',
    lang: language,
    fallbackText: said.text,
    body: [heading(said.title), factsOf(ticket, said, words), ...lastEntry(ticket, words)].flat(),
    actions: offers.map((offer, at) => buttonOf(offer, said.next[at]?.label ?? '')),
  }
}

/** One line for the notification. */
export const ticketSummary = (ticket: Ticket, language: Language, timeZone: string): string =>
  saidOf(ticket, language, timeZone, []).lead

const saidOf = (ticket: Ticket, language: Language, timeZone: string, offers: readonly Offer[]): Words =>
  say({ kind: 'ticket.show', facts: ticketFacts(ticket, timeZone), next: offers.map(({ step }) => step) }, language)

function offersFor(ticket: Ticket): readonly Offer[] {
  switch (ticket.state) {
    case 'resolved':
      return [isSolved(ticket), isNotSolved(ticket), showTicket(ticket)]
    case 'closed':
      return [...(ticket.rating ? [] : [wasGood(ticket), wasBad(ticket)]), reopenTicket(ticket), showTicket(ticket)]
    case 'withdrawn':
      return [reopenTicket(ticket), showTicket(ticket)]
    default:
      return [showTicket(ticket), addToTicket(ticket), withdrawTicket(ticket)]
  }
}

function buttonOf({ asked: { intent, slots, act } }: Offer, label: string): IExecuteAction {
  const question = { intent, slots: { ticket: slots.ticket ?? '' }, ...(act && { act }) }
  return askAction(label, question)
}

function factsOf(ticket: Ticket, { facts, labels }: Words, words: CardWords): CardElementArray {
  const named = ['topic', 'state', 'opened', 'by'] as const
  return factSet([
    ...named.flatMap((name) => fact(labels[name] ?? '', name === 'topic' ? alone(facts[name]) : facts[name])),
    ...fact(words.title('label.invoice'), ticket.about.number),
  ])
}

/** The last that was said, by either side: what a change says is in the state. */
function lastEntry(ticket: Ticket, words: CardWords): CardElementArray {
  const event = visibleEvents(ticket).at(-1)
  if (!event?.text) return []
  const who = event.by === 'saldo' ? 'who.saldo' : event.by.side === 'staff' ? 'who.us' : 'who.you'
  return [
    text(`${words.at(event.at)}, ${words.word(who)}:`, { ...small, spacing: 'Medium' }),
    text(clipped(event.text, longestEntry), below),
  ]
}
