import { may } from '../access/may.ts'
import { decide } from '../collections/decide.ts'
import { policiesOf } from '../collections/policy.ts'
import { type Rules, rulesFor } from '../collections/rules.ts'
import { situationOf } from '../collections/situation.ts'
import type { Reading } from '../store/documents.ts'
import type { Answer } from '../values/answer.ts'
import { addDays, type Day } from '../values/day.ts'
import { ticketAbout } from './act-offers.ts'
import type { Answered, BillingAsking, Offer } from './asking.ts'
import { contactNotes } from './contact.ts'
import { dayFact } from './facts.ts'
import { aPerson, comingInvoice, howToPay, openInvoices, supportTerms } from './offers.ts'
import { accessNote, billNotes, nextNote } from './policy-bills.ts'
import { hoursNotes, lateNotes, ownNotes } from './policy-notes.ts'
import { stageRows } from './policy-stages.ts'
import { iWillPay } from './reminder-offers.ts'
import { reply } from './reply.ts'
import { configured } from './sources.ts'

export const kinds = [
  'collections.policy',
  'collections.policy.none',
  'note.policy-changes',
  'note.policy-nothing-open',
] as const

type Notes = NonNullable<Answer['notes']>

/** A newer version is told of when it is this near, in days. */
const soon = 60

/**
 * What happens when a bill is paid late, as the partner's policy has it for this customer today. Whoever may see figures also hears how the
 * open bills stand in it; others get the policy alone.
 */
export async function collectionsPolicy(asking: BillingAsking, reading: Reading): Promise<Answered> {
  const { account, today } = asking
  const versions = await policiesOf(reading, account.customer.partner)
  const rules = rulesFor(versions, account.customer, today)
  const coming = versions.find(({ effective }) => effective > today && effective <= addDays(today, soon))
  const changes = coming ? [changesNote(coming.effective)] : []
  if (!rules)
    return reply(
      'collections.policy.none',
      {},
      { notes: [...changes, ...contactNotes(asking)], offers: [ticketAbout(asking.intent), aPerson] },
    )
  const seesFigures = may(asking.principal, 'own-figures') || may(asking.principal, 'customer-figures')
  const own = seesFigures ? await ownBills(asking, reading, rules) : { notes: [], isOpen: false }
  return reply(
    'collections.policy',
    { since: dayFact(rules.policy.effective, configured('policy.effective')) },
    {
      rows: stageRows(rules, { currency: account.customer.currency, seesFigures }),
      notes: [
        ...own.notes,
        ...lateNotes(rules, account.customer.currency),
        ...hoursNotes(rules, asking),
        ...ownNotes(rules, { principal: asking.principal, today }),
        ...changes,
      ],
      offers: offersFor(asking, rules, own.isOpen),
    },
  )
}

const changesNote = (from: Day): Notes[number] => ({
  kind: 'note.policy-changes',
  facts: { from: dayFact(from, configured('policy.effective')) },
})

/** How the customer's open bills stand in the policy, decided as the reminders decide it. */
async function ownBills({ account, today }: BillingAsking, reading: Reading, rules: Rules) {
  const scene = await situationOf(reading, account.customer.id, today)
  if (!scene) throw new Error('a customer that was just read has no account')
  const decision = decide(scene.situation, today)
  if (decision.bills.length === 0)
    return { notes: [{ kind: 'note.policy-nothing-open', facts: {} }] satisfies Notes, isOpen: false }
  const notes = [...billNotes(account, decision), ...nextNote(rules, decision), ...accessNote(account, rules, decision)]
  return { notes, isOpen: true }
}

function offersFor({ principal }: BillingAsking, rules: Rules, isOpen: boolean): readonly Offer[] {
  if (principal.kind === 'partner') return [openInvoices, comingInvoice]
  if (!may(principal, 'own-figures')) return [aPerson, supportTerms]
  if (!isOpen) return [comingInvoice, aPerson]
  return rules.promises && may(principal, 'own-collections') ? [iWillPay(), howToPay] : [howToPay, aPerson]
}
