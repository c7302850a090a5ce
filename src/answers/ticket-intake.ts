import type { Intent } from '../language/vocabulary.ts'
import type { Invoice } from '../ledger/invoice.ts'
import type { Subscription } from '../ledger/subscription.ts'
import type { Question } from '../support/intake.ts'
import type { Offering } from '../support/offering.ts'
import { noticeText, type ServiceNotice } from '../support/service-notice.ts'
import type { Priority } from '../support/ticket.ts'
import type { Answer } from '../values/answer.ts'
import type { Instant } from '../values/day.ts'
import type { Language } from '../values/language.ts'
import type { Money } from '../values/money.ts'
import { confirmTicket, everybody, goOn, justOne, notNow, settled, several, skip } from './act-offers.ts'
import type { Answered, Offer } from './asking.ts'
import { askedText, dayFact, instantFact, moneyFact, termFact, textFact } from './facts.ts'
import { aPerson, whatCanYouDo } from './offers.ts'
import { reply } from './reply.ts'
import { computed, configured, ofInvoice, ofSubscription } from './sources.ts'
import { topicTerm } from './ticket-facts.ts'

export const kinds = [
  'intake.what',
  'intake.since',
  'intake.impact',
  'intake.reason',
  'intake.details',
  'ticket.confirm',
  'ticket.not-opened',
  'ticket.staff',
  'note.settles-it',
  'dispute.settled',
  'technical.known',
  'technical.no-subscription',
  'note.charged-request',
  'note.about-bill',
  'note.disputed-amount',
  'note.still-asking',
  'note.still-promising',
  'note.still-changing',
  'note.incident',
  'note.known-until',
] as const

const offersFor: Readonly<Record<Question, readonly Offer[]>> = {
  what: [skip, notNow],
  since: [skip, notNow],
  impact: [everybody, several, justOne, skip],
  reason: [skip, notNow],
  details: [skip, notNow],
}

/** One question of the intake; it can be passed over. */
export const intakeQuestion = (question: Question, notes?: Answer['notes']): Answered =>
  reply(`intake.${question}`, {}, { notes, offers: offersFor[question], choosing: true })

export type Draft = {
  readonly topic: Intent
  readonly priority: Priority
  readonly text: string
  readonly invoice?: Invoice
  readonly lines?: readonly number[]
  readonly amount?: Money
  /** What a request costs, where it does. */
  readonly charge?: NonNullable<Offering['price']>
}

/** What is about to be opened, to be confirmed. */
export function confirmDraft(draft: Draft): Answered {
  const { topic, priority, text, invoice, amount, charge } = draft
  const source = computed('what the message means', [])
  return reply(
    'ticket.confirm',
    {
      topic: termFact(topicTerm(topic), source),
      priority: termFact(`priority.${priority}`, computed('how many are affected', [])),
      text: askedText(text),
    },
    {
      notes: [
        ...(invoice
          ? [{ kind: 'note.about-bill', facts: { invoice: textFact(invoice.number, ofInvoice(invoice, 'number')) } }]
          : []),
        ...(invoice && amount
          ? [{ kind: 'note.disputed-amount', facts: { amount: moneyFact(amount, ofInvoice(invoice, 'lines')) } }]
          : []),
        ...(charge ? [chargeNote(charge)] : []),
      ],
      offers: [confirmTicket, notNow],
      choosing: true,
    },
  )
}

/** What it costs is said before it starts. */
export const chargeNote = (charge: NonNullable<Offering['price']>): NonNullable<Answer['notes']>[number] => ({
  kind: 'note.charged-request',
  facts: {
    price: moneyFact(charge.amount, configured('price.amount')),
    per: termFact(`per.${charge.per}`, configured('price.per')),
  },
})

export const notOpened = (): Answered => reply('ticket.not-opened', {}, { offers: [aPerson, whatCanYouDo] })
/** Staff have the helpdesk's channel and the commands for it. */
export const staffOpenNone = (): Answered => reply('ticket.staff', {}, { offers: [whatCanYouDo] })

/** What stands on record about what is contested, and whether that settles it. */
export function doesItSettle({ answer }: Answered): Answered {
  const offers = [settled, goOn, notNow]
  const notes = [...(answer.notes ?? []), { kind: 'note.settles-it', facts: {} }]
  return { answer: { ...answer, notes, next: offers.map(({ step }) => step) }, offers, choosing: true }
}
export const disputeSettled = (): Answered => reply('dispute.settled', {}, { offers: [whatCanYouDo, aPerson] })

/** The partner has posted that the service has a problem. */
export function knownProblem(notice: ServiceNotice, language: Language, timeZone: string): Answered {
  const source = configured(`service notice ${notice.id}`)
  const { text } = noticeText(notice, language)
  return reply(
    'technical.known',
    { from: instantFact(notice.from as Instant, timeZone, source), text: textFact(text, source) },
    {
      notes: [
        ...(notice.until
          ? [{ kind: 'note.known-until', facts: { until: instantFact(notice.until as Instant, timeZone, source) } }]
          : []),
        ...(notice.incident ? [{ kind: 'note.incident', facts: { incident: textFact(notice.incident, source) } }] : []),
      ],
      offers: [goOn, settled, aPerson],
      choosing: true,
    },
  )
}

/** The product that does not work is not running any more. */
export const noSubscription = (subscription: Subscription): Answered =>
  reply(
    'technical.no-subscription',
    {
      product: textFact(subscription.product, ofSubscription(subscription, 'product')),
      status: termFact(`subscription.${subscription.status}`, ofSubscription(subscription, 'status')),
      ...(subscription.end && { end: dayFact(subscription.end, ofSubscription(subscription, 'end')) }),
      until: termFact(subscription.end ? 'until.day' : 'until.open', ofSubscription(subscription, 'end')),
    },
    { offers: [goOn, settled, aPerson], choosing: true },
  )

const stillNotes: Readonly<Record<string, string>> = {
  promise: 'note.still-promising',
  preference: 'note.still-changing',
}

/** An answer in between; what is in the making waits. */
export const stillAsking = (answered: Answered, about?: string): Answered => ({
  ...answered,
  answer: {
    ...answered.answer,
    notes: [...(answered.answer.notes ?? []), { kind: stillNotes[about ?? ''] ?? 'note.still-asking', facts: {} }],
  },
})
