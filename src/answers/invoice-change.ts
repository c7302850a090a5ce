import type { BridgeLine, BridgeSide } from '../ledger/bridge/bridge-line.ts'
import type { Driver } from '../ledger/bridge/driver.ts'
import { bridge } from '../ledger/bridge.ts'
import { sideOfInvoices } from '../ledger/bridge-side.ts'
import type { Invoice } from '../ledger/invoice.ts'
import type { Ledger } from '../ledger/ledger.ts'
import type { Currency } from '../values/currency.ts'
import type { Source } from '../values/fact.ts'
import type { Asked } from './asked.ts'
import type { Answered, BillingAsking, Offer } from './asking.ts'
import { bridgeLineSources } from './bridge-line-sources.ts'
import { bridgeReply, comparedNames } from './bridge-reply.ts'
import { type Compared, type ComparedSide, comparedBills, hasYearBefore } from './compared-bills.ts'
import { askedText, countFact, periodFact, textFact } from './facts.ts'
import { matchProduct } from './match-product.ts'
import {
  allCauses,
  allInvoices,
  aPerson,
  comparedWithLastYear,
  latestInvoice,
  resourceGroups,
  showInvoice,
} from './offers.ts'
import { ofProduct } from './product-change.ts'
import { reply } from './reply.ts'
import { clockSource, computed, ofInvoice } from './sources.ts'
import { type UsageSide, usageChange, usageSide } from './usage-change.ts'

export const kinds = [
  'invoice.change',
  'invoice.change.alone',
  'invoice.change.none-of-period',
  'invoice.change.other-currency',
  'invoice.change.product',
  'note.fewer-bills',
  'note.no-resource-groups',
] as const

/** Why a bill or a period comes to more or less than another: what changed, to the cent; all of it, or one product's part. */
export async function invoiceChange(asking: BillingAsking, ledger: Ledger): Promise<Answered> {
  const compared = comparedBills(asking)
  if (compared.kind === 'answered') return compared.answered
  if (compared.kind === 'alone') return alone(compared)
  const currency = currencyOf(asking, compared.to)
  const [from, to] = [inCurrency(compared.from, currency), inCurrency(compared.to, currency)]
  const invoice = to.invoices.length === 1 ? to.invoices[0] : undefined
  if (from.invoices.length === 0) return otherCurrency(compared)
  const usage = await usageOfBoth(ledger, from, to)
  const { product } = asking.slots
  const told: Told = { from, to, invoice, usage: usage !== undefined }
  if (usage && product && isUsage(product, usage)) return usageAnswer(asking, told, usage)
  const sides = [from, to].map(({ invoices, period }) => sideOfInvoices(invoices, period)) as [BridgeSide, BridgeSide]
  if (!product) return bridgeAnswer(asking, 'invoice.change', told, sides)
  const narrowed = ofProduct(sides, product)
  return narrowed
    ? bridgeAnswer(asking, 'invoice.change.product', told, narrowed)
    : reply('invoice.line.none-of-product', { product: askedText(product) }, { offers: [latestInvoice, aPerson] })
}

type Told = {
  readonly from: ComparedSide
  readonly to: ComparedSide
  /** The later side, where it is one bill. */
  readonly invoice: Invoice | undefined
  /** It is known which resource groups the usage was in. */
  readonly usage: boolean
}

function bridgeAnswer(
  asking: BillingAsking,
  kind: string,
  told: Told,
  [before, after]: readonly [BridgeSide, BridgeSide],
): Answered {
  const { from, to, invoice } = told
  const { product } = asking.slots
  return bridgeReply({
    kind,
    bridge: bridge(before, after),
    from: { name: from.name, source: totalOf(from) },
    to: { name: to.name, source: totalOf(to) },
    sourceOf: bridgeLineSources([...from.invoices, ...to.invoices]),
    taxes: computed(
      'taxes of the bills',
      [...from.invoices, ...to.invoices].map((each) => ofInvoice(each, 'taxes')),
    ),
    all: asking.all ?? false,
    onBoth: monthsOf(from) === monthsOf(to) ? undefined : standsOnBoth(before, after),
    more: { ...(invoice && billFact(invoice)), ...(product && { product: askedText(product) }) },
    notes: [...fewerBills(from, to), ...noGroups(told, [...before.lines, ...after.lines], product)],
    allOffer: allCauses(again(asking)),
    offers: nextAfter(asking, told),
  })
}

