import { monthAfter } from '../oracle/calendar.ts'
import { pickFrom } from '../oracle/invented-lines.ts'
import { type Rational, rational } from '../oracle/rational.ts'
import { wobble } from './azure-life.ts'
import { items } from './catalogue.ts'
import { liveOn } from './customer-life.ts'
import type { Life } from './life.ts'
import type { World } from './world-line.ts'

export type WorldOptions = { readonly seed: number; readonly customers: number; readonly months: number }

const currencies = [
  { currency: 'EUR', digits: 2, taxRate: '0', dollar: '0.9213' },
  { currency: 'BRL', digits: 2, taxRate: '9.25', dollar: '5.418' },
  { currency: 'EUR', digits: 2, taxRate: '23', dollar: '0.9213' },
  { currency: 'JPY', digits: 0, taxRate: '10', dollar: '151.37' },
] as const

export const digitsOf = (currency: string): number => (currency === 'JPY' ? 0 : 2)

/** A partner, its customers and what really happened to them month by month. The same seed is the same world. */
export function makeWorld({ seed, customers, months }: WorldOptions): World {
  const pick = pickFrom(seed * 7919 + 1)
  const all = Array.from({ length: months }, (_, at) => monthAfter('2025-06', at))
  const { currency, digits, taxRate, dollar } = currencies[seed % currencies.length] as (typeof currencies)[number]
  const rates = new Map<string, Rational>(all.map((month) => [month, wobble(rational(dollar), pick(400) - 200)]))
  const shared = {
    pick,
    digits,
    taxRate,
    rates,
    lines: [],
    cycles: [],
    upgrades: [],
    planChanges: [],
    chainOf: new Map(),
  }
  const tenants = Array.from(
    { length: customers },
    (_, at) => `${String(at + 1).padStart(8, '0')}-3333-4333-8333-333333333333`,
  )
  let events = 0
  for (const [at, customer] of tenants.entries()) {
    const life: Life = { ...shared, customer, unsold: shuffled(items, pick), events: 0 }
    liveOn(life, all, at % 3 !== 2)
    events += life.events
  }
  const partner = `${String(seed).padStart(8, '0')}-1111-4111-8111-111111111111`
  return { ...shared, seed, currency, partner, customers: tenants, months: all, events }
}

export function shuffled<T>(all: readonly T[], pick: (below: number) => number): T[] {
  const mixed = [...all]
  for (let at = mixed.length - 1; at > 0; at--) {
    const other = pick(at + 1)
    ;[mixed[at], mixed[other]] = [mixed[other] as T, mixed[at] as T]
  }
  return mixed
}
