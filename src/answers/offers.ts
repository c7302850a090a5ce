import type { BillFilter } from '../language/bill-filter.ts'
import type { Intent } from '../language/vocabulary.ts'
import type { Invoice } from '../ledger/invoice.ts'
import { type Asked, askedOf } from './asked.ts'
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
  'next.all-causes',
  'next.last-year',
  'next.resource-groups',
  'next.topic',
  'next.other',
  'next.option',
  'next.partial',
  'next.all-of-it',
  'next.lines',
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
export const partialLines = aboutInvoice('next.partial', 'charge.proration')

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

/** The same explanation with nothing summed up. */
export const allCauses = (asked: Asked): Offer => ({
  step: { kind: 'next.all-causes', facts: {} },
  asked: { ...asked, all: true },
})
/** Of Azure alone: where the usage was. */
export const resourceGroups = (asked: Asked): Offer => ({
  step: { kind: 'next.resource-groups', facts: {} },
  asked: { ...asked, slots: { ...asked.slots, product: 'Azure' } },
})
/** The same bill or period beside the one a year before. */
export const comparedWithLastYear = (asked: Asked): Offer => ({
  step: { kind: 'next.last-year', facts: {} },
  asked: { ...asked, against: { year: true } },
})

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

/** The same question, with all that its answer left out. */
export const showAll = (asked: Asked): Offer => ({
  step: { kind: 'next.all-of-it', facts: {} },
  asked: { ...askedOf(asked), all: true },
})

/** The same question, answered by the lines behind its figures. */
export const showLines = (asked: Asked): Offer => ({
  step: { kind: 'next.lines', facts: {} },
  asked: { ...askedOf(asked), lines: true },
})
