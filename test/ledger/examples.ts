import { totalsOf } from '../../src/ledger/bill-totals.ts'
import type { Charge, SupplierInvoice } from '../../src/ledger/charge.ts'
import type { Customer } from '../../src/ledger/customer.ts'
import type { Invoice, InvoiceLine } from '../../src/ledger/invoice.ts'
import type { Payment } from '../../src/ledger/payment.ts'
import type { PriceBook } from '../../src/ledger/price-book.ts'
import { currency } from '../../src/values/currency.ts'
import { addDays, day } from '../../src/values/day.ts'
import { decimal } from '../../src/values/decimal.ts'
import {
  customerId,
  type ImportId,
  type InvoiceId,
  type PaymentId,
  partnerId,
  type SubscriptionId,
  tenantId,
} from '../../src/values/ids.ts'
import { moneyOf } from '../../src/values/money.ts'
import { monthOf } from '../../src/values/period.ts'

export const eur = currency('EUR')
export const gbp = currency('GBP')
export const euros = (amount: string) => moneyOf(amount, eur)
export const partner = partnerId('11111111-1111-1111-1111-111111111111')
export const firstImport = 'import-1' as ImportId

const tenantAt = (at: number) => tenantId(`22222222-2222-2222-2222-${String(at).padStart(12, '0')}`)
export const customerAt = (at: number) => customerId(partner, tenantAt(at))

export const aCustomer = (at = 1, over: Partial<Customer> = {}): Customer => ({
  id: customerAt(at),
  partner,
  tenant: tenantAt(at),
  name: `Customer ${at}`,
  domain: `customer${at}.example`,
  country: 'PT',
  language: 'pt-PT',
  timeZone: 'Europe/Lisbon',
  currency: eur,
  netDays: 30,
  taxRate: decimal('23'),
  taxName: 'IVA',
  ...over,
})

/** A line of Microsoft's file by the figures of its reference: seats of an annual term billed monthly. */
export function aCharge(
  over: {
    line?: number
    type?: string
    price?: string
    eup?: string
    seats?: string
    subtotal?: string
    from?: string
    to?: string
    term?: readonly [string, string]
    more?: Partial<Charge>
  } = {},
): Charge {
  const { type = 'new', price = '12', seats = '10', subtotal = '120.00', from = '2022-03-05', to = '2022-04-04' } = over
  const term = over.term ?? ['2022-03-05', '2023-03-04']
  return {
    line: over.line ?? 2,
    orderId: 'order-1',
    orderDate: day(from),
    productId: 'CFQ7TTC0LH18',
    skuId: '0001',
    skuName: 'Microsoft 365 Business Premium',
    productName: 'Microsoft 365 Business Premium',
    chargeType: type,
    unitPrice: decimal(price),
    quantity: decimal(seats),
    subtotal: decimal(subtotal),
    taxTotal: decimal('0'),
    total: decimal(subtotal),
    currency: eur,
    subscription: 'subscription-1' as SubscriptionId,
    chargeStart: day(from),
    chargeEnd: day(to),
    termAndBillingCycle: 'One-Year commitment for monthly billing',
    effectiveUnitPrice: decimal(over.eup ?? (subtotal.startsWith('-') ? `-${price}` : price)),
    billableQuantity: decimal(seats),
    billingFrequency: 'Monthly',
    subscriptionStart: day(term[0] as string),
    subscriptionEnd: day(term[1] as string),
    ...over.more,
  }
}

export const aSupplierInvoice = (over: Partial<SupplierInvoice> = {}): SupplierInvoice => ({
  number: 'G000000001',
  partner,
  period: monthOf('2022-03'),
  currency: eur,
  total: decimal('0'),
  lines: 1,
  import: firstImport,
  customers: [customerAt(1)],
  ...over,
})

export const aPriceBook = (over: Partial<PriceBook> = {}): PriceBook => ({
  partner,
  prefix: 'NOR',
  default: { margin: decimal('15') },
  rules: [],
  ...over,
})

export const aLine = (number: number, net: string, over: Partial<InvoiceLine> = {}): InvoiceLine => ({
  number,
  productId: 'CFQ7TTC0LH18',
  skuId: '0001',
  product: 'Microsoft 365 Business Premium',
  chargeType: 'cycleCharge',
  quantity: decimal(1),
  unitPrice: decimal(net).abs(),
  net: euros(net),
  taxRate: decimal('23'),
  charges: [],
  ...over,
})

/** An issued bill with one line a net amount; `taxRate` 0 keeps totals easy to read. */
export function aBill(
  id: string,
  nets: readonly string[],
  over: Partial<Invoice> & { taxRate?: string } = {},
): Invoice {
  const { taxRate = '0', ...more } = over
  const lines = nets.map((net, at) => aLine(at + 1, net, { taxRate: decimal(taxRate) }))
  const issuedOn = more.issuedOn ?? day('2026-10-08')
  return {
    id: id as InvoiceId,
    customer: customerAt(1),
    kind: 'invoice',
    status: 'issued',
    number: id.toUpperCase(),
    issuedOn,
    dueOn: addDays(issuedOn, 30),
    period: monthOf('2026-09'),
    currency: eur,
    lines,
    ...totalsOf(lines, eur, 'IVA'),
    origin: { type: 'bill-out', supplierInvoice: 'G000000001' },
    ...more,
  }
}

export const aPayment = (id: string, amount: string, allocations: Record<string, string> = {}): Payment => ({
  id: id as PaymentId,
  customer: customerAt(1),
  receivedOn: day('2026-10-20'),
  amount: euros(amount),
  reference: '',
  method: 'bank-transfer',
  allocations: Object.entries(allocations).map(([invoice, part]) => ({
    invoice: invoice as InvoiceId,
    amount: euros(part),
  })),
  import: 'payments-1',
  line: 2,
})
