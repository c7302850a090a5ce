import type { Documents } from '../store/documents.ts'
import type { CustomerId, ImportId } from '../values/ids.ts'
import type { StoredCharge, SupplierInvoice } from './charge.ts'
import type { ImportRecord } from './import-record.ts'

/** One customer's charges of one supplier invoice, all of them, in their written form. */
export type CustomerCharges = {
  readonly customer: CustomerId
  readonly supplierInvoice: string
  readonly charges: readonly StoredCharge[]
}

export type TakeCharges = {
  readonly record: Omit<ImportRecord, 'status'>
  readonly invoices: readonly Omit<SupplierInvoice, 'import'>[]
  /** Each customer of each supplier invoice once; read one after another, never all at once. */
  readonly batches: AsyncIterable<CustomerCharges>
}

export type TakenCharges =
  | {
      readonly kind: 'taken'
      readonly changes: readonly { readonly what: string; readonly count: number }[]
      readonly replaced: readonly ImportId[]
    }
  /** Customer bills were issued from what this supplier invoice held before; nothing was changed. */
  | { readonly kind: 'already-billed'; readonly supplierInvoice: string; readonly file: string }

/** Takes a supplier's charges into the ledger, all or nothing. */
export async function takeCharges(_documents: Documents, _take: TakeCharges): Promise<TakenCharges> {
  throw new Error('being built')
}
