import type { Reading } from '../store/documents.ts'
import type { CustomerId, PartnerId } from '../values/ids.ts'
import type { Account } from './account.ts'
import type { SupplierInvoice } from './charge.ts'
import {
  type Charge,
  chargePageSchema,
  chargePages,
  supplierInvoiceKey,
  supplierInvoiceSchema,
  supplierInvoices,
} from './charge.ts'
import { type Customer, customerSchema, customers, nameWords } from './customer.ts'
import { type Dispute, disputeSchema, disputes } from './dispute.ts'
import { every } from './every.ts'
import { type Invoice, invoiceSchema, invoices } from './invoice.ts'
import { type Payment, paymentSchema, payments } from './payment.ts'
import { type PriceBook, priceBookSchema, priceBooks } from './price-book.ts'
import { recordOf } from './record.ts'
import { type Subscription, subscriptionSchema, subscriptions } from './subscription.ts'
import { type UsageRecord, usageOf } from './usage.ts'

/** What the partner bills its customers, and what they pay. All that a customer's answer may be made of. */
export type CustomerSide = {
  customer(id: CustomerId): Promise<Customer | undefined>
  /** All of them, or those of one Partner Center account, a page at a time, by account and id. */
  customers(partner?: PartnerId): AsyncIterable<Customer>
  /** Up to 20 whose name has a word that starts with each word of the text, whatever case and accents. For partner staff. */
  findCustomers(text: string): Promise<readonly Customer[]>
  /** Issued bills and credit notes, newest first. */
  invoices(customer: CustomerId): Promise<readonly Invoice[]>
  /** By the legal or Saldo's own number, in any case. Only the customer's own and only issued ones. */
  invoice(customer: CustomerId, number: string): Promise<Invoice | undefined>
  /** Newest first. */
  payments(customer: CustomerId): Promise<readonly Payment[]>
  subscriptions(customer: CustomerId): Promise<readonly Subscription[]>
  /** Oldest first, decided ones included. */
  disputes(customer: CustomerId): Promise<readonly Dispute[]>
  account(customer: CustomerId): Promise<Account | undefined>
}

/** What Microsoft bills the partner, and what the partner adds. Only for partner roles with billing rights. */
export type SupplierSide = {
  /** The customer's charges of one supplier invoice as its completed import has them; empty for an unknown one. */
  charges(customer: CustomerId, supplierInvoice: string): Promise<readonly Charge[]>
  /** The customer's Azure usage behind one supplier invoice, with its cost; empty where none came in. */
  usage(customer: CustomerId, supplierInvoice: string): Promise<readonly UsageRecord[]>
  /** Newest period first. */
  supplierInvoices(partner: PartnerId): Promise<readonly SupplierInvoice[]>
  priceBook(partner: PartnerId): Promise<PriceBook | undefined>
}

export type Ledger = CustomerSide & SupplierSide

const foundAtMost = 20

/** Keys that start with a text: everything from the text to the text followed by the last character there is. */
const startingWith = (text: string) => ({ from: text, to: `${text}\uffff` })

async function* customersOf(reading: Reading, partner?: PartnerId): AsyncGenerator<Customer> {
  const query = partner ? { index: 'partner', equals: partner } : { index: 'partner' }
  for await (const { data } of every(reading, customers, query)) yield recordOf(customerSchema, data)
}

async function findCustomers(reading: Reading, text: string): Promise<readonly Customer[]> {
  // The longest word is the rarest one: it finds the fewest names, and the others are compared with those.
  const wanted = nameWords(text).sort((a, b) => b.length - a.length)
  const found = new Map<CustomerId, Customer>()
  if (!wanted[0]) return []
  for await (const { data } of every(reading, customers, { index: 'word', ...startingWith(wanted[0]) })) {
    const words = nameWords(data.name)
    if (wanted.every((part) => words.some((word) => word.startsWith(part))))
      found.set(data.id, recordOf(customerSchema, data))
    if (found.size === foundAtMost) break
  }
  return [...found.values()].sort((a, b) => a.name.localeCompare(b.name, 'en'))
}

