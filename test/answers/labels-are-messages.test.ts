import { describe, expect, test } from 'vitest'
import {
  addToTicket,
  isNotSolved,
  isSolved,
  myTickets,
  reopenTicket,
  showTicket,
  ticketAbout,
  withdrawTicket,
} from '../../src/answers/act-offers.ts'
import type { Asked } from '../../src/answers/asked.ts'
import { answerTerms } from '../../src/answers/kinds.ts'
import * as offers from '../../src/answers/offers.ts'
import { thanksForRating } from '../../src/answers/ticket-news.ts'
import { readBillFilter } from '../../src/language/bill-filter.ts'
import { say } from '../../src/language/say.ts'
import { intents, socialActs } from '../../src/language/vocabulary.ts'
import type { Ticket } from '../../src/support/ticket.ts'
import { day } from '../../src/values/day.ts'
import { languages } from '../../src/values/language.ts'
import { deskForTests, now } from '../conversation/support/open-desk.ts'
import { bills, everybody } from '../conversation/support/small-desk.ts'

const desk = deskForTests()
const bill = bills[2]!

const all = Object.values(offers)
  .filter((offer) => typeof offer === 'object' && 'step' in offer)
  .concat([offers.showInvoice(bill), offers.whenDue(bill), offers.isPaid(bill)])
  .filter(({ asked }) => asked.intent !== 'deny')

const ticket: Ticket = {
  id: 'T-1042',
  customer: bill.customer,
  person: everybody.clara,
  language: 'en',
  kind: 'technical',
  topic: 'technical.issue',
  about: {},
  cause: 'technical.issue',
  state: 'open',
  priority: 'normal',
  queue: 'technical',
  openedAt: now,
  since: now,
  clock: { missed: [] },
  intake: [],
  tried: [],
  trail: [],
  reopened: 0,
}
/** Those that stand alone, or name the ticket. The others are understood while they are shown. */
const ofTickets = [
  myTickets,
  ticketAbout('balance'),
  ...[showTicket, addToTicket, withdrawTicket, reopenTicket, isSolved, isNotSolved].map((offer) => offer(ticket)),
]

const understood = (label: string, language: (typeof languages)[number]) =>
  desk.understander.understand(label, { today: day('2026-11-22'), language })

/** What stays of a question once the label is all there is of it. */
const essence = ({ intent, slots, filter }: Asked) => ({ intent, invoice: slots.invoice, filter })

describe.each(languages)('a button’s label, said as a message in %s', (language) => {
  test('asks what the button asks, also where nobody remembers that it was shown', () => {
    const heard = all.map(({ step, asked }) => {
      const label = say({ kind: 'help', facts: {}, next: [step] }, language).next[0]!.label
      const { intent, slots, zone } = understood(label, language)
      const filter = intent === 'invoice.list' ? readBillFilter(label) : undefined
      return { label, wanted: essence(asked), got: { intent, invoice: slots.invoice, filter }, zone }
    })
    expect(heard.filter(({ wanted, got }) => JSON.stringify(wanted) !== JSON.stringify(got))).toEqual([])
  })

  test('of a ticket asks what the button asks, of that ticket and surely', () => {
    const heard = ofTickets.map(({ step, asked }) => {
      const label = say({ kind: 'help', facts: {}, next: [step] }, language).next[0]!.label
      const { intent, slots, zone } = understood(label, language)
      const wanted = { intent: asked.intent, ticket: asked.slots.ticket, zone: 'answer' }
      return { label, wanted, got: { intent, ticket: slots.ticket, zone } }
    })
    expect(heard.filter(({ wanted, got }) => JSON.stringify(wanted) !== JSON.stringify(got))).toEqual([])
  })

  test('what a text says to write is understood as it says', () => {
    const { lead } = say(thanksForRating({ ticket, timeZone: 'Europe/Lisbon' }).answer, language)
    const [, suggested] = /[“«](.+)[”»]/.exec(lead)!
    const { intent, slots, zone } = understood(suggested!, language)
    expect({ intent, ticket: slots.ticket, zone }).toEqual({
      intent: 'ticket.update',
      ticket: ticket.id,
      zone: 'answer',
    })
  })

  test('a name in "did you mean" is understood as what it names, nearly always', () => {
    const named = intents.filter((intent) => intent !== 'out_of_scope' && !socialActs.some((act) => act === intent))
    const right = named.filter((intent) => {
      const step = offers.topic({ intent, slots: {} }).step
      const label = say({ kind: 'help', facts: {}, next: [step] }, language).next[0]!.label
      const { intent: best, alternatives } = understood(label, language)
      return [best, ...alternatives.map((other) => other.intent)].includes(intent)
    })
    expect(answerTerms).toContain('intent.balance')
    expect(right.length / named.length, named.filter((intent) => !right.includes(intent)).join(' ')).toBeGreaterThan(
      0.85,
    )
  })
})
