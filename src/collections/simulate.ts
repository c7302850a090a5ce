import type { Account } from '../ledger/account.ts'
import type { Payment } from '../ledger/payment.ts'
import type { PriceBook } from '../ledger/price-book.ts'
import { addDays, type Day, daysBetween } from '../values/day.ts'
import { accessAffected } from './access-affected.ts'
import type { GivenNotice } from './contact.ts'
import { decide } from './decide.ts'
import type { Decision } from './decision.ts'
import { withoutWord } from './mark-contact.ts'
import type { Policy } from './policy.ts'
import { type Rules, rulesFor } from './rules.ts'
import { settlePromises } from './settle-promises.ts'
import { simulatedNotices } from './simulated-notices.ts'
import { type SimulationTotals, simulationTotals } from './simulation-totals.ts'
import type { Standing } from './standing.ts'
import { standingAfter } from './standing-after.ts'
import type { ScopedSubscription } from './suspension.ts'
import { usualPayments } from './usual-payments.ts'

/** A customer as it stands on the first day, before that day is decided. */
export type SimulatedCustomer = {
  readonly account: Account
  readonly standing: Standing
  /** The last day whose payments are known. */
  readonly paidUntil: Day | undefined
  readonly priceBook: PriceBook | undefined
  /** How many people of it a message goes to. */
  readonly people: number
  /** Whether there is a way to any of them, or to the partner's mail system: what reaches nobody does not count for the cap. */
  readonly reachable: boolean
}

/**
 * `payments`: none come in, or each customer pays as late as it usually does. `data`: payment data stays as fresh as it is on the first day,
 * or none comes in any more, as when nobody imports.
 */
export type Assumption = { readonly payments: 'none' | 'usual'; readonly data: 'kept-up' | 'as-is' }

export type Simulating = {
  /** The versions of every Partner Center account, the oldest first. */
  readonly policies: readonly Policy[]
  readonly from: Day
  readonly days: number
  readonly assume: Assumption
}

export type ForecastDay = {
  readonly decision: Decision
  /** Whether the customer is warned, not only reminded. */
  readonly warns: boolean
  /** What the customer is told of its bills and terms besides, in a message of its own. */
  readonly notices: readonly GivenNotice[]
  /** What a suspension proposed on this day would take access from. */
  readonly access: readonly ScopedSubscription[]
}

/** One customer's days. The ledger is never touched, and nobody approves a suspension. */
export type Forecast = {
  readonly customer: Account['customer']
  /** As on the first day. */
  readonly account: Account
  readonly people: number
  readonly days: readonly ForecastDay[]
  /** The payments that were assumed to come in within the days. */
  readonly assumed: readonly Payment[]
  /** What the customer has promised for one of the days. */
  readonly promised: Standing['promises']
}

export type Simulation = { readonly forecasts: readonly Forecast[]; readonly totals: SimulationTotals }

/** What would be decided for each customer on each day, by the decision that the real run goes by, were it carried out each time. */
export function simulate({
  situations,
  ...simulating
}: Simulating & { readonly situations: readonly SimulatedCustomer[] }): Simulation {
  const forecasts = situations.map((each) => forecastOf(each, simulating))
  return { forecasts, totals: simulationTotals(forecasts) }
}

/** One customer's part of a simulation: customers do not depend on each other. */
export function forecastOf(customer: SimulatedCustomer, simulating: Simulating): Forecast {
  const { policies, from, days, assume } = simulating
  const until = addDays(from, Math.max(days, 1) - 1)
  const own = policies.filter(({ partner }) => partner === customer.account.customer.partner)
  const coming = assume.payments === 'usual' ? usualPayments(customer.account, from) : []
  const assumed = coming.filter(({ receivedOn }) => receivedOn <= until)
  const decided: ForecastDay[] = []
  let { account, standing } = customer
  for (let at = 0; at < days; at += 1) {
    const today = addDays(from, at)
    account = withPayments(
      account,
      assumed.filter(({ receivedOn }) => receivedOn === today),
    )
    const paidUntil = knownUntil(customer, simulating, today)
    const day = dayOf({ ...customer, account, standing, paidUntil }, own, today)
    decided.push(day.decided)
    standing = day.standing
  }
  const isWithin = ({ state, by }: Standing['promises'][number]) => state === 'open' && by >= from && by <= until
  const promised = customer.standing.promises.filter(isWithin)
  const { people } = customer
  return { customer: account.customer, account: customer.account, people, days: decided, assumed, promised }
}

/** The same account where nothing came in: bills' states are kept by it. */
const withPayments = (account: Account, more: readonly Payment[]): Account =>
  more.length === 0 ? account : { ...account, payments: [...more, ...account.payments] }

const knownUntil = ({ paidUntil }: SimulatedCustomer, { assume, from }: Simulating, today: Day): Day | undefined =>
  paidUntil && assume.data === 'kept-up' ? addDays(paidUntil, daysBetween(from, today)) : paidUntil

/** A day as the real run goes through it: promises first, then what is decided, then what there is to tell besides. */
function dayOf(
  { account, standing: before, paidUntil, priceBook, reachable }: SimulatedCustomer,
  versions: readonly Policy[],
  today: Day,
): { readonly decided: ForecastDay; readonly standing: Standing } {
  const rules = rulesFor(versions, account.customer, today)
  const { standing } = settlePromises(account, before, today, rules)
  const decision = decide({ account, standing, rules, paidUntil }, today)
  const contact = { id: `${account.customer.id}|${today}|simulated` }
  const written = standingAfter(standing, decision, contact.id)
  const after = reachable ? written : withoutWord(written, contact)
  const told = simulatedNotices({ account, rules, standing: after, priceBook, today }, reachable)
  return {
    decided: {
      decision,
      warns: warnsOf(decision, rules),
      notices: told.notices,
      access: accessAffected(account, decision, rules),
    },
    standing: told.standing,
  }
}

const warnsOf = ({ kind, stage }: Decision, rules: Rules | undefined): boolean =>
  kind === 'contact' && rules?.stages.find(({ id }) => id === stage)?.action === 'warn'
