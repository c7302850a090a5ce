import type { Answered, Asking } from './asking.ts'
import { contactNotes } from './contact.ts'
import { textFact } from './facts.ts'
import { latestInvoice, supportTerms } from './offers.ts'
import { reply } from './reply.ts'
import { configured } from './sources.ts'

export const kinds = ['direct.customer', 'direct.unknown'] as const

/** Charges that come from Microsoft itself or another reseller: who can answer for them. */
export function directCustomer(asking: Asking): Answered {
  const { offering } = asking
  if (!offering) return reply('direct.unknown', {}, {})
  return reply(
    'direct.customer',
    { partner: textFact(offering.name, configured('name')) },
    { offers: [latestInvoice, supportTerms] },
  )
}

/** A tenant that is nobody's customer here. The same whatever was asked, so that it tells nothing about anybody. */
export const stranger = (asking: Asking): Answered =>
  reply('direct.unknown', {}, { notes: contactNotes(asking).slice(0, 1) })
