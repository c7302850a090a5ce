import type { Account } from '../ledger/account.ts'
import type { Invoice } from '../ledger/invoice.ts'
import type { Subscription } from '../ledger/subscription.ts'
import { addDays, type Day } from '../values/day.ts'
import type { Source } from '../values/fact.ts'
import type { Money } from '../values/money.ts'
import { type Commerce, commerceOf } from './commerce.ts'
import { perCurrency } from './per-currency.ts'
import { provisioningFact } from './provisioning-facts.ts'
import type { LeftOut, ScopedSubscription, Stand, Suspension } from './suspension.ts'
import { dueOf } from './suspension-scope.ts'

export type ForeseenSubscription = {
  readonly scoped: ScopedSubscription
  readonly subscription: Subscription | undefined
  /** What says how Microsoft sells it. */
  readonly commerceSource: Source
  /** Whether Microsoft goes on billing the partner for it. */
  readonly keepsBilling: 'yes' | 'no' | 'unknown'
  readonly autoRenew: 'on' | 'off' | 'unknown'
  /** Until when at least its data is there; nothing where nobody can tell. */
  readonly dataUntil?: { readonly day: Day; readonly source: Source }
  /** Its own paid bill says that it is paid for until then, all the same. */
  readonly paidUntil?: Day
}

/** What suspending would do, from the ledger and the dated facts about Microsoft's rules. */
export type Foresight = {
  /** On which it would be, or is, carried out. */
  readonly on: Day
  readonly subscriptions: readonly ForeseenSubscription[]
  /** Seats of all of them: at most so many people. Usage has none. */
  readonly people: number
  /** What is due, an amount a currency. */
  readonly due: readonly Money[]
  readonly leftOut: readonly LeftOut[]
  /** Every rule that it goes by. */
  readonly rules: readonly string[]
  /** What else there is: the milder first. */
  readonly means: readonly ('promise' | 'instalments' | 'auto-renew-off' | 'call')[]
}

type Foreseeable = Pick<Suspension, 'bills' | 'subscriptions' | 'leftOut' | 'autoRenew' | 'before'>

/** Depends on its arguments alone. `on` is the day of the suspension; of a day that is over when it is told, `today`, nothing is said. */
export function foresee(
  account: Account,
  { bills, subscriptions, leftOut, autoRenew, before }: Foreseeable,
  on: Day,
  today: Day = on,
): Foresight {
  const seen = subscriptions.map((scoped) => {
    const noted = before?.find(({ subscription }) => subscription === scoped.id)
    return foreseeOne(account, scoped, on, { today, noted })
  })
  const due = account.invoices
    .filter(({ id }) => bills.some(({ invoice }) => invoice === id))
    .map((invoice) => dueOf(account, invoice, on))
  return {
    on,
    subscriptions: seen,
    people: seen.reduce((sum, { scoped }) => sum + (scoped.quantity ?? 0), 0),
    due: perCurrency(due),
    leftOut,
    rules: rulesOf(seen),
    means: ['promise', 'instalments', ...(autoRenew.state === 'offered' ? (['auto-renew-off'] as const) : []), 'call'],
  }
}

function foreseeOne(
  account: Account,
  scoped: ScopedSubscription,
  on: Day,
  { today, noted }: { readonly today: Day; readonly noted: Stand | undefined },
): ForeseenSubscription {
  const subscription = account.subscriptions.find(({ id }) => id === scoped.id)
  const { usage: azure, commerce } = scoped
  const { source } = commerceOf(account, scoped.id)
  // What a person saw in Partner Center is newer than any file.
  const renews = noted?.autoRenew ?? subscription?.autoRenew
  const until = dataUntil(scoped, subscription?.end, on)
  return {
    scoped,
    subscription,
    commerceSource: source,
    keepsBilling: azure ? 'no' : commerce === 'new' ? 'yes' : commerce === 'legacy' ? 'no' : 'unknown',
    autoRenew: renews === undefined ? 'unknown' : renews ? 'on' : 'off',
    ...(until && until.day >= today && { dataUntil: until }),
    ...paidUntilOf(account, scoped, on),
  }
}

/**
 * The earlier day wherever sources disagree, or nobody knows how it was bought. A term that has ended by then was renewed or not, and no file
 * that is in says until when: of that nobody can promise a day.
 */
function dataUntil({ usage, commerce }: ScopedSubscription, end: Day | undefined, on: Day) {
  if (usage) return counted('azure-data', on, on)
  const legacy = counted('legacy-data', on, on)
  if (commerce === 'legacy') return legacy
  if (!end || end < on) return undefined
  const own = counted('new-commerce-data', end, on)
  return commerce === 'unknown' && own && legacy && legacy.day < own.day ? legacy : own
}

function counted(rule: string, from: Day, on: Day): { day: Day; source: Source } | undefined {
  const fact = provisioningFact(rule, on)
  if (fact?.days === undefined) return undefined
  const day = addDays(from, fact.days)
  return { day, source: { type: 'computed', rule: `${rule}: ${fact.source} (${fact.checked})`, from: [] } }
}

function paidUntilOf(account: Account, { id, invoices }: ScopedSubscription, on: Day): { paidUntil?: Day } {
  const isOther = (invoice: Invoice) => !invoices.includes(invoice.id) && dueOf(account, invoice, on).minor <= 0n
  const paidUntil = account.invoices
    .filter((invoice) => invoice.kind === 'invoice' && isOther(invoice))
    .flatMap(({ lines }) => lines)
    .flatMap((line) => (line.subscription === id && line.period && line.period.to >= on ? [line.period.to] : []))
    .sort()
    .at(-1)
  return paidUntil ? { paidUntil } : {}
}

function rulesOf(seen: readonly ForeseenSubscription[]): readonly string[] {
  const seats = seen.filter(({ scoped }) => !scoped.usage)
  const some = (...kinds: Commerce[]) => seats.some(({ scoped }) => kinds.includes(scoped.commerce))
  return [
    'access-lost',
    ...(some('new', 'unknown') ? ['new-commerce-billed', 'auto-renew-off', 'scheduled-lost', 'new-commerce-data'] : []),
    ...(some('legacy', 'unknown') ? ['legacy-not-billed', 'legacy-data'] : []),
    ...(seen.length > seats.length ? ['azure-inactive-first', 'azure-data'] : []),
  ]
}
