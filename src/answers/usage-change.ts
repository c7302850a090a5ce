import type { Invoice, InvoiceLine } from '../ledger/invoice.ts'
import { joinUsage } from '../ledger/join-usage.ts'
import type { Ledger } from '../ledger/ledger.ts'
import type { UsageRecord } from '../ledger/usage.ts'
import { type UsageRise, usageRise } from '../ledger/usage-rise.ts'
import type { UsageShare } from '../ledger/usage-shares.ts'
import type { Facts, Source } from '../values/fact.ts'
import { asDecimal, type Money, negate, subtract, sum } from '../values/money.ts'
import type { Answered, Offer } from './asking.ts'
import { bridgeChart, directionFact } from './bridge-reply.ts'
import { signedFacts } from './cause-facts.ts'
import { countFact, decimalFact, moneyFact, termFact, textFact } from './facts.ts'
import { reply } from './reply.ts'
import { computed, ofLine } from './sources.ts'

export const kinds = ['usage.change', 'note.more-rises', 'note.beside-usage'] as const
export const terms = ['usage.no-group']

const shownAtMost = 3
const shownOfAll = 40

/** One side of the comparison: its bills' usage lines, and how each splits over resource groups and meters. */
export type UsageSide = {
  readonly lines: readonly { readonly invoice: Invoice; readonly line: InvoiceLine }[]
  readonly shares: readonly UsageShare[]
  /** What else these products are billed or credited. */
  readonly beside: UsageSide['lines']
}

/** The usage behind the bills of one side; undefined where not all of it is known: a part would not add up. */
export async function usageSide(ledger: Ledger, invoices: readonly Invoice[]): Promise<UsageSide | undefined> {
  const lines: UsageSide['lines'][number][] = []
  const shares: UsageShare[] = []
  for (const invoice of invoices) {
    if (!invoice.lines.some(({ meter }) => meter !== undefined)) continue
    for (const joined of joinUsage(invoice.lines, await usageOf(ledger, invoice))) {
      if (joined.shares.length === 0 && joined.net.minor !== 0n) return undefined
      lines.push(...joined.lines.map((line) => ({ invoice, line })))
      shares.push(...joined.shares)
    }
  }
  if (lines.length === 0) return undefined
  const metered = new Set(lines.map(({ line }) => line.product))
  const beside = invoices.flatMap((invoice) =>
    invoice.lines.flatMap((line) => (!line.meter && metered.has(line.product) ? [{ invoice, line }] : [])),
  )
  return { lines, shares, beside }
}

const usageOf = async (ledger: Ledger, { customer, origin }: Invoice): Promise<readonly UsageRecord[]> =>
  origin.type === 'bill-out' ? ledger.usage(customer, origin.supplierInvoice) : []

type Told = {
  readonly from: UsageSide
  readonly to: UsageSide
  readonly names: Facts
  readonly all: boolean
  readonly allOffer: Offer
  readonly offers: readonly Offer[]
}

/** Which resource group and meter made Azure cost more or less: the customer's own billed amounts, split over the usage; before tax. */
export function usageChange({ from, to, names, all, allOffer, offers }: Told): Answered {
  const rises = usageRise(from.shares, to.shares)
  const source = sourceOf([...from.lines, ...to.lines])
  const shown = rises.slice(0, all ? shownOfAll : shownAtMost)
  const left = rises.slice(shown.length)
  const currency = (to.lines[0] ?? from.lines[0])!.line.net.currency
  const [before, after] = [from, to].map(({ lines }) =>
    sum(
      lines.map(({ line }) => line.net),
      currency,
    ),
  ) as [Money, Money]
  const difference = subtract(after, before)
  const facts: Facts = {
    ...names,
    to: moneyFact(after, sourceOf(to.lines)),
    from: moneyFact(before, sourceOf(from.lines)),
    difference: moneyFact(absolute(difference), source),
    direction: directionFact(asDecimal(difference), source),
    count: countFact(rises.length, source),
  }
  const rest = sum(
    left.map(({ rise }) => rise),
    currency,
  )
  return reply('usage.change', facts, {
    rows: shown.map((rise) => riseFacts(rise, source)),
    notes: [...moreNote(left.length, rest, source), ...besideNote(from, to, names)],
    chart: bridgeChart(
      facts,
      shown.map((rise) => barOf(rise, source)),
      left.length > 0 ? moneyFact(rest, source) : undefined,
    ),
    offers: left.length > 0 && !all ? [allOffer, ...offers] : offers,
  })
}

const moreNote = (count: number, rest: Money, source: Source) =>
  count > 0
    ? [{ kind: 'note.more-rises', facts: { more: countFact(count, source), ...signedFacts(rest, source) } }]
    : []

/** Credits are no usage: without them nobody could tell why a bill went up whose usage went down. */
function besideNote(from: UsageSide, to: UsageSide, names: Facts) {
  const [first] = [...from.beside, ...to.beside]
  if (!first) return []
  const sumOf = ({ beside }: UsageSide) =>
    moneyFact(
      sum(
        beside.map(({ line }) => line.net),
        first.line.net.currency,
      ),
      computed(
        'lines that are no usage',
        [...from.beside, ...to.beside].map(({ invoice, line }) => ofLine(invoice, line, 'net')),
      ),
    )
  return [{ kind: 'note.beside-usage', facts: { ...names, before: sumOf(from), after: sumOf(to) } }]
}

const absolute = (amount: Money): Money => (amount.minor < 0n ? negate(amount) : amount)

const sourceOf = (lines: UsageSide['lines']): Source =>
  computed(
    'billed amounts split over daily rated usage',
    lines.map(({ invoice, line }) => ofLine(invoice, line, 'net')),
  )

const barOf = ({ resourceGroup, meter, rise }: UsageRise, source: Source) => ({
  label: textFact([resourceGroup, meter].filter(Boolean).join(', '), source),
  amount: moneyFact(rise, source),
})

const riseFacts = (rise: UsageRise, source: Source): Facts => ({
  group: rise.resourceGroup ? textFact(rise.resourceGroup, source) : termFact('usage.no-group', source),
  place: textFact(rise.azureSubscriptionName ?? rise.azureSubscription, source),
  meter: textFact(rise.meter, source),
  before: decimalFact(rise.from.quantity.round(4), source),
  after: decimalFact(rise.to.quantity.round(4), source),
  unit: textFact(rise.unit, source),
  ...signedFacts(rise.rise, source),
})
