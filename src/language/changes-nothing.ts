import type { Intent } from './vocabulary.ts'

/**
 * What only asks. Whatever is not named here may change something one day, so that an advisor's word is never enough for it: the person
 * is asked first.
 */
const questions: readonly Intent[] = [
  'invoice.list',
  'invoice.show',
  'invoice.copy',
  'invoice.line',
  'invoice.change',
  'balance',
  'payment.due',
  'payment.status',
  'payment.methods',
  'billing.period',
  'billing.next',
  'charge.proration',
  'charge.tax',
  'charge.currency',
  'charge.credit',
  'subscription.list',
  'subscription.renewal',
  'collections.policy',
  'suspension.status',
  'support.terms',
  'ticket.status',
  'direct.customer',
]

/** Whether answering changes nothing. */
export const changesNothing = (intent: Intent): boolean => questions.includes(intent)
