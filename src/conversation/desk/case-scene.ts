import type { Customer } from '../../ledger/customer.ts'
import { ledgerOf } from '../../ledger/ledger.ts'
import type { Reading } from '../../store/documents.ts'
import { helpdeskOf } from '../../support/helpdesk.ts'
import type { Offering } from '../../support/offering.ts'
import { offeringForCustomer } from '../../support/offering-for.ts'
import type { CustomerId } from '../../values/ids.ts'
import type { Language } from '../../values/language.ts'

/** What every message about a customer's case needs to be said. */
export type CaseScene = {
  readonly customer: Customer
  /** As it holds for this customer. */
  readonly offering: Offering | undefined
  /** In which the helpdesk is addressed. */
  readonly deskLanguage: Language
}

/** Throws when there is no such customer: a ticket is never of nobody. */
export async function caseScene(reading: Reading, id: CustomerId): Promise<CaseScene> {
  const customer = await ledgerOf(reading).customer(id)
  if (!customer) throw new Error('a case has no customer')
  const [offering, helpdesk] = await Promise.all([
    offeringForCustomer(reading, id),
    helpdeskOf(reading, customer.partner),
  ])
  return { customer, offering, deskLanguage: helpdesk?.language ?? 'en' }
}
