import { type Currency, exponentOf } from '../values/currency.ts'
import { type Decimal, decimal } from '../values/decimal.ts'
import { asDecimal, compare, type Money, moneyFrom, subtract } from '../values/money.ts'
import { roundTo } from '../values/rounding.ts'
import { billingOf } from './billing-cycle.ts'
import type { Charge } from './charge.ts'
import type { InvoiceLine } from './invoice.ts'
import { type Share, shareOf } from './prorate.ts'
import { quantityOf } from './quantity-of.ts'

/**
 * How an amount was rounded (reference 7.1). `exact`: it needed no rounding. `A`: the price of one unit down, then times the quantity.
 * `B`: once, down. `H`: once, half-up. `usage`: down in the pricing currency, then down in the billing currency.
 */
export type RoundingRule = 'exact' | 'A' | 'B' | 'H' | 'usage'

/** What an amount is made of: price of a unit for a whole cycle x billed / of x quantity (x rate). */
export type Basis = Share & {
  readonly price: Decimal
  /** Negative where the line takes back. */
  readonly quantity: Decimal
  /** From the currency of the price to that of the amount. */
  readonly rate?: Decimal
}

type Worked = Basis & {
  readonly rule: RoundingRule
  /** Before any rounding. */
  readonly exact: Decimal
  /** What one unit comes to: rounded by rule A, else as it is. */
  readonly unit: Decimal
  /** By the rule; the amount itself where the rule reproduces it. */
  readonly rounded: Money
}

export type Explained =
  | ({ readonly kind: 'reproduced' } & Worked)
  /** No rule gives the amount: the one that comes nearest, and what the amount is more than that. What was billed is what is owed. */
  | ({ readonly kind: 'not-reproduced'; readonly difference: Money } & Worked)

const seatRules = ['exact', 'A', 'B', 'H'] as const
const usageRules = ['exact', 'usage', 'H'] as const
const one = decimal(1)

/** Divided once, since forty digits take their time and every line that is billed comes through here. */
function unroundedOf({ price, billed, of, quantity, rate = one }: Basis): { exact: Decimal; unit: Decimal } {
  const whole = price.times(rate)
  if (billed === of) return { exact: whole.times(quantity), unit: whole }
  const shared = whole.times(billed)
  return { exact: shared.times(quantity).div(of), unit: shared.div(of) }
}

type Unrounded = Basis & ReturnType<typeof unroundedOf>

function worked(basis: Unrounded, rule: RoundingRule, currency: Currency): Worked {
  const { price, quantity, rate = one, exact } = basis
  const digits = exponentOf(currency)
  if (rule === 'A') {
    const unit = roundTo(basis.unit, digits, 'down')
    return { ...basis, rule, unit, rounded: moneyFrom(unit.times(quantity), currency, 'down') }
  }
  if (rule === 'usage') {
    const priced = roundTo(price.times(quantity), digits, 'down')
    return { ...basis, rule, rounded: moneyFrom(priced.times(rate), currency, 'down') }
  }
  return { ...basis, rule, rounded: moneyFrom(exact, currency, rule === 'B' ? 'down' : 'half-up') }
}

const reproduces = ({ rule, exact, rounded }: Worked, amount: Money): boolean =>
  compare(rounded, amount) === 0 && (rule !== 'exact' || exact.eq(asDecimal(amount)))

/** The first rule that turns one of the bases, tried in their order, into the amount. There must be one basis. */
export function explainAmount(bases: readonly Basis[], amount: Money, usage = false): Explained {
  const rules: readonly RoundingRule[] = usage ? usageRules : seatRules
  const unrounded: Unrounded[] = []
  for (const basis of bases) {
    const exact = { ...basis, ...unroundedOf(basis) }
    unrounded.push(exact)
    for (const rule of rules) {
      const tried = worked(exact, rule, amount.currency)
      if (reproduces(tried, amount)) return { kind: 'reproduced', ...tried }
    }
  }
  const distance = ({ rounded }: Worked): Decimal => asDecimal(subtract(amount, rounded)).abs()
  const nearest = rules
    .filter((rule) => rule !== 'exact')
    .map((rule) => worked(unrounded[0] as Unrounded, rule, amount.currency))
    .reduce((best, other) => (distance(other).lt(distance(best)) ? other : best))
  return { kind: 'not-reproduced', ...nearest, difference: subtract(amount, nearest.rounded) }
}

const wholeCycle: Share = { billed: 1, of: 1 }

/**
 * A line of a customer's bill, from what stands on it: the price of a whole cycle and the share, else its own unit price. By margin
 * the price of one unit follows Microsoft's, rounded down before it is multiplied: rule A with the unit price that the bill states.
 */
export function explainLine(line: InvoiceLine): Explained {
  const { cyclePrice, share = wholeCycle, unitPrice, quantity, net } = line
  const usage = line.billing === 'usage' || line.meter !== undefined
  if (!cyclePrice || usage) return explainAmount([{ price: unitPrice, ...wholeCycle, quantity }], net, usage)
  const basis = { price: cyclePrice, ...share, quantity }
  const explained = explainAmount([basis], net)
  if (explained.kind === 'reproduced' || !isStatedUnit(line, basis)) return explained
  return { kind: 'reproduced', ...basis, rule: 'A', exact: explained.exact, unit: unitPrice, rounded: net }
}

// A cent a unit is what rule A cuts off at most; a margin of up to 100 % doubles it.
const cutAtMost = 2

function isStatedUnit({ unitPrice, quantity, net }: InvoiceLine, basis: Basis): boolean {
  const cut = basis.price.times(basis.billed).div(basis.of).minus(unitPrice).abs()
  const most = decimal(cutAtMost).div(decimal(10).pow(exponentOf(net.currency)))
  return cut.lt(most) && compare(moneyFrom(unitPrice.times(quantity), net.currency, 'half-up'), net) === 0
}

/** What the percents of the adjustments leave of a price: 85 % under a 15 % partner earned credit. */
const adjusted = (charge: Charge): Decimal =>
  (charge.priceAdjustments ?? [])
    .flatMap((text) => /(\d+(?:\.\d+)?)\s*%/.exec(text)?.[1] ?? [])
    .reduce((left, percent) => left.times(one.minus(decimal(percent).div(100))), one)

/**
 * A line of Microsoft's file, for partner staff only. The list price is tried first, whole and with the adjustments that the line
 * names; the effective price last, for it may be printed with two digits only (reference 7.1).
 */
export function explainCharge(charge: Charge, share = shareOf(charge)): Explained {
  const { unitPrice, effectiveUnitPrice, exchangeRate, pricingCurrency, currency } = charge
  const usage = billingOf(charge) === 'usage'
  const shared = {
    quantity: quantityOf(charge),
    rate: exchangeRate && pricingCurrency && pricingCurrency !== currency ? exchangeRate : undefined,
  }
  const factor = adjusted(charge)
  const bases: Basis[] = [
    { ...shared, ...share, price: unitPrice.abs() },
    ...(factor.eq(1) ? [] : [{ ...shared, ...share, price: unitPrice.abs().times(factor) }]),
    { ...shared, ...wholeCycle, price: effectiveUnitPrice.abs() },
  ]
  // The file has more digits than the currency for some meters; what counts is the amount that is owed.
  return explainAmount(bases, moneyFrom(charge.subtotal, currency, 'half-up'), usage)
}
