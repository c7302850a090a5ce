import type { Collection } from '../store/documents.ts'
import { contacts } from './contact.ts'
import { decisionMonths } from './decision.ts'
import { paymentData } from './payment-data.ts'
import { policies } from './policy.ts'
import { standings } from './standing.ts'
import { supplierPayments } from './supplier-payment.ts'
import { suspensions } from './suspension.ts'

/** What the collections keep. */
export const collectionsCollections: readonly Collection<never>[] = [
  contacts,
  decisionMonths,
  paymentData,
  policies,
  standings,
  supplierPayments,
  suspensions,
]
