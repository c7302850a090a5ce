import { daysOfMonth, monthAfter } from '../oracle/calendar.ts'
import { down, plus, type Rational, ratio, rational, times } from '../oracle/rational.ts'
import { azurePlan, type Meter, meters, oneOf } from './catalogue.ts'
import { dearer, guid, type Life, newOrder, one, taxOn } from './life.ts'
import type { Cause } from './world-line.ts'

type Use = { readonly meter: Meter; size: Rational; factor: Rational; level: number }
export type Azure = { readonly id: string; readonly order: string; uses: Use[]; runs: boolean }

const useOf = (life: Life, meter: Meter): Use => ({
  meter,
  size: ratio(BigInt(10 + life.pick(300)), 100n),
  factor: one,
  level: 0,
})

export function startAzure(life: Life): Azure {
  const id = guid(life.pick)
  life.chainOf.set(id, id)
  const uses = meters.slice(0, 1 + life.pick(3)).map((meter) => useOf(life, meter))
  return { id, order: newOrder(life.pick), uses, runs: life.pick(3) > 0 }
}

/** More or less used, dearer or cheaper meters, meters that come and go; the rate moves by itself. */
export function azureMonth(life: Life, azure: Azure, month: string): void {
  if (life.pick(10) === 0) azure.runs = !azure.runs
  if (!azure.runs) return
  for (const use of azure.uses) {
    if (life.pick(3) > 0) {
      use.size = times(use.size, ratio(BigInt(800 + life.pick(500)), 1000n))
      life.events++
    }
    if (life.pick(5) === 0) {
      use.factor = dearer(use.factor, oneOf(life.pick, [-6, 3, 9]))
      use.level++
      life.events++
    }
  }
  if (life.pick(6) === 0 && azure.uses.length > 1) azure.uses.splice(life.pick(azure.uses.length), 1)
  const absent = meters.filter((meter) => azure.uses.every((use) => use.meter !== meter))
  if (life.pick(6) === 0 && absent.length > 0) azure.uses.push(useOf(life, oneOf(life.pick, absent)))
  for (const use of azure.uses) billMeter(life, azure, use, month, month)
  if (life.pick(12) === 0 && azure.uses[0]) {
    billMeter(life, azure, { ...azure.uses[0], size: ratio(3n, 100n) }, month, monthAfter(month, -1))
    life.events++
  }
}

/** Down in dollars, then down in the billing currency (reference 7.1). `used`: the month of the usage. */
function billMeter(life: Life, azure: Azure, use: Use, month: string, used: string): void {
  const rate = life.rates.get(month) as Rational
  const quantity = ratio(down(times(rational(use.meter.used), use.size), 6) + 1n, 1_000_000n)
  const unitPrice = ratio(down(times(rational(use.meter.price), use.factor), 6), 1_000_000n)
  const cents = down(times(times(unitPrice, quantity), ratio(85n, 100n)), 2)
  const subtotal = down(times(ratio(cents, 100n), rate), life.digits)
  const cause: Cause =
    used === month
      ? { role: 'usage', chain: azure.id, meter: use.meter, level: use.level }
      : { role: 'correction', chain: azure.id }
  life.lines.push({
    month,
    customer: life.customer,
    cause,
    type: 'new',
    item: azurePlan,
    subscription: azure.id,
    order: azure.order,
    ordered: `${month}-01`,
    from: `${used}-01`,
    to: `${used}-${daysOfMonth(used)}`,
    quantity,
    unitPrice,
    effective: times(ratio(cents, 100n), { n: quantity.d, d: quantity.n }),
    subtotal,
    tax: taxOn(life, subtotal),
    billing: '',
    rate,
    meter: use.meter,
    reference: guid(life.pick),
  })
}

/** One dollar in the billing currency, month by month, a little up and down. */
export const wobble = (dollar: Rational, tenThousandths: number): Rational =>
  plus(dollar, times(dollar, ratio(BigInt(tenThousandths), 10_000n)))
