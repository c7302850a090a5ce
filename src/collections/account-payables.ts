import { type SupplierInvoice, supplierInvoices } from '../ledger/charge.ts'
import { ledgerOf } from '../ledger/ledger.ts'
import type { Reading } from '../store/documents.ts'
import { addDays, type Day } from '../values/day.ts'
import type { PartnerId } from '../values/ids.ts'
import {
  type BillBehind,
  billsBehind,
  dueOf,
  type Payable,
  type PayableTerms,
  payables,
  payableTerms,
} from './payables.ts'
import { policiesOf } from './policy.ts'
import { supplierPaymentsOf } from './supplier-payment.ts'

/** The Partner Center accounts that Microsoft has billed, each found by skipping past the one before. */
export async function billedAccounts(reading: Reading): Promise<readonly PartnerId[]> {
  const accounts: PartnerId[] = []
  let from = ''
  while (true) {
    const { items } = await reading.find(supplierInvoices, { index: 'partner', from, limit: 1 })
    if (!items[0]) return accounts
    accounts.push(items[0].data.partner)
    from = `${items[0].data.partner}|\uffff`
  }
}

/** What one Partner Center account has to pay to Microsoft, read from the ledger: COST, for who may see it alone. */
export async function accountPayables(reading: Reading, partner: PartnerId, today: Day): Promise<readonly Payable[]> {
  const { terms, supplierInvoices, paid } = await basis(reading, partner, today)
  const ledger = ledgerOf(reading)
  const behind: BillBehind[] = []
  if (supplierInvoices.length > 0)
    for await (const { id } of ledger.customers(partner)) {
      const account = await ledger.account(id)
      if (account) behind.push(...billsBehind(account, today))
    }
  return payables({ supplierInvoices, behind, paid }, today, terms)
}

/** An invoice that nobody has noted as paid, with its days. */
export type UnpaidPayable = ReturnType<typeof dueOf> & {
  readonly supplierInvoice: SupplierInvoice
  readonly noticed: boolean
  /** Whether a notice is to be given: the day comes near. One whose day is long past gets none: it was paid, or everybody knows. */
  readonly near: boolean
}

/** What an account has to pay to Microsoft and when, without a look at any bill. Cost. */
export async function unpaidPayables(
  reading: Reading,
  partner: PartnerId,
  today: Day,
): Promise<readonly UnpaidPayable[]> {
  const { terms, supplierInvoices, paid, noticed } = await basis(reading, partner, today)
  return supplierInvoices
    .filter(({ number }) => !paid.has(number))
    .map((supplierInvoice) => {
      const days = dueOf(supplierInvoice.period, terms)
      const near = today >= addDays(days.atRiskOn, -terms.warnDays) && today <= addDays(days.atRiskOn, caughtUp)
      return { ...days, supplierInvoice, noticed: noticed.has(supplierInvoice.number), near }
    })
}

/** Days after which a notice that nobody gave in time is not given any more. */
const caughtUp = 7

async function basis(reading: Reading, partner: PartnerId, today: Day) {
  const terms: PayableTerms = payableTerms(await policiesOf(reading, partner), today)
  const records = await supplierPaymentsOf(reading, partner)
  const paid = new Map<string, Day>()
  for (const { number, paid: noted } of records.values()) if (noted) paid.set(number, noted.on)
  const noticed = new Set([...records.values()].filter(({ noticedAt }) => noticedAt).map(({ number }) => number))
  return { terms, supplierInvoices: await ledgerOf(reading).supplierInvoices(partner), paid, noticed }
}
