import { z } from 'zod'
import { draftBill } from '../../ledger/bill-out.ts'
import { chargeSchema, type SupplierInvoice } from '../../ledger/charge.ts'
import { type Customer, customerSchema } from '../../ledger/customer.ts'
import type { Invoice } from '../../ledger/invoice.ts'
import { billNumber } from '../../ledger/number-series.ts'
import type { PriceBook } from '../../ledger/price-book.ts'
import type { ChargeReader } from '../../partner-center/charge-reader.ts'
import { orderCharges } from '../../partner-center/order-charges.ts'
import type { Day } from '../../values/day.ts'
import { customerId, type InvoiceId, tenantId } from '../../values/ids.ts'
import type { SamplePartnerAccount } from './sample-accounts.ts'
import type { SampleCustomer } from './sample-customers.ts'

export const ledgerCustomer = (account: SamplePartnerAccount, customer: SampleCustomer): Customer => {
  const { story: _story, key: _key, account: _account, ...record } = customer
  return z.decode(customerSchema, {
    ...record,
    id: customerId(account.partner, tenantId(customer.tenant)),
    partner: account.partner,
  })
}

export type SampleBilling = {
  readonly account: SamplePartnerAccount
  readonly supplierInvoice: SupplierInvoice
  readonly priceBook: PriceBook
  readonly reader: ChargeReader
  readonly issuedOn: Day
}

/**
 * The bill that bill-out will make of a customer's rows, so that payments can name its number and amount. Numbers run by customer
 * id through the months, as issuing gives them.
 */
export function sampleBill(
  billing: SampleBilling,
  customer: SampleCustomer,
  rows: readonly (readonly string[])[],
  number: number,
): Invoice {
  const charges = orderCharges(rows.map((row, at) => billing.reader.read(row, at + 2))).map((charge) =>
    z.decode(chargeSchema, charge),
  )
  const { prefix } = billing.account
  const drafted = draftBill({
    ...billing,
    customer: ledgerCustomer(billing.account, customer),
    charges,
    id: customer.key as InvoiceId,
    number: billNumber(prefix, billing.issuedOn.slice(0, 4), number),
  })
  if (drafted.kind === 'drafted') return drafted.invoice
  throw new Error(`the sample cannot be billed: ${JSON.stringify(drafted.faults[0])}`)
}
