import type { Customer } from '../ledger/customer.ts'
import type { Invoice, InvoiceLine } from '../ledger/invoice.ts'
import type { InvoiceDocument } from '../ledger/invoice-document.ts'
import type { Payment } from '../ledger/payment.ts'
import type { Subscription } from '../ledger/subscription.ts'
import type { Ticket } from '../support/ticket.ts'
import type { Source } from '../values/fact.ts'
import type { CustomerId } from '../values/ids.ts'

// The address of a field. It names the import behind it and never the cost line's amounts: whoever may see those can look them up.

/** A field of a bill; it came in by the import, or by the one whose charges its first line was made from. */
export const ofInvoice = (invoice: Invoice, field: keyof Invoice): Source => ({
  type: 'record',
  record: 'invoices',
  id: invoice.id,
  field,
  import: invoice.origin.type === 'import' ? invoice.origin.import : invoice.lines[0]?.charges[0]?.import,
})

export const ofLine = (invoice: Invoice, line: InvoiceLine, field: keyof InvoiceLine): Source => ({
  type: 'record',
  record: 'invoices',
  id: invoice.id,
  field: `lines.${field}`,
  line: line.number,
  import: line.charges[0]?.import ?? (invoice.origin.type === 'import' ? invoice.origin.import : undefined),
})

export const ofPayment = (payment: Payment, field: keyof Payment): Source => ({
  type: 'record',
  record: 'payments',
  id: payment.id,
  field,
  line: payment.line,
  import: payment.import,
})

export const ofDocument = (document: InvoiceDocument, field: keyof InvoiceDocument): Source => ({
  type: 'record',
  record: 'invoice_documents',
  id: document.id,
  field,
  import: document.import,
})

export const ofSubscription = (subscription: Subscription, field: keyof Subscription): Source => ({
  type: 'record',
  record: 'subscriptions',
  id: subscription.id,
  field,
  line: subscription.source.line,
  import: subscription.source.import,
})

export const ofCustomer = (customer: Customer, field: keyof Customer): Source => ({
  type: 'record',
  record: 'customers',
  id: customer.id,
  field,
})

export const ofTicket = (ticket: Ticket, field: keyof Ticket): Source => ({
  type: 'record',
  record: 'tickets',
  id: ticket.id,
  field,
})

/** How the collections stand with a customer: `holds.until` is a field of one of its holds. */
export const ofStanding = (customer: CustomerId, field: string): Source => ({
  type: 'record',
  record: 'standings',
  id: customer,
  field,
})

export const configured = (setting: string): Source => ({ type: 'configured', setting })
export const computed = (rule: string, from: readonly Source[]): Source => ({ type: 'computed', rule, from })
export const clockSource: Source = { type: 'clock' }
