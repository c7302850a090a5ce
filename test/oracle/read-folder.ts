import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { parse } from 'csv-parse/sync'
import { parseAllDocuments } from 'yaml'
import { type Day, usDay } from './calendar.ts'
import { type Rational, rational } from './rational.ts'

export type Row = Readonly<Record<string, string>>

/** A line of Microsoft's reconciliation file, as far as a bill depends on it. `cells` is the row as it stands. */
export type Line = {
  readonly partner: string
  readonly customer: string
  readonly supplierInvoice: string
  readonly product: string
  readonly sku: string
  readonly productName: string
  readonly chargeType: string
  readonly unitPrice: Rational
  readonly effective: Rational
  readonly quantity: Rational
  readonly subtotal: Rational
  readonly currency: string
  readonly subscription: string
  readonly order: string
  readonly event: string
  readonly ordered: Day
  readonly from?: Day
  readonly to?: Day
  readonly term: string
  readonly frequency: string
  readonly subscriptionStart?: Day
  readonly subscriptionEnd?: Day
  readonly trial: boolean
  readonly cells: Row
}

export type CustomerRow = {
  readonly partner: string
  readonly tenant: string
  readonly name: string
  readonly currency: string
  readonly netDays: number
  readonly taxRate: Rational
  readonly language: string
}

export type PriceRow = { readonly margin: string } | { readonly fixed: string; readonly currency: string }
export type Rule = {
  readonly customer?: string
  readonly productId?: string
  readonly skuId?: string
  readonly billing?: string
  readonly price: PriceRow
}
export type PriceBookRow = {
  readonly partner: string
  readonly prefix: string
  readonly default?: PriceRow
  readonly rules: readonly Rule[]
}

export type PaymentRow = {
  readonly partner: string
  readonly tenant: string
  readonly receivedOn: Day
  readonly amount: Rational
  readonly currency: string
  readonly reference: string
}
export type PersonRow = {
  readonly tenant: string
  readonly objectId: string
  readonly name: string
  readonly mail: string
  readonly partner: string
  readonly roles: readonly string[]
  readonly language: string
}

export type Folder = {
  readonly lines: readonly Line[]
  readonly customers: readonly CustomerRow[]
  readonly priceBooks: readonly PriceBookRow[]
  readonly payments: readonly PaymentRow[]
  readonly people: readonly PersonRow[]
}

const rowsOf = (bytes: Buffer): Row[] => parse(bytes, { columns: true, bom: true, skip_empty_lines: true })

function eventOf(reference: string): string {
  return reference.startsWith('{') ? String((JSON.parse(reference) as { id?: string }).id ?? '') : reference
}

export const lineOf = (cells: Row): Line => ({
  partner: cells.PartnerId ?? '',
  customer: cells.CustomerId ?? '',
  supplierInvoice: cells.InvoiceNumber ?? '',
  product: cells.ProductId ?? '',
  sku: cells.SkuId ?? '',
  productName: cells.ProductName ?? '',
  chargeType: cells.ChargeType ?? '',
  unitPrice: rational(cells.UnitPrice ?? ''),
  effective: rational(cells.EffectiveUnitPrice ?? ''),
  quantity: rational(cells.BillableQuantity ?? ''),
  subtotal: rational(cells.Subtotal ?? ''),
  currency: cells.Currency ?? '',
  subscription: cells.SubscriptionId ?? '',
  order: cells.OrderId ?? '',
  event: eventOf(cells.ReferenceId ?? ''),
  ordered: usDay(cells.OrderDate ?? '') ?? '',
  from: usDay(cells.ChargeStartDate ?? ''),
  to: usDay(cells.ChargeEndDate ?? ''),
  term: cells.TermAndBillingCycle ?? '',
  frequency: cells.BillingFrequency ?? '',
  subscriptionStart: usDay(cells.SubscriptionStartDate ?? ''),
  subscriptionEnd: usDay(cells.SubscriptionEndDate ?? ''),
  trial: (cells.ProductQualifiers ?? '').includes('Trial'),
  cells,
})

const customerOf = (row: Row): CustomerRow => ({
  partner: row.partner_tenant ?? '',
  tenant: row.customer_tenant ?? '',
  name: row.name ?? '',
  currency: row.currency ?? '',
  netDays: Number(row.net_days),
  taxRate: rational(row.tax_rate ?? ''),
  language: row.language ?? '',
})

const paymentOf = (row: Row): PaymentRow => ({
  partner: row.partner_tenant ?? '',
  tenant: row.customer_tenant ?? '',
  receivedOn: row.received_on ?? '',
  amount: rational(row.amount ?? ''),
  currency: row.currency ?? '',
  reference: row.reference ?? '',
})

const personOf = (row: Row): PersonRow => ({
  tenant: row.tenant ?? '',
  objectId: row.object_id ?? '',
  name: row.name ?? '',
  mail: row.mail ?? '',
  partner: row.customer_partner_tenant ?? '',
  roles: (row.roles ?? '').split(' '),
  language: row.language ?? '',
})

/** Reads the folder that `saldo sample` writes, with nothing of ours. Months come in the order of their file names. */
export function readFolder(folder: string): Folder {
  const names = readdirSync(folder).sort()
  const bytes = (name: string): Buffer => {
    const file = readFileSync(join(folder, name))
    return name.endsWith('.gz') ? gunzipSync(file) : file
  }
  const reconciliations = names.filter((name) => /^reconciliation.*\.csv(\.gz)?$/.test(name))
  return {
    lines: reconciliations.flatMap((name) => rowsOf(bytes(name)).map(lineOf)),
    customers: rowsOf(bytes('customers.csv')).map(customerOf),
    priceBooks: parseAllDocuments(bytes('price-book.yaml').toString('utf8')).map((one) => one.toJS() as PriceBookRow),
    payments: rowsOf(bytes('payments.csv')).map(paymentOf),
    people: rowsOf(bytes('people.csv')).map(personOf),
  }
}