async function invoicesOf(reading: Reading, customer: CustomerId): Promise<readonly Invoice[]> {
  const query = { index: 'customer', ...startingWith(`${customer}|`), order: 'descending' } as const
  const { items } = await reading.find(invoices, query)
  return items.map(({ data }) => recordOf(invoiceSchema, data)).filter(({ status }) => status === 'issued')
}

async function invoiceOf(reading: Reading, customer: CustomerId, number: string): Promise<Invoice | undefined> {
  const key = `${customer}|${number.trim().toUpperCase()}`
  const { items } = await reading.find(invoices, { index: 'number', equals: key })
  return items.map(({ data }) => recordOf(invoiceSchema, data)).find(({ status }) => status === 'issued')
}

async function paymentsOf(reading: Reading, customer: CustomerId): Promise<readonly Payment[]> {
  const query = { index: 'customer', ...startingWith(`${customer}|`), order: 'descending' } as const
  return (await reading.find(payments, query)).items.map(({ data }) => recordOf(paymentSchema, data))
}

async function chargesOf(reading: Reading, customer: CustomerId, number: string): Promise<readonly Charge[]> {
  const invoice = await reading.get(supplierInvoices, supplierInvoiceKey(customer.split('.')[0] as PartnerId, number))
  if (!invoice) return []
  const { items } = await reading.find(chargePages, { index: 'customer', equals: `${customer}|${number}` })
  return (
    items
      .map(({ data }) => data)
      .filter((page) => page.import === invoice.data.import)
      .sort((a, b) => a.page - b.page)
      // Read anew each time: charges are many, large, and looked at once.
      .flatMap((page) => chargePageSchema.decode(page).charges)
  )
}

async function supplierInvoicesOf(reading: Reading, partner: PartnerId): Promise<readonly SupplierInvoice[]> {
  const query = { index: 'partner', ...startingWith(`${partner}|`), order: 'descending' } as const
  return (await reading.find(supplierInvoices, query)).items.map(({ data }) => recordOf(supplierInvoiceSchema, data))
}

/** The ledger's records as they are in a store, or as one unit of work sees them. */
export function ledgerOf(reading: Reading): Ledger {
  const ledger: Ledger = {
    async customer(id) {
      const stored = await reading.get(customers, id)
      return stored && recordOf(customerSchema, stored.data)
    },
    customers: (partner) => customersOf(reading, partner),
    findCustomers: (text) => findCustomers(reading, text),
    invoices: (customer) => invoicesOf(reading, customer),
    invoice: (customer, number) => invoiceOf(reading, customer, number),
    payments: (customer) => paymentsOf(reading, customer),
    async subscriptions(customer) {
      const { items } = await reading.find(subscriptions, { index: 'customer', equals: customer })
      return items.map(({ data }) => recordOf(subscriptionSchema, data))
    },
    async disputes(customer) {
      const { items } = await reading.find(disputes, { index: 'customer', equals: customer })
      return items.map(({ data }) => recordOf(disputeSchema, data)).sort((a, b) => (a.openedAt < b.openedAt ? -1 : 1))
    },
    charges: (customer, number) => chargesOf(reading, customer, number),
    usage: (customer, number) => usageOf(reading, customer, number),
    supplierInvoices: (partner) => supplierInvoicesOf(reading, partner),
    async priceBook(partner) {
      const stored = await reading.get(priceBooks, partner)
      return stored && recordOf(priceBookSchema, stored.data)
    },
    account: (customer) => accountOf(ledger, customer),
  }
  return ledger
}

async function accountOf(ledger: CustomerSide, id: CustomerId): Promise<Account | undefined> {
  const customer = await ledger.customer(id)
  if (!customer) return undefined
  const [invoices, payments, subscriptions, disputes] = await Promise.all([
    ledger.invoices(id),
    ledger.payments(id),
    ledger.subscriptions(id),
    ledger.disputes(id),
  ])
  return { customer, invoices, payments, subscriptions, disputes }
}
