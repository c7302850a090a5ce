import type { z } from 'zod'
import type { Stored, Unit } from '../store/documents.ts'
import type { ImportId } from '../values/ids.ts'
import { type invoiceSchema, invoices } from './invoice.ts'

export type LegalNumber = {
  /** Line in the imported file. */
  readonly line: number
  /** The number that people call the bill by now. */
  readonly bill: string
  /** As the partner's certified software gave it. */
  readonly legalNumber: string
  readonly document?: string
}

export type LegalNumberFault = {
  readonly line: number
  readonly field: 'bill_number' | 'legal_number'
  readonly value: string
  readonly problem: string
  readonly remedy: string
}

export type TakenLegalNumbers =
  | { readonly kind: 'taken'; readonly taken: number; readonly already: number }
  | { readonly kind: 'refused'; readonly faults: readonly LegalNumberFault[] }

/** What earlier lines of the file gave: the legal number of a bill's id, and the other way round. */
type Given = { readonly toBill: Map<string, string>; readonly byNumber: Map<string, string> }
type StoredInvoice = Stored<z.input<typeof invoiceSchema>>

/**
 * Puts legal numbers beside the bills, once and for all, within the caller's unit of work. From then on a bill is shown by its legal
 * number and found by both. All of them, or every fault.
 */
export async function takeLegalNumbers(
  unit: Unit,
  take: { readonly import: ImportId; readonly numbers: readonly LegalNumber[] },
): Promise<TakenLegalNumbers> {
  const faults: LegalNumberFault[] = []
  const found: { entry: LegalNumber; bill: StoredInvoice }[] = []
  const given: Given = { toBill: new Map(), byNumber: new Map() }
  for (const entry of take.numbers) {
    const bill = await billOf(unit, entry)
    const fault = 'problem' in bill ? bill : await conflictOf(unit, entry, bill, given)
    if (fault) faults.push(fault)
    else if (!('problem' in bill)) found.push({ entry, bill })
  }
  if (faults.length > 0) return { kind: 'refused', faults }
  const fresh = found.filter(({ bill }) => !bill.data.legal)
  for (const { entry, bill } of fresh) {
    const number = entry.legalNumber.trim().toUpperCase()
    const legal = { number: entry.legalNumber.trim(), document: entry.document, import: take.import }
    unit.put(invoices, bill.id, { ...bill.data, number, ownNumber: bill.data.number, legal }, bill.revision)
  }
  return { kind: 'taken', taken: fresh.length, already: found.length - fresh.length }
}

async function billOf(unit: Unit, { line, bill }: LegalNumber): Promise<StoredInvoice | LegalNumberFault> {
  const number = bill.trim().toUpperCase()
  const { items } = await unit.find(invoices, { index: 'anyNumber', equals: number, limit: 2 })
  if (items[0] && items.length === 1) return items[0]
  const fault = { line, field: 'bill_number', value: bill } as const
  return items.length === 0
    ? { ...fault, problem: 'no bill has this number', remedy: 'Write the number as `saldo invoices` shows it.' }
    : {
        ...fault,
        problem: 'two bills have this number',
        remedy: "Write the bill's own number, which no other bill has.",
      }
}

/** One bill has one legal number, and one legal number has one bill. */
async function conflictOf(
  unit: Unit,
  entry: LegalNumber,
  bill: StoredInvoice,
  given: Given,
): Promise<LegalNumberFault | undefined> {
  const { line, legalNumber: value } = entry
  const number = value.trim().toUpperCase()
  const fault = { line, field: 'legal_number', value } as const
  const before = bill.data.legal?.number ?? given.toBill.get(bill.id)
  if (before !== undefined && before.toUpperCase() !== number)
    return {
      ...fault,
      problem: `the bill already has the legal number ${before}`,
      remedy: 'A legal number stays: correct the bill with a credit note.',
    }
  const { items } = await unit.find(invoices, { index: 'anyNumber', equals: number, limit: 2 })
  const taken = [...items.map(({ id }) => id), given.byNumber.get(number)].some(
    (id) => id !== undefined && id !== bill.id,
  )
  if (taken)
    return { ...fault, problem: 'another bill already has this legal number', remedy: 'Write each legal number once.' }
  given.toBill.set(bill.id, number)
  given.byNumber.set(number, bill.id)
  return undefined
}
