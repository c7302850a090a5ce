import { may } from '../access/may.ts'
import type { Principal } from '../access/principal.ts'
import type { Answered, Asking, Offer } from './asking.ts'
import { contactNotes } from './contact.ts'
import {
  aPerson,
  comingInvoice,
  howMuchOwed,
  latestInvoice,
  openInvoices,
  supportTerms,
  whatCanYouDo,
  whatRenews,
} from './offers.ts'
import { reply } from './reply.ts'

export const kinds = [
  'welcome',
  'greeting',
  'thanks',
  'goodbye',
  'help',
  'out_of_scope',
  'nothing-pending',
  'note.can-figures',
  'note.can-support',
  'note.can-customers',
  'note.can-subscriptions',
  'note.can-people',
] as const

/** What this person can ask, as their roles have it. */
function abilityNotes(principal: Principal) {
  const note = may(principal, 'own-figures')
    ? 'note.can-figures'
    : may(principal, 'customer-figures')
      ? 'note.can-customers'
      : may(principal, 'customer-subscriptions')
        ? 'note.can-subscriptions'
        : may(principal, 'people')
          ? 'note.can-people'
          : 'note.can-support'
  return [{ kind: note, facts: {} }]
}

function firstSteps(principal: Principal): readonly Offer[] {
  if (may(principal, 'own-figures')) return [latestInvoice, openInvoices, comingInvoice]
  if (may(principal, 'customer-figures')) return [openInvoices, howMuchOwed, supportTerms]
  return may(principal, 'customer-subscriptions') ? [whatRenews, supportTerms] : [supportTerms, aPerson]
}

const withAbilities =
  (kind: (typeof kinds)[number]) =>
  ({ principal }: Asking): Answered =>
    reply(kind, {}, { notes: abilityNotes(principal), offers: firstSteps(principal) })

const alone =
  (kind: (typeof kinds)[number]) =>
  ({ principal }: Asking): Answered =>
    reply(kind, {}, { offers: firstSteps(principal).slice(0, 2) })

export const welcome = withAbilities('welcome')
export const greeting = withAbilities('greeting')
export const help = withAbilities('help')
export const thanks = alone('thanks')
export const goodbye = alone('goodbye')
/** A yes or a no, and nothing was asked. */
export const nothingPending = withAbilities('nothing-pending')

/** Not what Saldo is for: what it is for, and the way to a person. */
export const outOfScope = (asking: Asking): Answered =>
  reply(
    'out_of_scope',
    {},
    {
      notes: [...abilityNotes(asking.principal), ...contactNotes(asking).slice(0, 1)],
      offers: [...firstSteps(asking.principal).slice(0, 1), aPerson, whatCanYouDo],
    },
  )
