import { may } from './access/may.ts'
import type { Principal } from './access/principal.ts'
import { principalOf } from './access/principal-of.ts'
import { billedAccounts, unpaidPayables } from './collections/account-payables.ts'
import { type AgendaItem, agendaOf } from './collections/agenda.ts'
import { policiesOf } from './collections/policy.ts'
import { rulesFor } from './collections/rules.ts'
import { forecastOf } from './collections/simulate.ts'
import { simulatedCustomer } from './collections/simulated-customer.ts'
import { isContactDay } from './collections/stage-days.ts'
import { liveSuspension } from './collections/suspension.ts'
import { addressOf } from './delivery/address.ts'
import type { Customer } from './ledger/customer.ts'
import { ledgerOf } from './ledger/ledger.ts'
import type { Json, Reading } from './store/documents.ts'
import { addDays, type Day, dayIn, type Instant } from './values/day.ts'
import type { CustomerId } from './values/ids.ts'
import { moneyFrom, moneyJson } from './values/money.ts'
import { type Hours, openFrames } from './values/open-frames.ts'
import type { CalendarOf } from './web/calendar-route.ts'

/** Six weeks: what is due with the next bill is among them. */
const days = 42
/** A page is for a sample; a ledger of thousands is for `saldo policy simulate`. */
const mostCustomers = 100

/** What comes in the next weeks for whoever sits on the try-out page: the simulator over its customer, or over all for who may see them. */
export function calendarFor(reading: Reading, now: () => Instant): CalendarOf {
  return async (key) => {
    const principal = await principalOf(reading, key)
    const at = now()
    const customers = await customersOf(reading, principal)
    const zone = customers[0]?.timeZone ?? 'UTC'
    const today = dayIn(zone, at)
    const coming = await Promise.all(customers.map((customer) => comingOf(reading, customer, at)))
    const own = principal.kind === 'customer'
    const costs = principal.kind === 'partner' && may(principal, 'supplier-costs')
    const items = coming.flatMap(({ items, customer }) =>
      items.map((item) => itemJson(item, own ? undefined : customer)),
    )
    return {
      today,
      days,
      allowed: customers.length > 0,
      // Of the partner's own people nobody is reminded.
      reachable: !own || (await addressOf(reading, key)) !== undefined,
      items: [...items, ...(costs ? await payablesOf(reading, today) : [])],
      opens: Object.fromEntries(coming[0]?.opens ?? []),
    }
  }
}

/** Whose days somebody sees: the own company's, if bills are for them; all customers', for who steers reminders. */
async function customersOf(reading: Reading, principal: Principal): Promise<readonly Customer[]> {
  if (principal.kind === 'customer') return may(principal, 'own-figures') ? [principal.customer] : []
  if (!may(principal, 'collections')) return []
  const customers: Customer[] = []
  for await (const customer of ledgerOf(reading).customers()) {
    if (customers.length === mostCustomers) break
    customers.push(customer)
  }
  return customers
}

type Coming = {
  readonly customer: string
  readonly items: readonly AgendaItem[]
  /** When somebody is written to on each day that has such an hour. */
  readonly opens: readonly (readonly [Day, Instant])[]
}

async function comingOf(reading: Reading, customer: Customer, at: Instant): Promise<Coming> {
  const { id, partner, timeZone, name } = customer
  const [situation, policies] = await Promise.all([simulatedCustomer(reading, id), policiesOf(reading, partner)])
  const today = dayIn(timeZone, at)
  const hours = rulesFor(policies, customer, today)?.hours
  if (!situation) return { customer: name, items: [], opens: [] }
  const assume = { payments: 'none', data: 'as-is' } as const
  // What today has no hour left for comes on another day.
  const from = hours && isOver(hours, at, today) ? addDays(today, 1) : today
  const forecast = forecastOf(situation, { policies, from, days, assume })
  return {
    customer: name,
    items: agendaOf(forecast, await suspensionOf(reading, id)),
    opens: hours ? opensOf(hours, at) : [],
  }
}

const suspensionOf = async (reading: Reading, customer: CustomerId) =>
  (await liveSuspension(reading, customer))?.suspension

const isOver = (hours: Hours, at: Instant, today: Day): boolean =>
  isContactDay(hours, today) && openFrames(hours, at, 0).next().done === true

/** The first hour of each day, for the clock to be moved to. */
function opensOf(hours: Hours, at: Instant): readonly (readonly [Day, Instant])[] {
  const opens = new Map<Day, Instant>()
  for (const [from] of openFrames(hours, at, days)) {
    const opening = new Date(from).toISOString() as Instant
    const day = dayIn(hours.timeZone, opening)
    if (!opens.has(day) && opening > at) opens.set(day, opening)
  }
  return [...opens]
}

/** Amounts in their written form; nothing else of an item needs one. */
const itemJson = (item: AgendaItem, customer: string | undefined): Json => {
  const said = customer === undefined ? item : { ...item, customer }
  return 'amounts' in said ? { ...said, amounts: said.amounts.map(moneyJson) } : said
}

/** When Microsoft wants to be paid. Cost. */
async function payablesOf(reading: Reading, today: Day): Promise<readonly Json[]> {
  const last = addDays(today, days - 1)
  const items: Json[] = []
  for (const partner of await billedAccounts(reading))
    for (const { supplierInvoice, dueOn, atRiskOn } of await unpaidPayables(reading, partner, today)) {
      const { number, total, currency } = supplierInvoice
      const said = { about: number, amounts: [moneyJson(moneyFrom(total, currency, 'half-up'))] }
      if (dueOn >= today && dueOn <= last) items.push({ on: dueOn, kind: 'payable', ...said })
      if (atRiskOn >= today && atRiskOn <= last) items.push({ on: atRiskOn, kind: 'at-risk', ...said })
    }
  return items
}
