import { may } from '../access/may.ts'
import { type Foresight, foresee } from '../collections/foresight.ts'
import { liveSuspension, type Suspension, suspensionsOf } from '../collections/suspension.ts'
import { stillDue } from '../collections/suspension-scope.ts'
import { invoiceState } from '../ledger/account.ts'
import type { Subscription } from '../ledger/subscription.ts'
import type { Reading } from '../store/documents.ts'
import type { Answer } from '../values/answer.ts'
import { daysBetween } from '../values/day.ts'
import { ticketAbout } from './act-offers.ts'
import type { Answered, BillingAsking } from './asking.ts'
import { contactNotes } from './contact.ts'
import { countFact, textFact } from './facts.ts'
import { aPerson, openInvoices, overdueInvoices, supportTerms } from './offers.ts'
import { reply } from './reply.ts'
import { clockSource, computed, ofInvoice, ofSubscription } from './sources.ts'
import { ofProposal, suspensionFacts } from './suspension-facts.ts'
import {
  suspensionNotice,
  suspensionNow,
  suspensionOnHold,
  suspensionRestored,
  suspensionRestoring,
} from './suspension-news.ts'

export const kinds = [
  'suspension.none',
  'suspension.elsewhere',
  'suspension.company-none',
  'suspension.company-now',
  'note.suspension-told-before',
  'note.suspension-overdue',
  'note.suspension-desk',
] as const

type Notes = NonNullable<Answer['notes']>
/** How long it is worth saying that access is back. */
const recentDays = 14

/** Whether we suspended anything, or will, and how it comes back. A proposal is the partner's own matter until the customer is told of the day. */
export async function suspensionStatus(asking: BillingAsking, reading: Reading): Promise<Answered> {
  const { account, today, principal } = asking
  if (principal.kind === 'customer' && !may(principal, 'own-figures')) return forEmployee(asking, reading)
  const known = (await liveSuspension(reading, account.customer.id))?.suspension
  const next = known?.day && known.day > today ? known.day : today
  const answered = known && ofOne(asking, known, foresee(account, known, known.suspendedOn ?? next, today))
  const said = answered ?? (await nothingSuspended(asking, reading))
  if (principal.kind !== 'partner' || !known) return said
  const desk = { kind: 'note.suspension-desk', facts: suspensionFacts(known, account.customer) }
  return { ...said, answer: { ...said.answer, notes: [...(said.answer.notes ?? []), desk] } }
}

function ofOne({ account, today }: BillingAsking, suspension: Suspension, seen: Foresight): Answered | undefined {
  const told = { suspension, customer: account.customer, seen, due: stillDue(account, suspension.bills, today) }
  switch (suspension.state) {
    case 'announced':
      return suspensionNotice(told)
    case 'held':
      return suspensionOnHold(told)
    case 'executing':
    case 'suspended':
      return suspensionNow(told)
    case 'restoring':
      // Only what was switched off before it: nobody lost access.
      return wasSuspended(suspension) ? suspensionRestoring(told) : undefined
    default:
      return undefined
  }
}

export const wasSuspended = ({ tasks }: Suspension): boolean =>
  tasks.some(({ kind, done }) => kind === 'suspend' && done !== undefined)

async function nothingSuspended(asking: BillingAsking, reading: Reading): Promise<Answered> {
  const { account, today } = asking
  const [last] = await suspensionsOf(reading, account.customer.id)
  if (last?.state === 'restored' && last.restoredOn && wasSuspended(last)) {
    const told = { suspension: last, customer: account.customer, seen: foresee(account, last, today), due: [] }
    if (daysBetween(last.restoredOn, today) <= recentDays) return suspensionRestored(told)
  }
  const elsewhere = account.subscriptions.filter(({ status }) => status === 'suspended')
  if (elsewhere.length > 0) return suspendedElsewhere(asking, elsewhere)
  return reply(
    'suspension.none',
    {},
    {
      notes: [...overdueNote(asking), { kind: 'note.suspension-told-before', facts: {} }],
      offers: [
        ticketAbout('technical.issue'),
        overdueNote(asking).length > 0 ? overdueInvoices : openInvoices,
        aPerson,
      ],
    },
  )
}

/** On record as suspended, and not by us. */
const suspendedElsewhere = (asking: BillingAsking, found: readonly Subscription[]): Answered =>
  reply(
    'suspension.elsewhere',
    {
      product: textFact(
        found.map(({ product }) => product).join(', '),
        computed(
          'subscriptions on record as suspended',
          found.map((one) => ofSubscription(one, 'status')),
        ),
      ),
    },
    { notes: contactNotes(asking).slice(0, 1), offers: [ticketAbout('technical.issue'), aPerson, openInvoices] },
  )

function overdueNote({ account, today }: BillingAsking): Notes {
  const late = account.invoices.filter((invoice) => invoiceState(account, invoice, today).kind === 'overdue')
  const source = computed('bills past their due date', [...late.map((one) => ofInvoice(one, 'dueOn')), clockSource])
  return late.length > 0 ? [{ kind: 'note.suspension-overdue', facts: { count: countFact(late.length, source) } }] : []
}

/** For who may see no figures: whether access is off because of us, and whom to ask. Not why, nor what may come. */
async function forEmployee(asking: BillingAsking, reading: Reading): Promise<Answered> {
  const known = (await liveSuspension(reading, asking.account.customer.id))?.suspension
  const notes = contactNotes(asking).slice(0, 1)
  const offers = [ticketAbout('technical.issue'), aPerson, supportTerms]
  const isOff = known && (known.state === 'restoring' || known.state === 'suspended' || known.state === 'executing')
  if (!isOff || !wasSuspended(known)) return reply('suspension.company-none', {}, { notes, offers })
  const off = known.subscriptions.filter(({ spared }) => !spared).map(({ product }) => product)
  return reply(
    'suspension.company-now',
    { product: textFact([...new Set(off)].join(', '), ofProposal(known, 'subscriptions')) },
    { notes, offers: [aPerson, supportTerms] },
  )
}
