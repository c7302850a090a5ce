import { type Ability, may } from '../access/may.ts'
import type { Intent } from '../language/vocabulary.ts'
import type { Customer } from '../ledger/customer.ts'
import { type ImportRecord, importRecordSchema, imports } from '../ledger/import-record.ts'
import { ledgerOf } from '../ledger/ledger.ts'
import { recordOf } from '../ledger/record.ts'
import type { Reading } from '../store/documents.ts'
import { dayIn } from '../values/day.ts'
import type { CustomerId } from '../values/ids.ts'
import type { Asked } from './asked.ts'
import type { Answered, Asking, BillingAsking } from './asking.ts'
import { balanceNow } from './balance.ts'
import { billingNext } from './billing-next.ts'
import { billingPeriod } from './billing-period.ts'
import { change } from './change.ts'
import { chargeCredit } from './charge-credit.ts'
import { chargeCurrency } from './charge-currency.ts'
import { chargeProration } from './charge-proration.ts'
import { chargeTax } from './charge-tax.ts'
import { collectionsPolicy } from './collections-policy.ts'
import { directCustomer, stranger } from './direct-customer.ts'
import { textFact } from './facts.ts'
import { invoiceCopy } from './invoice-copy.ts'
import { invoiceLine } from './invoice-line.ts'
import { invoiceList } from './invoice-list.ts'
import { invoiceShow } from './invoice-show.ts'
import { meansOwnCompany } from './own-company.ts'
import { paymentDue } from './payment-due.ts'
import { paymentMethods } from './payment-methods.ts'
import { paymentStatus } from './payment-status.ts'
import { withPromises } from './promise-notes.ts'
import { importsBehind, offerLines, showLinesOf } from './provenance.ts'
import { noFigures, unknownCustomer, wantsCustomer, whichCustomer } from './refusals.ts'
import { goodbye, greeting, help, nothingPending, outOfScope, thanks } from './social.ts'
import { ofCustomer } from './sources.ts'
import { subscriptionList } from './subscription-list.ts'
import { subscriptionRenewal } from './subscription-renewal.ts'
import { supportTerms } from './support-terms.ts'
import { withSuspension } from './suspension-notes.ts'
import { suspensionStatus } from './suspension-status.ts'
import { human, unanswered } from './unanswered.ts'

export const kinds = ['note.about-customer'] as const

type Billing = {
  readonly of: 'figures' | 'subscriptions' | 'policy'
  /** `reading` is for what an account does not hold, because few questions ask for it. */
  readonly answer: (asking: BillingAsking, reading: Reading) => Answered | Promise<Answered>
}

/** The families that read a customer's records, and what of them they show. */
const billing: Partial<Record<Intent, Billing>> = {
  'invoice.list': { of: 'figures', answer: invoiceList },
  'invoice.show': { of: 'figures', answer: invoiceShow },
  'invoice.copy': { of: 'figures', answer: invoiceCopy },
  'invoice.line': { of: 'figures', answer: invoiceLine },
  'invoice.change': { of: 'figures', answer: change },
  balance: { of: 'figures', answer: withPromises(balanceNow) },
  'payment.due': { of: 'figures', answer: withPromises(paymentDue) },
  'payment.status': { of: 'figures', answer: withPromises(paymentStatus) },
  'payment.methods': { of: 'figures', answer: paymentMethods },
  'billing.period': { of: 'figures', answer: billingPeriod },
  'billing.next': { of: 'figures', answer: billingNext },
  'charge.proration': { of: 'figures', answer: chargeProration },
  'charge.tax': { of: 'figures', answer: chargeTax },
  'charge.currency': { of: 'figures', answer: chargeCurrency },
  'charge.credit': { of: 'figures', answer: chargeCredit },
  'subscription.list': { of: 'subscriptions', answer: withSuspension(subscriptionList) },
  'subscription.renewal': { of: 'subscriptions', answer: subscriptionRenewal },
  // Every employee may know the rules; how the own bills stand in them is for whoever sees figures, which it asks itself.
  'collections.policy': { of: 'policy', answer: collectionsPolicy },
  'suspension.status': { of: 'policy', answer: suspensionStatus },
}

