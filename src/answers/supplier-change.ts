import type { LedgerSide } from '../language/ledger-side.ts'
import type { BridgeLine, BridgeSide } from '../ledger/bridge/bridge-line.ts'
import { type Bridge, bridge } from '../ledger/bridge.ts'
import { type ChargesOfInvoice, sideOfCharges, sideOfInvoices } from '../ledger/bridge-side.ts'
import { type SupplierInvoice, supplierInvoiceKey } from '../ledger/charge.ts'
import type { Ledger } from '../ledger/ledger.ts'
import { beforeTax, marginBridge } from '../ledger/margin-bridge.ts'
import type { Source } from '../values/fact.ts'
import { contains, monthOf, monthsIn, type Period, periodOf, shifted } from '../values/period.ts'
import type { Asked } from './asked.ts'
import type { Answered, BillingAsking } from './asking.ts'
import { bridgeLineSources } from './bridge-line-sources.ts'
import { bridgeReply } from './bridge-reply.ts'
import { periodFact } from './facts.ts'
import { allCauses, aPerson, comparedWithLastYear, latestInvoice } from './offers.ts'
import { reply } from './reply.ts'
import { clockSource, computed } from './sources.ts'

export const kinds = ['cost.change', 'margin.change', 'cost.change.none', 'margin.change.other-currency'] as const

type Month = { readonly period: Period; readonly billed: readonly ChargesOfInvoice[] }

/** Why what Microsoft bills for a customer changed, or what is left of what the customer is billed. For partner staff alone. */
export async function supplierChange(asking: BillingAsking, side: LedgerSide, ledger: Ledger): Promise<Answered> {
  const { customer } = asking.account
  const invoices = (await ledger.supplierInvoices(customer.partner)).filter(({ customers }) =>
    customers.includes(customer.id),
  )
  const [later, earlier] = await Promise.all(
    periodsOf(asking, invoices[0]).map((wanted) => chargesIn(asking, wanted, invoices, ledger)),
  )
  if (!later || !earlier) throw new Error('two periods are compared')
  // Microsoft can bill one customer in two currencies; of two nothing is compared but what is in both.
  const currency = later.billed[0]?.charges[0]?.currency
  const [to, from] = [inCurrency(later, currency), inCurrency(earlier, currency)]
  const missing = [to, from].find(({ billed }) => billed.length === 0)
  if (missing)
    return reply(
      'cost.change.none',
      { period: periodFact(missing.period, clockSource) },
      { offers: [latestInvoice, aPerson] },
    )
  const cost = [from, to].map(({ billed, period: days }) => sideOfCharges(billed, days)) as [BridgeSide, BridgeSide]
  const sourceOf = sourceIn(asking, [...from.billed, ...to.billed])
  if (side === 'cost') return said(asking, 'cost.change', bridge(cost[0], cost[1]), { from, to, sourceOf })
  const bills = [from, to].map(({ period: days }) => billsIn(asking, days, cost[1].currency))
  if (bills.some((each) => each.length === 0))
    return reply('margin.change.other-currency', {}, { offers: [latestInvoice, aPerson] })
  const [before, after] = bills.map((each) => beforeTax(sideOfInvoices(each))) as [BridgeSide, BridgeSide]
  const left = marginBridge(bridge(before, after), bridge(beforeTax(cost[0]), beforeTax(cost[1])))
  return said(asking, 'margin.change', left, { from, to, sourceOf })
}

const inCurrency = ({ period: days, billed }: Month, wanted: string | undefined): Month => ({
  period: days,
  billed: billed
    .map((each) => ({ ...each, charges: each.charges.filter(({ currency }) => currency === wanted) }))
    .filter(({ charges }) => charges.length > 0),
})

type Told = { readonly from: Month; readonly to: Month; readonly sourceOf: (line: BridgeLine) => Source }

function said(
  asking: BillingAsking,
  kind: (typeof kinds)[number],
  found: Bridge,
  { from, to, sourceOf }: Told,
): Answered {
  const { intent, slots, side } = asking
  const again: Asked = { intent, slots, side, against: asking.against }
  const name = ({ period: days }: Month) => periodFact(days, clockSource)
  const totals = ({ billed }: Month) =>
    computed(
      'sum of the charges',
      billed.map(({ supplierInvoice: { partner, number } }) => addressOf(partner, number)),
    )
  return bridgeReply({
    kind,
    bridge: found,
    from: { name: name(from), source: totals(from) },
    to: { name: name(to), source: totals(to) },
    sourceOf,
    taxes: computed('taxes of the charges', [totals(from), totals(to)]),
    all: asking.all ?? false,
    allOffer: allCauses(again),
    offers: [comparedWithLastYear(again), latestInvoice],
  })
}

const addressOf = (partner: Parameters<typeof supplierInvoiceKey>[0], number: string, line?: number): Source => ({
  type: 'record',
  record: 'supplier_invoices',
  id: supplierInvoiceKey(partner, number),
  field: line === undefined ? 'total' : 'charges.subtotal',
  line,
})

/** The address of a charge, or of the bill's line that was made of it. */
function sourceIn({ account }: BillingAsking, billed: readonly ChargesOfInvoice[]): (line: BridgeLine) => Source {
  const partners = new Map(billed.map(({ supplierInvoice: { number, partner } }) => [number, partner]))
  const ofBill = bridgeLineSources(account.invoices)
  return (line) => {
    const partner = partners.get(line.document)
    return partner ? addressOf(partner, line.document, line.number) : ofBill(line)
  }
}

/** The period that is asked about, and the one it is compared with. */
function periodsOf(
  { slots, against, today }: BillingAsking,
  newest: SupplierInvoice | undefined,
): readonly [Period, Period] {
  const to = slots.period ? periodOf(slots.period) : (newest?.period ?? monthOf(today))
  if (against?.period) return [to, periodOf(against.period)]
  return [to, shifted(to, against?.year ? -12 : -monthsIn(to))]
}

async function chargesIn(
  { account }: BillingAsking,
  wanted: Period,
  invoices: readonly SupplierInvoice[],
  ledger: Ledger,
): Promise<Month> {
  const billed = await Promise.all(
    invoices
      .filter((invoice) => contains(wanted, invoice.period.from))
      .map(async (supplierInvoice) => ({
        supplierInvoice,
        charges: await ledger.charges(account.customer.id, supplierInvoice.number),
      })),
  )
  return { period: wanted, billed }
}

const billsIn = ({ account }: BillingAsking, days: Period, currency: string) =>
  account.invoices.filter((invoice) => contains(days, invoice.period.from) && invoice.currency === currency)
