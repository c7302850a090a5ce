import type { Account } from '../ledger/account.ts'
import { addDays, type Day } from '../values/day.ts'
import { decimal } from '../values/decimal.ts'
import type { InvoiceId } from '../values/ids.ts'
import { add, asDecimal, compare, type Money, money, moneyFrom, sum } from '../values/money.ts'
import { type DueBill, dueBills } from './due-bills.ts'
import type { Rules } from './rules.ts'
import type { Promised, Standing } from './standing.ts'

/** What a customer can pay now: each bill with something due, the one that is due first first. */
export const payableBills = (account: Account, rules: Rules | undefined, today: Day): readonly DueBill[] =>
  dueBills(account, rules?.disputeDays, today).filter(({ amount }) => amount.minor > 0n)

export type Proposal = {
  readonly invoices: readonly InvoiceId[]
  /** All that is due of them when left out. */
  readonly amount?: Money
  /** Not asked for yet when left out. */
  readonly by?: Day
}

/** `least` and `most` are what a promise for these bills can be about, `latest` is the last day that it can name. */
export type PromiseTerms =
  | {
      readonly kind: 'fine'
      readonly bills: readonly DueBill[]
      readonly amount: Money
      readonly least: Money
      readonly most: Money
      readonly latest: Day
      /** The open promises about any of these bills: this one takes their place. */
      readonly replaces: readonly Promised[]
      /** How often these bills can still be promised after this. */
      readonly left: number
    }
  /** The policy takes no promises, or there is no policy. */
  | { readonly kind: 'no-promises' }
  | { readonly kind: 'unknown-invoice' }
  /** The bill is paid, or all of it is contested. */
  | { readonly kind: 'nothing-due' }
  | { readonly kind: 'several-currencies' }
  | { readonly kind: 'already'; readonly promise: Promised }
  | { readonly kind: 'limit-count'; readonly atMost: number }
  | { readonly kind: 'past-day'; readonly earliest: Day; readonly latest: Day }
  | { readonly kind: 'limit-days'; readonly latest: Day }
  | {
      readonly kind: 'limit-amount'
      readonly is: 'above' | 'below'
      readonly least: Money
      readonly most: Money
    }

type About = { readonly account: Account; readonly standing: Standing; readonly rules: Rules | undefined }

/** Whether a promise is one that the policy takes, and what else it would take. Depends on nothing but what it is given. */
export function promiseTerms({ account, standing, rules }: About, proposal: Proposal, today: Day): PromiseTerms {
  const limits = rules?.promises
  if (!limits) return { kind: 'no-promises' }
  const ids = new Set(proposal.invoices)
  if (![...ids].every((id) => account.invoices.some((invoice) => invoice.id === id))) return { kind: 'unknown-invoice' }
  const bills = payableBills(account, rules, today).filter(({ invoice }) => ids.has(invoice.id))
  const [first] = bills
  if (!first || bills.length < ids.size) return { kind: 'nothing-due' }
  const { currency } = first.amount
  const foreign = proposal.amount && proposal.amount.currency !== currency
  if (foreign || bills.some(({ amount }) => amount.currency !== currency)) return { kind: 'several-currencies' }
  const most = sum(
    bills.map(({ amount }) => amount),
    currency,
  )
  const least = leastOf(most, limits.atLeast)
  const latest = addDays(today, limits.days)
  const amount = proposal.amount ?? most
  const about = standing.promises.filter(({ invoices }) => invoices.some((id) => ids.has(id)))
  const replaces = about.filter(({ state }) => state === 'open')
  const same = replaces.find((promise) => isSame(promise, { ids, amount, by: proposal.by }))
  if (same) return { kind: 'already', promise: same }
  const made = Math.max(...[...ids].map((id) => about.filter(({ invoices }) => invoices.includes(id)).length))
  if (made >= limits.atMost) return { kind: 'limit-count', atMost: limits.atMost }
  if (proposal.by && proposal.by < today) return { kind: 'past-day', earliest: today, latest }
  if (proposal.by && proposal.by > latest) return { kind: 'limit-days', latest }
  if (compare(amount, most) > 0) return { kind: 'limit-amount', is: 'above', least, most }
  if (compare(amount, least) < 0) return { kind: 'limit-amount', is: 'below', least, most }
  return { kind: 'fine', bills, amount, least, most, latest, replaces, left: limits.atMost - made - 1 }
}

type Same = { readonly ids: ReadonlySet<InvoiceId>; readonly amount: Money; readonly by: Day | undefined }

const isSame = (promise: Promised, { ids, amount, by }: Same): boolean =>
  promise.by === by &&
  promise.invoices.length === ids.size &&
  promise.invoices.every((id) => ids.has(id)) &&
  compare(promise.amount, amount) === 0

/** The part that must be covered, in whole cents: never less than the policy says. Nothing is no promise. */
function leastOf(due: Money, atLeast: NonNullable<Rules['promises']>['atLeast']): Money {
  if (!atLeast) return due
  const exact = asDecimal(due).times(atLeast).div(decimal(100))
  const down = moneyFrom(exact, due.currency, 'down')
  const cent = money(1n, due.currency)
  if (asDecimal(down).lt(exact)) return add(down, cent)
  return down.minor > 0n ? down : cent
}