/** The families that need no customer's records. Whatever is in neither table has no answer yet and says so. */
const general: Partial<Record<Intent, (asking: Asking) => Answered>> = {
  'support.terms': supportTerms,
  'direct.customer': directCustomer,
  human,
  greeting,
  thanks,
  goodbye,
  help,
  affirm: nothingPending,
  deny: nothingPending,
  out_of_scope: outOfScope,
}

/**
 * Answers what is asked as far as the asker may know it: first who is asking, then what they may see, only then whose records are
 * read. `pinned` is the customer that partner staff asked about before in this conversation.
 */
export async function answer(reading: Reading, asking: Asking, pinned?: CustomerId): Promise<Answered> {
  const { principal, intent, slots } = asking
  if (principal.kind === 'stranger') return stranger(asking)
  const family = billing[intent]
  if (!family) return (general[intent] ?? unanswered)(asking)
  if (!may(principal, abilities[family.of][principal.kind])) return noFigures(asking)
  if (principal.kind === 'partner') return staffAnswer(reading, asking, family, pinned)
  if (slots.customer && !meansOwnCompany(slots.customer, principal.customer)) return unknownCustomer(slots.customer)
  return about(reading, asking, family, principal.customer)
}

const abilities: Readonly<Record<Billing['of'], Readonly<Record<'customer' | 'partner', Ability>>>> = {
  figures: { customer: 'own-figures', partner: 'customer-figures' },
  subscriptions: { customer: 'own-figures', partner: 'customer-subscriptions' },
  policy: { customer: 'support', partner: 'customer-figures' },
}

/** What was asked, without who asks it and when. */
function askedOf({ principal: _, now: __, language: ___, offering: ____, ...asked }: Asking): Asked {
  return asked
}

async function staffAnswer(reading: Reading, asking: Asking, family: Billing, pinned?: CustomerId): Promise<Answered> {
  const { slots } = asking
  const asked = askedOf(asking)
  const ledger = ledgerOf(reading)
  if (!slots.customer) {
    const customer = pinned && (await ledger.customer(pinned))
    return customer ? about(reading, asking, family, customer) : wantsCustomer(asked)
  }
  const found = await ledger.findCustomers(slots.customer)
  if (!found[0]) return unknownCustomer(slots.customer)
  const exact = found.filter(({ name }) => name.toLowerCase() === slots.customer?.toLowerCase())
  const meant = exact.length ? exact : found
  return meant.length === 1 && meant[0]
    ? about(reading, asking, family, meant[0])
    : whichCustomer(asked, meant.slice(0, 5))
}

async function about(reading: Reading, asking: Asking, family: Billing, customer: Customer): Promise<Answered> {
  const account = await ledgerOf(reading).account(customer.id)
  if (!account) throw new Error('a customer that was just read has no account')
  const today = dayIn(customer.timeZone, asking.now)
  const answered = await withLines(reading, { ...asking, account, today }, family)
  if (asking.principal.kind !== 'partner') return answered
  // Staff ask about many customers: each answer says whose figures it shows.
  const whose = {
    kind: 'note.about-customer',
    facts: { customer: textFact(customer.name, ofCustomer(customer, 'name')) },
  }
  const notes = [whose, ...(answered.answer.notes ?? [])]
  return { ...answered, answer: { ...answered.answer, notes }, customer: customer.id }
}

/** The answer with the offer of the lines behind it, or those lines. */
async function withLines(reading: Reading, asking: BillingAsking, family: Billing): Promise<Answered> {
  const answered = await family.answer(asking, reading)
  if (!asking.lines) return offerLines(asking, answered)
  const known = new Map<string, ImportRecord>()
  for (const id of importsBehind(asking, answered)) {
    const stored = await reading.get(imports, id)
    if (stored) known.set(id, recordOf(importRecordSchema, stored.data))
  }
  return showLinesOf(asking, answered, known)
}
