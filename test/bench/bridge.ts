// `npm run bench -- bridge`: every pair of months of every customer of a large sample, what it was billed and what that cost, must be
// explained to the cent; and how long a bridge of 500 and of 50,000 lines takes, against reading the same two bills with JSON.parse.
import { parseArgs } from 'node:util'
import { z } from 'zod'
import { type Bridge, bridge } from '../../src/ledger/bridge.ts'
import { sideOfCharges, sideOfInvoices } from '../../src/ledger/bridge-side.ts'
import { type Invoice, invoiceSchema } from '../../src/ledger/invoice.ts'
import { decimal } from '../../src/values/decimal.ts'
import { type BilledMonths, billedSample } from './bridge/billed-sample.ts'
import { largeBill } from './bridge/large-bill.ts'

const goalOf500 = 5

export async function run(args: readonly string[]): Promise<void> {
  const options = {
    customers: { type: 'string', default: '200' },
    months: { type: 'string', default: '12' },
    json: { type: 'boolean' },
  } as const
  const { values } = parseArgs({ args: [...args], options })
  const tally = newTally()
  let widest: readonly [Invoice, Invoice] | undefined
  const size = { customers: Number(values.customers), months: Number(values.months) }
  for await (const months of billedSample(size)) {
    bridgeAll(months, tally)
    const [before, after] = months.bills.slice(-2)
    if (before && after && after.lines.length > (widest?.[1].lines.length ?? 0)) widest = [before, after]
  }
  if (!widest) throw new Error('the sample has no two bills of one customer')
  const all = measured(tally)
  const [of500, of50000] = [timeLarge(widest, 500, 200), timeLarge(widest, 50_000, 5)]
  if (!values.json) print(all, of500, of50000)
  const { ours, reference, ratio } = of500
  console.log(JSON.stringify({ name: 'bridge', ...all, of500, of50000, goalOf500, ours, reference, ratio }))
}

type Tally = ReturnType<typeof newTally>
const newTally = () => ({ times: [] as number[], residuals: 0, unexplained: decimal(0), moved: decimal(0) })

/** Every earlier month to every later one, both sides of the ledger. */
function bridgeAll({ bills, charges }: BilledMonths, tally: Tally): void {
  for (const [at, later] of bills.entries())
    for (const earlier of bills.slice(0, at))
      count(tally, () => bridge(sideOfInvoices([earlier]), sideOfInvoices([later])))
  for (const [at, later] of charges.entries())
    for (const earlier of charges.slice(0, at))
      count(tally, () => bridge(sideOfCharges([earlier]), sideOfCharges([later])))
}

function count(tally: Tally, make: () => Bridge): void {
  const started = performance.now()
  const { difference, unexplained, drivers } = make()
  tally.times.push(performance.now() - started)
  const told = drivers.reduce((sum, { amount }) => sum.plus(amount), decimal(0))
  if (!unexplained.eq(0) || !told.eq(difference)) tally.residuals++
  tally.unexplained = tally.unexplained.plus(unexplained.abs())
  tally.moved = tally.moved.plus(difference.abs())
}

const rounded = (milliseconds: number): number => Number(milliseconds.toFixed(4))

function measured({ times, residuals, unexplained, moved }: Tally) {
  times.sort((a, b) => a - b)
  const at = (share: number) => rounded(times[Math.floor(times.length * share)] ?? 0)
  const unexplainedShare = moved.eq(0) ? 0 : unexplained.div(moved).toNumber()
  return { bridges: times.length, residuals, unexplainedShare, p50: at(0.5), p99: at(0.99) }
}

/** Milliseconds, the median of several: our sides and bridge, and JSON.parse of the two bills as they are stored. */
function timeLarge([before, after]: readonly [Invoice, Invoice], lines: number, rounds: number) {
  const bills = [before, after].map((bill) => largeBill(bill, lines))
  const texts = bills.map((bill) => JSON.stringify(z.encode(invoiceSchema, bill)))
  const [p, q] = bills as [Invoice, Invoice]
  const ours = median(rounds, () => bridge(sideOfInvoices([p]), sideOfInvoices([q])))
  const reference = median(rounds, () => texts.map((text) => JSON.parse(text)))
  return { lines, ours: rounded(ours), reference: rounded(reference), ratio: Number((ours / reference).toFixed(2)) }
}

function median(rounds: number, what: () => unknown): number {
  const times = Array.from({ length: rounds }, () => {
    const started = performance.now()
    what()
    return performance.now() - started
  })
  return times.sort((a, b) => a - b)[Math.floor(rounds / 2)] as number
}

function print(all: ReturnType<typeof measured>, ...large: readonly ReturnType<typeof timeLarge>[]): void {
  console.log(
    `${all.bridges} bridges: ${all.residuals} with a residual, p50 ${all.p50} ms, p99 ${all.p99} ms; unexplained ${all.unexplainedShare} of what moved`,
  )
  for (const { lines, ours, reference, ratio } of large)
    console.log(`${lines} lines a bill: ${ours} ms, JSON.parse of the two ${reference} ms, ratio ${ratio}`)
}
