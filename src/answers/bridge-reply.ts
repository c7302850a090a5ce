import type { BridgeLine } from '../ledger/bridge/bridge-line.ts'
import type { Driver } from '../ledger/bridge/driver.ts'
import type { Bridge } from '../ledger/bridge.ts'
import type { Chart } from '../values/chart.ts'
import { type Decimal, decimal } from '../values/decimal.ts'
import type { Fact, Facts, Source } from '../values/fact.ts'
import { isMonth } from '../values/period.ts'
import type { Answered, Offer } from './asking.ts'
import { type Cause, causesOf } from './cause.ts'
import { causeFacts, moneyIn, signedFacts } from './cause-facts.ts'
import { countFact, moneyFact, termFact, textFact } from './facts.ts'
import { reply } from './reply.ts'
import { computed } from './sources.ts'

export const kinds = ['note.more-causes', 'note.unexplained'] as const
export const terms = [
  ...['more', 'less', 'same'].map((direction) => `direction.${direction}`),
  ...['none', 'one', 'several'].map((many) => `reasons.${many}`),
  ...['bill', 'month', 'period'].map((what) => `compared.${what}`),
]

/** The biggest causes come first; the others wait until they are asked for. */
const shownAtMost = 3

type Named = { readonly name: Fact; readonly source: Source }

type BridgeReply = {
  readonly kind: string
  readonly bridge: Bridge
  /** What the two sides are called, and where their totals come from. */
  readonly from: Named
  readonly to: Named
  readonly sourceOf: (line: BridgeLine) => Source
  /** Where the taxes of both sides stand; no line has them. */
  readonly taxes: Source
  readonly all: boolean
  /** What neither started nor ended: a longer period has more of its cycles. */
  readonly onBoth?: (driver: Driver) => boolean
  readonly more?: Facts
  readonly notes?: readonly { readonly kind: string; readonly facts: Facts }[]
  readonly offers: readonly Offer[]
  /** Asks for every cause by itself. */
  readonly allOffer: Offer
}

/** A bridge as an answer: both totals, the difference, and what makes it up, to the cent. */
export function bridgeReply({ kind, bridge, from, to, sourceOf, taxes, all, ...rest }: BridgeReply): Answered {
  const causes = causesOf(bridge.drivers, all, rest.onBoth)
  const totals = computed('later total less earlier total', [from.source, to.source])
  const told = (cause: Cause): Told => ({
    cause,
    source: causeSource(cause, sourceOf, cause.kind === 'tax' ? taxes : totals),
  })
  // One that is left over is shown rather than summed up.
  const count = all || causes.length <= shownAtMost + 1 ? causes.length : shownAtMost
  const shown = causes.slice(0, count).map(told)
  const left = leftOver(causes.slice(count).map(told), bridge)
  const money = (amount: Decimal, source: Source) => moneyFact(moneyIn(amount, bridge.currency), source)
  const facts: Facts = {
    to: money(bridge.to, to.source),
    from: money(bridge.from, from.source),
    ...comparedNames(from.name, to.name),
    difference: money(bridge.difference.abs(), totals),
    direction: directionFact(bridge.difference, totals),
    count: countFact(causes.length, totals),
    reasons: reasonsFact(causes.length, totals),
    ...rest.more,
  }
  const moreNote = left ? [{ kind: 'note.more-causes', facts: left }] : []
  const unexplained = bridge.unexplained.eq(0) ? [] : [unexplainedNote(bridge, totals)]
  return reply(kind, facts, {
    rows: shown.map(({ cause, source }) => causeFacts(cause, bridge.currency, source)),
    notes: [...moreNote, ...unexplained, ...(rest.notes ?? [])],
    chart: bridgeChart(
      facts,
      shown.map((each) => barOf(each, bridge)),
      left?.amount,
    ),
    offers: left ? [rest.allOffer, ...rest.offers] : rest.offers,
  })
}

/** What is compared, by name, and whether that is a bill, a month's bill or those of a longer period: sentences differ. */
export const comparedNames = (from: Fact, to: Fact): Facts => ({
  toName: to,
  toWhat: termFact(`compared.${whatOf(to)}`, to.source),
  fromName: from,
  fromWhat: termFact(`compared.${whatOf(from)}`, from.source),
})

const whatOf = ({ value }: Fact): string =>
  value.type !== 'period' ? 'bill' : isMonth(value.period) ? 'month' : 'period'

/** How many reasons, as the sentence that leads to them needs to know. */
export const reasonsFact = (count: number, source: Source): Fact =>
  termFact(`reasons.${count === 0 ? 'none' : count === 1 ? 'one' : 'several'}`, source)

export const directionFact = (difference: Decimal, source: Source): Fact =>
  termFact(`direction.${difference.gt(0) ? 'more' : difference.lt(0) ? 'less' : 'same'}`, source)

/** Sources beyond this say nothing more that anybody would read: the first of them stand for the rest. */
const namedAtMost = 60

function causeSource({ kind, drivers }: Cause, sourceOf: (line: BridgeLine) => Source, whole: Source): Source {
  const lines = drivers.flatMap(({ lines: { from, to } }) => [...from, ...to])
  if (lines.length === 0) return whole
  return computed(`bridge: ${kind}`, lines.slice(0, namedAtMost).map(sourceOf))
}

type Told = { readonly cause: Cause; readonly source: Source }

/** What is not shown by itself, summed up; nothing when all of it is shown. */
function leftOver(left: readonly Told[], { currency }: Bridge) {
  if (left.length === 0) return undefined
  const amount = left.reduce((sum, { cause }) => sum.plus(cause.amount), decimal(0))
  const source = computed(
    'sum of the smaller causes',
    left.map((each) => each.source),
  )
  return { more: countFact(left.length, source), ...signedFacts(moneyIn(amount, currency), source) }
}

const unexplainedNote = ({ unexplained, currency }: Bridge, source: Source) => ({
  kind: 'note.unexplained',
  facts: { amount: moneyFact(moneyIn(unexplained.abs(), currency), source) },
})

/** The same as a picture: what is not shown by itself is one bar. Nothing where nothing changed. */
export function bridgeChart(
  { from, to }: Facts,
  rows: readonly BridgeBar[],
  left: Fact | undefined,
): Chart | undefined {
  if (rows.length === 0 || !from || !to) return undefined
  const others = left ? [{ label: termFact('cause.others', left.source), amount: left }] : []
  return { type: 'bridge', rows: [...rows, ...others], from, to }
}

type BridgeBar = Extract<Chart, { type: 'bridge' }>['rows'][number]

function barOf({ cause, source }: Told, { currency }: Bridge): BridgeBar {
  const what = termFact(`cause.${cause.kind}`, source)
  const amount = moneyFact(moneyIn(cause.amount, currency), source)
  if (cause.product === undefined) return { label: what, amount }
  return { label: textFact(labelOf(cause, cause.product), source), detail: what, amount }
}

const labelOf = ({ meters }: Cause, product: string): string =>
  meters.length === 1 ? `${product}, ${meters[0]}` : product
