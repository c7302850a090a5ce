import type { Fact, Facts } from './fact.ts'

/** `detail` says more of what the label names. */
type Bar<F> = { readonly label: F; readonly detail?: F; readonly amount: F }

/** The shape of a chart, whatever stands for a fact in it. */
export type ChartOf<F> =
  /** The last total, what changed it (signed), this total. */
  | { readonly type: 'bridge'; readonly rows: readonly Bar<F>[]; readonly from: F; readonly to: F }
  /** An amount a period, the oldest first. */
  | { readonly type: 'history'; readonly points: readonly Bar<F>[] }
  /** What an amount is made up of: texts or terms with amounts of which none is negative. */
  | { readonly type: 'parts'; readonly parts: readonly Bar<F>[] }

/** What can be drawn of an answer. Every figure in it is a fact of the answer: the doors draw, they compute nothing. */
export type Chart = ChartOf<Fact>

/** The same chart with each fact turned into something else. */
export function mapChart<From, To>(chart: ChartOf<From>, change: (fact: From) => To): ChartOf<To> {
  const bars = (all: readonly Bar<From>[]): Bar<To>[] =>
    all.map(({ label, detail, amount }) => ({
      label: change(label),
      ...(detail && { detail: change(detail) }),
      amount: change(amount),
    }))
  switch (chart.type) {
    case 'bridge':
      return { type: 'bridge', rows: bars(chart.rows), from: change(chart.from), to: change(chart.to) }
    case 'history':
      return { type: 'history', points: bars(chart.points) }
    case 'parts':
      return { type: 'parts', parts: bars(chart.parts) }
  }
}

/** Every fact of a chart by its name: `rows.0.label`, `points.2.amount`, `from`. */
export function chartFacts(chart: Chart): Facts {
  const named = (name: string, bars: readonly Bar<Fact>[]): [string, Fact][] =>
    bars.flatMap(({ label, detail, amount }, at): [string, Fact][] => [
      [`${name}.${at}.label`, label],
      ...(detail ? [[`${name}.${at}.detail`, detail] as [string, Fact]] : []),
      [`${name}.${at}.amount`, amount],
    ])
  switch (chart.type) {
    case 'bridge':
      return { from: chart.from, ...Object.fromEntries(named('rows', chart.rows)), to: chart.to }
    case 'history':
      return Object.fromEntries(named('points', chart.points))
    case 'parts':
      return Object.fromEntries(named('parts', chart.parts))
  }
}