/** Whoever asks about Azure mostly wants to know where: that it is not known is said, or the meters would seem to be the answer. */
const noGroups = ({ usage }: Told, lines: readonly BridgeLine[], product: string | undefined) =>
  product && !usage && lines.some(({ meter }) => meter) ? [{ kind: 'note.no-resource-groups', facts: {} }] : []

const billFact = (invoice: Invoice) => ({ invoice: textFact(invoice.number, ofInvoice(invoice, 'number')) })

/** Whether the product that was named is what the usage is billed by: its plan or one of its meters. */
const isUsage = (product: string, { to, from }: UsageOfBoth): boolean =>
  matchProduct(product, [...to.lines, ...from.lines], ({ line }) => `${line.product} ${line.meter} Azure`).length > 0

type UsageOfBoth = { readonly from: UsageSide; readonly to: UsageSide }

async function usageOfBoth(ledger: Ledger, from: ComparedSide, to: ComparedSide): Promise<UsageOfBoth | undefined> {
  // Only bills with meters have any: for all others nothing is read.
  const [before, after] = [await usageSide(ledger, from.invoices), await usageSide(ledger, to.invoices)]
  return before && after ? { from: before, to: after } : undefined
}

const usageAnswer = (asking: BillingAsking, told: Told, { from, to }: UsageOfBoth): Answered =>
  usageChange({
    from,
    to,
    names: { ...comparedNames(told.from.name, told.to.name), ...(told.invoice && billFact(told.invoice)) },
    all: asking.all ?? false,
    allOffer: allCauses(again(asking)),
    offers: nextAfter(asking, { ...told, usage: false }),
  })

/** Figures of two currencies are never added up: the customer's own counts, where the bills have it. */
function currencyOf({ account }: BillingAsking, { invoices }: ComparedSide): Currency {
  const own = account.customer.currency
  return invoices.some(({ currency }) => currency === own) ? own : (invoices[0]?.currency ?? own)
}

const inCurrency = (side: ComparedSide, wanted: Currency): ComparedSide => ({
  ...side,
  invoices: side.invoices.filter(({ currency }) => currency === wanted),
})

const totalOf = ({ invoices }: ComparedSide): Source => {
  const totals = invoices.map((invoice) => ofInvoice(invoice, 'total'))
  return totals.length === 1 && totals[0] ? totals[0] : computed('sum of the bills', totals)
}

function alone({ to, wanted }: Extract<Compared, { kind: 'alone' }>): Answered {
  const [bill] = to.invoices
  const offers = bill ? [showInvoice(bill), aPerson] : [latestInvoice, aPerson]
  return wanted
    ? reply('invoice.change.none-of-period', { period: periodFact(wanted, clockSource), toName: to.name }, { offers })
    : reply('invoice.change.alone', { toName: to.name }, { offers })
}

const otherCurrency = ({ from, to }: Extract<Compared, { kind: 'both' }>): Answered =>
  reply('invoice.change.other-currency', { toName: to.name, fromName: from.name }, { offers: [latestInvoice, aPerson] })

const monthsOf = ({ invoices }: ComparedSide): number => new Set(invoices.map(({ period }) => period.from)).size

function standsOnBoth(...sides: readonly BridgeSide[]): (driver: Driver) => boolean {
  const [before, after] = sides.map(
    ({ lines }) => new Set<string>(lines.map((line) => line.subscription ?? line.product)),
  )
  return ({ subscription, product = '' }) =>
    Boolean(before?.has(subscription ?? product) && after?.has(subscription ?? product))
}

/** A quarter that is not billed whole yet compares with one that is: said, or it would look like a saving. */
function fewerBills(from: ComparedSide, to: ComparedSide) {
  const [before, after] = [monthsOf(from), monthsOf(to)]
  if (before === after) return []
  const counted = computed(
    'billed months',
    [...from.invoices, ...to.invoices].map((each) => ofInvoice(each, 'period')),
  )
  return [
    {
      kind: 'note.fewer-bills',
      facts: {
        toCount: countFact(after, counted),
        fromCount: countFact(before, counted),
        toName: to.name,
        fromName: from.name,
      },
    },
  ]
}

const again = ({ intent, slots, against, side }: BillingAsking): Asked => ({ intent, slots, against, side })

function nextAfter(asking: BillingAsking, { invoice, usage, to }: Told): readonly Offer[] {
  const asked = again(asking)
  const year = !asking.against?.year && hasYearBefore(asking.account, to) ? [comparedWithLastYear(asked)] : []
  return [...(usage ? [resourceGroups(asked)] : []), invoice ? showInvoice(invoice) : allInvoices, ...year, aPerson]
}
