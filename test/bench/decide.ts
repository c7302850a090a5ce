// `npm run bench -- decide`: one day's decisions for 100,000 open bills, and for half of them, against a bare loop over the same bills that
// only sums what is open. The accounts are made anew for each round, so that nothing is known of them from the round before.
import { parseArgs } from 'node:util'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { decide } from '../../src/collections/decide.ts'
import type { Decision, Reason } from '../../src/collections/decision.ts'
import { rulesFor } from '../../src/collections/rules.ts'
import type { Account } from '../../src/ledger/account.ts'
import type { InvoiceId } from '../../src/values/ids.ts'
import { type Customers, manyCustomers, today } from './decide/many-customers.ts'

const goalSeconds = 2
/** Open bills of one customer. */
const billsEach = 5

export async function run(args: readonly string[]): Promise<void> {
  const options = {
    bills: { type: 'string', default: '100000' },
    rounds: { type: 'string', default: '5' },
    json: { type: 'boolean' },
  } as const
  const { values } = parseArgs({ args: [...args], options })
  const [bills, rounds] = [Number(values.bills), Number(values.rounds)]
  const half = measure(bills / 2, rounds)
  const all = measure(bills, rounds)
  const growth = Number((all.seconds / half.seconds).toFixed(2))
  if (!values.json) print([half, all], growth)
  const { seconds: ours, referenceSeconds: reference } = all
  const ratio = Number((ours / reference).toFixed(1))
  console.log(JSON.stringify({ name: 'decide', half, all, growth, goalSeconds, ours, reference, ratio }))
}

type Measured = ReturnType<typeof measure>

/** Medians over the rounds. Memory is what the decisions add, kept all at once; the highest of the process is there beside it. */
function measure(bills: number, rounds: number) {
  const times: number[] = []
  const references: number[] = []
  let decisions: readonly Decision[] = []
  let added = 0
  for (let round = 0; round < rounds; round++) {
    decisions = []
    const customers = manyCustomers(bills / billsEach, billsEach)
    references.push(timed(() => customers.accounts.map(openAmounts)).seconds)
    const before = heap()
    const done = timed(() => decideAll(customers))
    times.push(done.seconds)
    decisions = done.value
    added = heap() - before
  }
  return {
    bills: decisions.reduce((sum, each) => sum + each.bills.length, 0),
    customers: decisions.length,
    seconds: median(times),
    referenceSeconds: median(references),
    addedMiB: mebibytes(added),
    highestRssMiB: Math.round(process.resourceUsage().maxRSS / 1024),
    reasons: countReasons(decisions),
  }
}

const decideAll = ({ accounts, standings, policies }: Customers): Decision[] =>
  accounts.map((account, at) => {
    const rules = rulesFor(policies, account.customer, today)
    return decide(
      { account, standing: standings[at] as Customers['standings'][number], rules, paidUntil: today },
      today,
    )
  })

/** The least that anybody has to do: bills less what was paid of them. */
function openAmounts({ invoices, payments }: Account): ReadonlyMap<InvoiceId, bigint> {
  const open = new Map(invoices.map(({ id, total }) => [id, total.minor]))
  for (const { allocations } of payments)
    for (const { invoice, amount } of allocations) open.set(invoice, (open.get(invoice) ?? 0n) - amount.minor)
  return open
}

function timed<T>(what: () => T): { readonly seconds: number; readonly value: T } {
  const started = performance.now()
  const value = what()
  return { seconds: (performance.now() - started) / 1000, value }
}

const median = (times: readonly number[]): number =>
  Number((times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0).toFixed(4))

/** Of a heap that was cleared. */
function heap(): number {
  setFlagsFromString('--expose-gc')
  runInNewContext('gc')()
  return process.memoryUsage().heapUsed
}
const mebibytes = (bytes: number): number => Number((bytes / 1024 / 1024).toFixed(1))

function countReasons(decisions: readonly Decision[]): Partial<Record<Reason, number>> {
  const counts: Partial<Record<Reason, number>> = {}
  for (const { reason } of decisions) counts[reason] = (counts[reason] ?? 0) + 1
  return counts
}

function print(each: readonly Measured[], growth: number): void {
  for (const { bills, customers, seconds, referenceSeconds, addedMiB, highestRssMiB } of each)
    console.log(
      `${bills} open bills of ${customers} customers: ${seconds} s, bare loop ${referenceSeconds} s; ${addedMiB} MiB of decisions, ${highestRssMiB} MiB at most in all`,
    )
  console.log(`twice the bills take ${growth} times as long; the goal is ${goalSeconds} s`)
  console.log(`reasons: ${JSON.stringify(each.at(-1)?.reasons)}`)
}
