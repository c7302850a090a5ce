import type { Customer } from '../ledger/customer.ts'
import type { Asked } from './asked.ts'
import type { Answered, Asking } from './asking.ts'
import { contactNotes } from './contact.ts'
import { askedText, countFact, textFact } from './facts.ts'
import { aPerson, option, supportTerms, whatCanYouDo } from './offers.ts'
import { reply } from './reply.ts'
import { computed, ofCustomer } from './sources.ts'

export const kinds = [
  'access.no-figures',
  'access.role',
  'customer.unknown',
  'customer.which',
  'choice.customer',
] as const

/** Decided before anything is read: the words cannot depend on what exists. */
export const noFigures = (asking: Asking): Answered =>
  asking.principal.kind === 'partner'
    ? reply('access.role', {}, { offers: [whatCanYouDo, supportTerms] })
    : reply('access.no-figures', {}, { notes: contactNotes(asking).slice(0, 1), offers: [supportTerms, aPerson] })

/** The name fits no customer that the person may ask about. For a customer's own people that is every name but their own. */
export const unknownCustomer = (name: string): Answered =>
  reply('customer.unknown', { customer: askedText(name) }, { offers: [whatCanYouDo, supportTerms] })

/** Partner staff asked for figures and named nobody. */
export const wantsCustomer = (asked: Asked): Answered => ({
  ...reply('customer.which', {}, { offers: [whatCanYouDo] }),
  wantsCustomer: asked,
})

export const whichCustomer = (asked: Asked, found: readonly Customer[]): Answered =>
  reply(
    'choice.customer',
    {
      count: countFact(
        found.length,
        computed(
          'customers whose name fits',
          found.map((one) => ofCustomer(one, 'name')),
        ),
      ),
    },
    {
      rows: found.map((one, at) => ({
        option: textFact(String(at + 1), computed('place in this list', [])),
        customer: textFact(one.name, ofCustomer(one, 'name')),
        country: textFact(one.country, ofCustomer(one, 'country')),
      })),
      offers: found.map((one) =>
        option(textFact(one.name, ofCustomer(one, 'name')), {
          ...asked,
          slots: { ...asked.slots, customer: one.name },
        }),
      ),
      choosing: true,
    },
  )
