import type { BridgeLine } from '../ledger/bridge/bridge-line.ts'
import type { Driver } from '../ledger/bridge/driver.ts'
import type { Bridge } from '../ledger/bridge.ts'
import type { Chart } from '../values/chart.ts'
import { type Decimal, decimal } from '../values/decimal.ts'
import type { Fact, Facts, Source } from '../values/fact.ts'
import { isMonth } from '../values/period.ts'
import type { Answered, Offer } from './asking.ts'
import { type Cause, causesOf } from './cause.ts'
import { causeFacts, moneyIn, signFact } from './cause-facts.ts'
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
  // One that is left over is shown rather than summed up.
  const shown = all || causes.length <= shownAtMost + 1 ? causes : causes.slice(0, shownAtMost)
  const left = causes.slice(shown.length)
  const totals = computed('later total less earlier total', [from.source, to.source])
  const sourceFor = (cause: Cause) => causeSource(cause, sourceOf, cause.kind === 'tax' ? taxes : totals)
  const money = (amount: Decimal, source: Source) => moneyFact(moneyIn(amount, bridge.currency), source)
  const facts: Facts = {
    to: money(bridge.to, to.source),
    from: money(bridge.from, from.source),
    ...comparedNames(from.name, to.name),
    difference: money(bridge.difference.abs(), totals),
    direction: termFact(`direction.${directionOf(bridge.difference)}`, totals),
    count: countFact(causes.length, totals),
    reasons: reasonsFact(causes.length, totals),
    ...rest.more,
  }
  const moreNote = left.length > 0 ? [leftNote(left, bridge, sourceFor)] : []
  const unexplained = bridge.unexplained.eq(0) ? [] : [unexplainedNote(bridge, totals)]
  return reply(kind, facts, {
    rows: shown.map((cause) => causeFacts(cause, bridge.currency, sourceFor(cause))),
    notes: [...moreNote, ...unexplained, ...(rest.notes ?? [])],
    chart: chartOf(facts, shown, left, bridge, sourceFor),
    offers: left.length > 0 ? [rest.allOffer, ...rest.offers] : rest.offers,
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

const directionOf = (difference: Decimal): string => (difference.gt(0) ? 'more' : difference.lt(0) ? 'less' : 'same')

/** Sources beyond this say nothing more that anybody would read: the first of them stand for the rest. */
const namedAtMost = 60

function causeSource({ kind, drivers }: Cause, sourceOf: (line: BridgeLine) => Source, whole: Source): Source {
  const lines = drivers.flatMap(({ lines: { from, to } }) => [...from, ...to])
  if (lines.length === 0) return whole
  return computed(`bridge: ${kind}`, lines.slice(0, namedAtMost).map(sourceOf))
}

const sumOf = (causes: readonly Cause[]): Decimal => causes.reduce((sum, { amount }) => sum.plus(amount), decimal(0))

function leftNote(left: readonly Cause[], { currency }: Bridge, sourceFor: (cause: Cause) => Source) {
  const amount = sumOf(left)
  const source = computed('sum of the smaller causes', left.map(sourceFor))
  return {
    kind: 'note.more-causes',
    facts: {
      more: countFact(left.length, source),
      sign: signFact(amount, source),
      amount: moneyFact(moneyIn(amount, currency), source),
    },
  }
}

const unexplainedNote = ({ unexplained, currency }: Bridge, source: Source) => ({
  kind: 'note.unexplained',
  facts: { amount: moneyFact(moneyIn(unexplained.abs(), currency), source) },
})

/** The same as a picture: what is not shown by itself is one bar. */
function chartOf(
  facts: Facts,
  shown: readonly Cause[],
  left: readonly Cause[],
  { currency }: Bridge,
  sourceFor: (cause: Cause) => Source,
): Chart | undefined {
  if (shown.length === 0 || !facts.from || !facts.to) return undefined
  const rows = shown.map((cause) => {
    const source = sourceFor(cause)
    const what = termFact(`cause.${cause.kind}`, source)
    return {
      label: cause.product === undefined ? what : textFact(labelOf(cause, cause.product), source),
      detail: cause.product === undefined ? undefined : what,
      amount: moneyFact(moneyIn(cause.amount, currency), source),
    }
  })
  const source = computed('sum of the smaller causes', left.map(sourceFor))
  const others = {
    label: termFact('cause.others', source),
    detail: undefined,
    amount: moneyFact(moneyIn(sumOf(left), currency), source),
  }
  return { type: 'bridge', rows: left.length > 0 ? [...rows, others] : rows, from: facts.from, to: facts.to }
}

const labelOf = ({ meters }: Cause, product: string): string =>
  meters.length === 1 ? `${product}, ${meters[0]}` : product
