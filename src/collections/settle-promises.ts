import type { NewEvent } from '../delivery/event.ts'
import { type Account, invoiceState } from '../ledger/account.ts'
import type { Day, Instant } from '../values/day.ts'
import type { InvoiceId } from '../values/ids.ts'
import { add, compare, type Money, moneyJson, sum } from '../values/money.ts'
import type { Rules } from './rules.ts'
import type { Promised, Standing } from './standing.ts'

/** What payments and credit notes have taken off these bills; with `until`, those alone that had come by the end of that day. */
export function settledOf(account: Account, invoices: readonly InvoiceId[], until?: Day): Money | undefined {
  const known = until === undefined ? account : { ...account, ...knownBy(account, until) }
  const bills = account.invoices.filter(({ id }) => invoices.includes(id))
  const [first] = bills
  if (!first) return undefined
  const each = bills.map((bill) => {
    const { paid, credited } = invoiceState(known, bill, until ?? bill.dueOn)
    return add(paid, credited)
  })
  return sum(each, first.currency)
}

const knownBy = (account: Account, day: Day): Pick<Account, 'payments' | 'invoices'> => ({
  payments: account.payments.filter(({ receivedOn }) => receivedOn <= day),
  invoices: account.invoices.filter(({ corrects, issuedOn }) => !corrects || issuedOn <= day),
})

export type SettledPromises = {
  readonly standing: Standing
  /** Those that are kept or broken now and were not before. */
  readonly ended: readonly Promised[]
  /** Bills of which every promise that the policy allows was broken: a person takes it from here. */
  readonly toPerson: readonly InvoiceId[]
}

/**
 * Which promises are kept or broken on a day in the customer's time zone. Kept as soon as what came in since covers it, part payments
 * added up; broken the day after its last day, by what had come in by then. A payment of before that is recorded later still keeps it.
 * What came in once counts once: for the promise that ends first.
 */
export function settlePromises(
  account: Account,
  standing: Standing,
  today: Day,
  rules?: Rules | undefined,
): SettledPromises {
  const inOrder = [...standing.promises].sort((a, b) => (orderOf(a) < orderOf(b) ? -1 : 1))
  const after = new Map<string, Promised>()
  for (const promise of inOrder) after.set(promise.id, settled(account, promise, [...after.values()], today))
  const promises = standing.promises.map((promise) => after.get(promise.id) ?? promise)
  const ended = promises.filter((promise, at) => promise.state !== standing.promises[at]?.state)
  return {
    standing: ended.length > 0 ? { ...standing, promises } : standing,
    ended,
    toPerson: brokenBills(promises, rules?.promises?.atMost).filter((id) => isOpen(account, id, today)),
  }
}

const orderOf = ({ by, madeOn, id }: Promised): string => `${by}|${madeOn}|${id}`

/** `before` are the promises that end earlier, as they stand today. */
function settled(account: Account, promise: Promised, before: readonly Promised[], today: Day): Promised {
  if (promise.state === 'kept' || promise.state === 'withdrawn') return promise
  const over = today > promise.by
  const came = settledOf(account, promise.invoices, over ? promise.by : undefined)
  const level = add(levelBefore(promise, before), promise.amount)
  if (came && compare(came, level) >= 0) return { ...promise, state: 'kept', endedOn: over ? promise.by : today }
  return over && promise.state === 'open' ? { ...promise, state: 'broken', endedOn: today } : promise
}

/** What has to have come in before anything counts for it: what had when it was made, and what earlier promises of the same bills take. */
function levelBefore({ invoices, settledBefore }: Promised, before: readonly Promised[]): Money {
  const taken = before
    .filter(({ state }) => state === 'kept' || state === 'open')
    .filter((other) => isSameSet(other.invoices, invoices))
    .map((other) => add(other.settledBefore, other.amount))
  return taken.reduce((most, level) => (compare(level, most) > 0 ? level : most), settledBefore)
}

const isSameSet = (a: readonly InvoiceId[], b: readonly InvoiceId[]): boolean =>
  a.length === b.length && a.every((id) => b.includes(id))

function isOpen(account: Account, id: InvoiceId, today: Day): boolean {
  const bill = account.invoices.find((invoice) => invoice.id === id)
  return bill !== undefined && invoiceState(account, bill, today).open.minor > 0n
}

function brokenBills(promises: readonly Promised[], atMost: number | undefined): readonly InvoiceId[] {
  if (atMost === undefined) return []
  const ids = new Set(promises.flatMap(({ invoices }) => invoices))
  return [...ids].filter((id) => {
    const about = promises.filter(({ invoices, state }) => invoices.includes(id) && state !== 'withdrawn')
    const failed = about.filter(({ state }) => state === 'broken').length
    return failed > 0 && failed === about.length && countOf(promises, id) >= atMost
  })
}

const countOf = (promises: readonly Promised[], id: InvoiceId): number =>
  promises.filter(({ invoices }) => invoices.includes(id)).length

/** What the partner's systems are told of promises that ended. */
export const promiseEvents = (
  account: Pick<Account, 'customer' | 'invoices'>,
  ended: readonly Promised[],
  now: Instant,
): readonly NewEvent[] =>
  ended.flatMap((promise) =>
    promise.state === 'kept' || promise.state === 'broken'
      ? [eventOfPromise(account, promise, promise.state, now)]
      : [],
  )

export function eventOfPromise(
  { customer, invoices }: Pick<Account, 'customer' | 'invoices'>,
  promise: Promised,
  what: 'made' | 'kept' | 'broken',
  now: Instant,
): NewEvent {
  return {
    id: `promise|${customer.id}|${promise.id}|${what}`,
    type: `saldo.promise.${what}`,
    subject: customer.id,
    data: {
      customer: customer.id,
      promise: promise.id,
      state: promise.state,
      invoices: invoices.filter(({ id }) => promise.invoices.includes(id)).map(({ number }) => number),
      amount: moneyJson(promise.amount),
      by: promise.by,
      madeOn: promise.madeOn,
      endedOn: promise.endedOn,
    },
    now,
  }
}
