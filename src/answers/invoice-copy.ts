import type { Invoice } from '../ledger/invoice.ts'
import { type InvoiceDocument, originalOf } from '../ledger/invoice-document.ts'
import type { Reading } from '../store/documents.ts'
import { type Offering, offeringOf } from '../support/offering.ts'
import type { DocumentRef } from '../values/answer.ts'
import type { Answered, BillingAsking } from './asking.ts'
import { contactNotes } from './contact.ts'
import { termFact, textFact } from './facts.ts'
import { invoiceFacts } from './invoice-facts.ts'
import { howToPay, showInvoice } from './offers.ts'
import { pickInvoice } from './pick-invoice.ts'
import { reply } from './reply.ts'
import { configured, ofDocument, ofInvoice } from './sources.ts'
import { notFound, whichInvoice } from './which-invoice.ts'

export const kinds = ['invoice.copy.original', 'invoice.copy.statement', 'invoice.copy.off', 'note.copy-xml'] as const

/** What there is to hand over for a bill: the certified document, else a statement where the partner gives one. */
export type Copy =
  | { readonly kind: 'original'; readonly document: InvoiceDocument }
  | { readonly kind: 'statement'; readonly offering: Offering }
  | { readonly kind: 'off' }

export async function copyOf(
  reading: Reading,
  invoice: Invoice,
  country: string,
  offering: Offering | undefined,
): Promise<Copy> {
  const document = await originalOf(reading, invoice.id)
  if (document) return { kind: 'original', document }
  // Without an offering nobody could say who issues the tax document.
  return offering && !offering.noStatementsIn?.includes(country) ? { kind: 'statement', offering } : { kind: 'off' }
}

/** "Send me the PDF": which document there is for the bill. The door hands it over. */
export async function invoiceCopy(asking: BillingAsking, reading: Reading): Promise<Answered> {
  const { account, slots, today } = asking
  const picked = pickInvoice(account, slots)
  if (picked.kind === 'none') return notFound(asking, picked)
  if (picked.kind === 'several') return whichInvoice(asking, picked.invoices)
  const { invoice } = picked
  const offering = await offeringOf(reading, account.customer.partner)
  const copy = await copyOf(reading, invoice, account.customer.country, offering)
  const facts = invoiceFacts(account, invoice, today)
  const offers = [showInvoice(invoice), howToPay]
  switch (copy.kind) {
    case 'off':
      return reply('invoice.copy.off', facts, { notes: contactNotes({ ...asking, offering }), offers })
    case 'original':
      return handing(
        reply(
          'invoice.copy.original',
          { ...facts, ...fileFacts(copy.document) },
          { notes: xmlNote(copy.document), offers },
        ),
        {
          invoice: invoice.id,
          kind: 'original',
        },
      )
    case 'statement':
      return handing(
        reply('invoice.copy.statement', { ...facts, ...issuerFacts(invoice, copy.offering) }, { offers }),
        {
          invoice: invoice.id,
          kind: 'statement',
        },
      )
  }
}

const handing = (answered: Answered, document: DocumentRef): Answered => ({
  ...answered,
  answer: { ...answered.answer, document },
})

const fileFacts = (document: InvoiceDocument) => ({ file: textFact(document.file, ofDocument(document, 'file')) })

/** Who asks for "the PDF" should know what they get. */
const xmlNote = ({ mediaType }: InvoiceDocument) =>
  mediaType === 'application/xml' ? [{ kind: 'note.copy-xml', facts: {} }] : []

/** Whose the tax document is that a statement stands for, and its number where it is known. */
export function issuerFacts(invoice: Invoice, offering: Offering) {
  const legal = invoice.legal?.number ?? (invoice.origin.type === 'import' ? invoice.number : undefined)
  const source = ofInvoice(invoice, invoice.legal ? 'legal' : 'origin')
  return {
    partner: textFact(offering.name, configured('name')),
    ...(legal && { legal: textFact(legal, source) }),
    taxDocument: termFact(legal ? 'tax-document.known' : 'tax-document.unknown', source),
  }
}
