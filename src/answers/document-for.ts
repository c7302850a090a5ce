import { may } from '../access/may.ts'
import { people, personKey, personSchema } from '../access/person.ts'
import type { PersonKey, Principal } from '../access/principal.ts'
import { principalOf } from '../access/principal-of.ts'
import { type Invoice, invoiceSchema, invoices } from '../ledger/invoice.ts'
import type { InvoiceDocument } from '../ledger/invoice-document.ts'
import { ledgerOf } from '../ledger/ledger.ts'
import { recordOf } from '../ledger/record.ts'
import type { Reading } from '../store/documents.ts'
import { type Offering, offeringOf } from '../support/offering.ts'
import { dayIn, type Instant } from '../values/day.ts'
import type { InvoiceId } from '../values/ids.ts'
import type { Language } from '../values/language.ts'
import type { StatementSheet } from '../values/statement-sheet.ts'
import { copyOf } from './invoice-copy.ts'
import { statementOf } from './statement.ts'

/** Somebody wants a bill's document handed over. */
export type DocumentRequest = {
  readonly person: PersonKey
  readonly invoice: InvoiceId
  readonly language: Language
  readonly now: Instant
}

type About = {
  readonly number: string
  readonly customer: string
  /** The person's name, where it is known. */
  readonly person?: string
  /** What a file of it is called. */
  readonly file: string
}

/** `refused`: the person may not see it, or there is none; nobody learns which. */
export type DocumentFor =
  | (About & {
      readonly kind: 'original'
      readonly mediaType: string
      /** Under which its bytes lie in `documentContents`. */
      readonly document: InvoiceDocument['id']
      /** How the bill stands and is paid, where the partner says how. */
      readonly sheet?: StatementSheet
    })
  | (About & { readonly kind: 'statement'; readonly sheet: StatementSheet })
  | { readonly kind: 'refused' }

/** What of a bill is handed to a person. Decided anew each time: roles change, and so does what there is. */
export async function documentFor(reading: Reading, request: DocumentRequest): Promise<DocumentFor> {
  const stored = await reading.get(invoices, request.invoice)
  const invoice = stored && recordOf(invoiceSchema, stored.data)
  const principal = await principalOf(reading, request.person)
  if (invoice?.status !== 'issued' || !maySee(principal, invoice)) return { kind: 'refused' }
  const account = await ledgerOf(reading).account(invoice.customer)
  if (!account) return { kind: 'refused' }
  const { customer } = account
  const offering = await offeringOf(reading, customer.partner)
  const copy = await copyOf(reading, invoice, customer.country, offering)
  const today = dayIn(customer.timeZone, request.now)
  const sheetBy = (by: Offering) => statementOf({ account, invoice, offering: by, today, language: request.language })
  const about = { number: invoice.number, customer: customer.name, person: await nameOf(reading, request.person) }
  switch (copy.kind) {
    case 'off':
      return { kind: 'refused' }
    case 'original': {
      const { id, mediaType, file } = copy.document
      const sheet = offering && sheetBy(offering)
      return { ...about, kind: 'original', file: fileName(file), mediaType, document: id, sheet }
    }
    case 'statement': {
      const sheet = sheetBy(copy.offering)
      return { ...about, kind: 'statement', file: fileName(`${sheet.title} ${invoice.number}.pdf`), sheet }
    }
  }
}

/** A customer's own bills for its billing contacts, every customer's for the staff that answers for them. */
const maySee = (principal: Principal, invoice: Invoice): boolean =>
  principal.kind === 'customer'
    ? principal.customer.id === invoice.customer && may(principal, 'own-figures')
    : principal.kind === 'partner' && may(principal, 'customer-figures')

async function nameOf(reading: Reading, { tenant, objectId }: PersonKey): Promise<string | undefined> {
  const stored = await reading.get(people, personKey(tenant, objectId))
  return stored && recordOf(personSchema, stored.data).name
}

/** Numbers hold slashes, which no folder takes; nor OneDrive these others. */
const fileName = (name: string): string => name.replace(/["*:<>?/\\|#%]+/g, '-').replace(/\p{Cc}/gu, '')
