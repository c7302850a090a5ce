import { z } from 'zod'
import type { Actor } from '../access/change-people.ts'
import { may } from '../access/may.ts'
import { personKey } from '../access/person.ts'
import { supplierInvoiceKey, supplierInvoices } from '../ledger/charge.ts'
import { every } from '../ledger/every.ts'
import { recordOf } from '../ledger/record.ts'
import type { Collection, Reading, Unit } from '../store/documents.ts'
import type { Day, Instant } from '../values/day.ts'
import type { PartnerId } from '../values/ids.ts'
import { daySchema, idSchema, instantSchema } from '../values/schemas.ts'

/** What is known of paying one of Microsoft's invoices besides the invoice. */
const supplierPaymentSchema = z.object({
  partner: idSchema<PartnerId>(),
  number: z.string(),
  /** As somebody of the partner noted it, a person or the operator: Microsoft's files do not tell. */
  paid: z.object({ on: daySchema, by: z.string(), at: instantSchema }).optional(),
  /** When the notice was given that the day comes near. */
  noticedAt: instantSchema.optional(),
})
export type SupplierPayment = z.output<typeof supplierPaymentSchema>

export const supplierPayments: Collection<z.input<typeof supplierPaymentSchema>> = {
  name: 'supplier_payments',
  indexes: { partner: ({ partner }) => partner },
  partition: ({ partner }) => partner,
}

/** What is known of an account's invoices, by number. */
export async function supplierPaymentsOf(
  reading: Reading,
  partner: PartnerId,
): Promise<ReadonlyMap<string, SupplierPayment>> {
  const known = new Map<string, SupplierPayment>()
  for await (const { data } of every(reading, supplierPayments, { index: 'partner', equals: partner }))
    known.set(data.number, recordOf(supplierPaymentSchema, data))
  return known
}

type Which = { readonly partner: PartnerId; readonly number: string }
export type PaidOutcome =
  | { readonly kind: 'noted' | 'changed' | 'unchanged' }
  | { readonly kind: 'refused'; readonly reason: 'not-allowed' | 'unknown-invoice' }

/** Whoever sees costs notes it; so can who runs commands where the data lies. */
const mayNote = (by: Actor): boolean => by.kind === 'operator' || (by.kind === 'partner' && may(by, 'supplier-costs'))

/** Notes the day on which one of Microsoft's invoices was paid. Safe to repeat; another day takes the place of the first. */
export async function notePaidToMicrosoft(
  unit: Unit,
  { partner, number, paidOn }: Which & { readonly paidOn: Day },
  { by, now }: { readonly by: Actor; readonly now: Instant },
): Promise<PaidOutcome> {
  if (!mayNote(by)) return { kind: 'refused', reason: 'not-allowed' }
  if (!(await unit.get(supplierInvoices, supplierInvoiceKey(partner, number))))
    return { kind: 'refused', reason: 'unknown-invoice' }
  const { record, revision } = await read(unit, { partner, number })
  if (record.paid?.on === paidOn) return { kind: 'unchanged' }
  const author = by.kind === 'operator' ? by.name : personKey(by.key.tenant, by.key.objectId)
  put(unit, { ...record, paid: { on: paidOn, by: author, at: now } }, revision)
  return { kind: record.paid ? 'changed' : 'noted' }
}

/** Notes that the notice is given. Says whether it was not before: then it is to be given in this unit of work. */
export async function notePayableNoticed(unit: Unit, which: Which, now: Instant): Promise<boolean> {
  const { record, revision } = await read(unit, which)
  if (record.noticedAt || record.paid) return false
  put(unit, { ...record, noticedAt: now }, revision)
  return true
}

async function read(unit: Unit, { partner, number }: Which): Promise<{ record: SupplierPayment; revision: number }> {
  const stored = await unit.get(supplierPayments, supplierInvoiceKey(partner, number))
  if (!stored) return { record: { partner, number }, revision: 0 }
  return { record: recordOf(supplierPaymentSchema, stored.data), revision: stored.revision }
}

function put(unit: Unit, record: SupplierPayment, revision: number): void {
  const { partner, number } = record
  unit.put(supplierPayments, supplierInvoiceKey(partner, number), z.encode(supplierPaymentSchema, record), revision)
}
