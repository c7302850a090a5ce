import type { Intent } from '../language/vocabulary.ts'
import type { Invoice } from '../ledger/invoice.ts'
import type { Act } from './asked.ts'
import type { Offer } from './asking.ts'
import { textFact } from './facts.ts'
import { ofInvoice } from './sources.ts'

/** What somebody can do with a reminder or a notice. Each label, said as a message, asks the same. */
export const kinds = [
  'next.i-paid',
  'next.i-paid-it',
  'next.promise',
  'next.promise-it',
  'next.wrong',
  'next.wrong-it',
  'next.later',
  'next.stop-reminders',
  'next.why-changed',
  'next.copy-of',
] as const
type Kind = (typeof kinds)[number]

/** About the one bill that is left, or about all of them. */
const maybeOf =
  (kinds: { readonly all: Kind; readonly one: Kind }, intent: Intent, act?: Act) =>
  (invoice?: Invoice): Offer => ({
    step: invoice
      ? { kind: kinds.one, facts: { invoice: textFact(invoice.number, ofInvoice(invoice, 'number')) } }
      : { kind: kinds.all, facts: {} },
    asked: { intent, slots: invoice ? { invoice: invoice.number } : {}, ...(act && { act }) },
  })

export const iPaid = maybeOf({ all: 'next.i-paid', one: 'next.i-paid-it' }, 'payment.status', 'i-paid')
export const iWillPay = maybeOf({ all: 'next.promise', one: 'next.promise-it' }, 'payment.promise')
export const isWrong = maybeOf({ all: 'next.wrong', one: 'next.wrong-it' }, 'dispute')

const preference = (kind: Kind, act: Act): Offer => ({
  step: { kind, facts: {} },
  asked: { intent: 'reminder.preferences', slots: {}, act },
})
export const remindLater = preference('next.later', 'later')
export const stopReminders = preference('next.stop-reminders', 'stop-reminders')

const aboutBill =
  (kind: Kind, intent: Intent) =>
  (invoice: Invoice): Offer => ({
    step: { kind, facts: { invoice: textFact(invoice.number, ofInvoice(invoice, 'number')) } },
    asked: { intent, slots: { invoice: invoice.number } },
  })
export const whyChanged = aboutBill('next.why-changed', 'invoice.change')
export const copyOfBill = aboutBill('next.copy-of', 'invoice.copy')
