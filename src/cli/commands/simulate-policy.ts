import { compareForecasts, type Difference } from '../../collections/compare-forecasts.ts'
import { type Policy, policiesOf } from '../../collections/policy.ts'
import { type Forecast, forecastOf, type Simulating } from '../../collections/simulate.ts'
import { simulatedCustomer } from '../../collections/simulated-customer.ts'
import { TotalsSoFar } from '../../collections/simulation-totals.ts'
import { ledgerOf } from '../../ledger/ledger.ts'
import type { Day } from '../../values/day.ts'
import { CommandRefused } from '../command-refused.ts'
import { everyAccount } from '../every-account.ts'
import { findCustomers } from '../find-customers.ts'
import { lookAt } from '../look-at.ts'
import { machineDay } from '../machine-day.ts'
import type { Desk, ExitCode, Outside } from '../outside.ts'
import { policiesIn } from '../policies-in.ts'
import { dayJson, sideJson, totalsJson } from '../simulation-json.ts'
import { dayHead, dayRow, isEventful, verdictText } from '../simulation-rows.ts'
import { summaryRows } from '../simulation-summary.ts'
import { writeRows } from '../write-rows.ts'

type Options = {
  readonly from?: Day
  readonly days: number
  readonly against?: string
  readonly customer?: string
  readonly assume: 'none' | 'usual'
  readonly all: boolean
  readonly json: boolean
}

/**
 * `saldo policy simulate`: who would be written to when and why, by the same decision as the real run, and what another policy would do instead.
 * Changes nothing. The customer's side only: no cost.
 */
export const simulatePolicy = (outside: Outside, options: Options): Promise<ExitCode> =>
  lookAt(outside, async (desk) => {
    const { terminal } = outside
    const policies = await storedPolicies(desk)
    const from = options.from ?? machineDay(desk.clock)
    const simulating = { from, days: options.days, assume: { payments: options.assume, data: 'kept-up' } } as const
    const other = await otherPolicies(outside, policies, options)
    if (policies.length === 0 && !other)
      throw new CommandRefused('there is no policy yet: import one, or name a file with --against')
    const theirs = other && { ...simulating, policies: insteadOf(policies, other, from) }
    const run = new Run(outside, options, { ...simulating, policies }, theirs)
    for await (const { id } of wantedCustomers(desk, options)) {
      const customer = await simulatedCustomer(desk.documents, id)
      if (customer) await run.add(customer)
    }
    await run.end()
    await terminal.err(`${remarks(options).join('\n')}\n`)
    return 0
  })

async function storedPolicies({ documents }: Desk): Promise<readonly Policy[]> {
  const all: Policy[] = []
  for (const partner of await everyAccount(documents)) all.push(...(await policiesOf(documents, partner)))
  return all
}

/** Those of a file; or, where a day is named, the versions that were there by then, as if none had come since. */
async function otherPolicies(
  outside: Outside,
  stored: readonly Policy[],
  { against }: Options,
): Promise<readonly Policy[] | undefined> {
  if (against === undefined) return undefined
  if (!/^\d{4}-\d{2}-\d{2}$/.test(against)) return policiesIn(outside, against)
  const then = stored.filter(({ effective }) => effective <= against)
  if (then.length > 0) return then
  throw new CommandRefused(`no version of the policy was there on ${against}`)
}

async function* wantedCustomers({ documents }: Desk, { customer }: Options) {
  if (customer === undefined) yield* ledgerOf(documents).customers()
  else yield* await findCustomers(documents, customer)
}

/** The policies of a file in the place of those of its accounts. One that is to begin later is looked at as if it held from the first day. */
function insteadOf(stored: readonly Policy[], other: readonly Policy[], from: Day): readonly Policy[] {
  const accounts = new Set(other.map(({ partner }) => partner))
  const first = new Set([...accounts].map((account) => other.find(({ partner }) => partner === account)))
  const held = other.map((policy) =>
    first.has(policy) && policy.effective > from ? { ...policy, effective: from } : policy,
  )
  return [...stored.filter(({ partner }) => !accounts.has(partner)), ...held]
}

const remarks = ({ assume }: Options): readonly string[] => [
  assume === 'usual'
    ? 'Assumed: each customer pays open bills as late as it usually does (the median of its paid bills); who never paid, or is later already, does not pay.'
    : 'Assumed: no payment comes in. `--assume usual` lets each customer pay as late as it usually does.',
  'Also assumed: payment data stays as fresh as it is today, and nobody approves a suspension.',
]

/** One simulation, or two side by side: what was found is written as it comes, so that a ledger of any size is held nowhere. */
class Run {
  readonly #outside: Outside
  readonly #options: Options
  readonly #simulating: readonly Simulating[]
  readonly #totals: readonly TotalsSoFar[]
  readonly #rows: string[][] = []
  #differences = 0

  constructor(outside: Outside, options: Options, ours: Simulating, theirs: Simulating | undefined) {
    this.#outside = outside
    this.#options = options
    this.#simulating = theirs ? [ours, theirs] : [ours]
    this.#totals = this.#simulating.map(() => new TotalsSoFar())
  }

  async add(customer: Parameters<typeof forecastOf>[0]): Promise<void> {
    const forecasts = this.#simulating.map((each) => forecastOf(customer, each))
    for (const [at, forecast] of forecasts.entries()) this.#totals[at]?.add(forecast)
    const [ours, theirs] = forecasts
    if (!ours) return
    if (theirs) for (const each of compareForecasts(ours, theirs)) await this.#writeDifference(ours, each)
    else await this.#writeDays(ours)
  }

  async #writeDays(forecast: Forecast): Promise<void> {
    const { json, all } = this.#options
    for (const day of forecast.days)
      if (json) await this.#line(dayJson(forecast, day))
      else if (all || isEventful(day)) this.#rows.push(dayRow(forecast, day))
  }

  async #writeDifference({ customer }: Forecast, { day, ours, theirs }: Difference): Promise<void> {
    this.#differences += 1
    const sides = { ours: sideJson(ours), theirs: sideJson(theirs) }
    if (this.#options.json) await this.#line({ day, customer: customer.id, name: customer.name, ...sides })
    else this.#rows.push([day, customer.name, verdictText(ours), verdictText(theirs)])
  }

  async end(): Promise<void> {
    const { terminal } = this.#outside
    const totals = this.#totals.map((each) => each.totals)
    const [ours, theirs] = totals
    if (this.#options.json) {
      const sum = theirs
        ? { ours: ours && totalsJson(ours), theirs: totalsJson(theirs), differences: this.#differences }
        : ours && totalsJson(ours)
      return this.#line({ totals: sum })
    }
    const name = this.#options.against ?? ''
    const rows = this.#rows.sort(([a = ''], [b = '']) => (a < b ? -1 : a > b ? 1 : 0))
    if (rows.length > 0)
      await writeRows(terminal, theirs ? ['day', 'customer', 'the policy now', name] : dayHead, rows, theirs ? [] : [3])
    if (rows.length > 0) await terminal.out('\n')
    await writeRows(terminal, ['in all', ...(theirs ? ['the policy now', name] : [''])], summaryRows(totals))
  }

  #line(value: unknown): Promise<void> {
    return this.#outside.terminal.out(`${JSON.stringify(value)}\n`)
  }
}
