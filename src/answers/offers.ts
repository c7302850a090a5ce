import type { BillFilter } from '../language/bill-filter.ts'
import type { Intent } from '../language/vocabulary.ts'
import type { Invoice } from '../ledger/invoice.ts'
import type { Asked } from './asked.ts'
import type { Offer } from './asking.ts'
import { termFact, textFact } from './facts.ts'
import { computed, ofInvoice } from './sources.ts'

/** The labels of next steps. Each, said back as a message, asks what the button asks (a test says all of them to the understander). */
export const kinds = [
  'next.invoice',
  'next.latest',
  'next.open',
  'next.overdue',
  'next.all',
  'next.balance',
  'next.due',
  'next.status',
  'next.payment',
  'next.methods',
  'next.coming',
  'next.subscriptions',
  'next.renewals',
  'next.support',
  'next.human',
  'next.help',
  'next.topic',
  'next.other',
  'next.option',
] as const

const plain = (kind: (typeof kinds)[number], intent: Intent, filter?: BillFilter): Offer => ({
  step: { kind, facts: {} },
  asked: { intent, slots: {}, filter },
})

const aboutInvoice =
  (kind: (typeof kinds)[number], intent: Intent) =>
  (invoice: Invoice): Offer => ({
    step: { kind, facts: { invoice: textFact(invoice.number, ofInvoice(invoice, 'number')) } },
    asked: { intent, slots: { invoice: invoice.number } },
  })

export const showInvoice = aboutInvoice('next.invoice', 'invoice.show')
export const whenDue = aboutInvoice('next.due', 'payment.due')
export const isPaid = aboutInvoice('next.status', 'payment.status')

export const latestInvoice = plain('next.latest', 'invoice.show')
export const openInvoices = plain('next.open', 'invoice.list', 'open')
export const overdueInvoices = plain('next.overdue', 'invoice.list', 'overdue')
export const allInvoices = plain('next.all', 'invoice.list')
export const howMuchOwed = plain('next.balance', 'balance')
export const lastPayment = plain('next.payment', 'payment.status')
export const howToPay = plain('next.methods', 'payment.methods')
export const comingInvoice = plain('next.coming', 'billing.next')
export const whatSubscriptions = plain('next.subscriptions', 'subscription.list')
export const whatRenews = plain('next.renewals', 'subscription.renewal')
export const supportTerms = plain('next.support', 'support.terms')
export const aPerson = plain('next.human', 'human')
export const whatCanYouDo = plain('next.help', 'help')
/** Closes a list of guesses: none of them. */
export const somethingElse = plain('next.other', 'deny')

/** A guess at what was meant, by its name in the vocabulary. */
export const topic = (asked: Asked): Offer => ({
  step: {
    kind: 'next.topic',
    facts: { topic: termFact(`intent.${asked.intent}`, computed('what the message may mean', [])) },
  },
  asked,
})

/** One of several records that fit: its name is the label. */
export const option = (name: Offer['step']['facts'][string], asked: Asked): Offer => ({
  step: { kind: 'next.option', facts: { option: name } },
  asked,
})
