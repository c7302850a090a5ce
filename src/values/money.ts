import { type Currency, currency, exponentOf } from './currency.ts'
import { type Decimal, decimal } from './decimal.ts'
import { type Rounding, roundTo } from './rounding.ts'

/** An exact amount in the currency's minor unit (cents for EUR). */
export type Money = { readonly minor: bigint; readonly currency: Currency }

/** Money as it leaves the process: `{"amount":"1234.56","currency":"EUR"}`. */
export type MoneyJson = { readonly amount: string; readonly currency: string }

export const money = (minor: bigint, code: Currency): Money => ({ minor, currency: code })
export const zero = (code: Currency): Money => money(0n, code)

/** Reads `"1234.5"` as exact money. Throws RangeError when the amount has more digits than the currency. */
export function moneyOf(amount: string, code: Currency): Money {
  const match = /^(-?)(\d+)(?:\.(\d+))?$/.exec(amount)
  const exponent = exponentOf(code)
  const fraction = match?.[3] ?? ''
  if (!match || /[1-9]/.test(fraction.slice(exponent))) throw new RangeError(`"${amount}" is no amount in ${code}`)
  const minor = BigInt(match[2] + fraction.slice(0, exponent).padEnd(exponent, '0'))
  return money(match[1] ? -minor : minor, code)
}

/** Rounds an exact decimal to the currency's minor unit by the named rule. */
export const moneyFrom = (value: Decimal, code: Currency, rounding: Rounding): Money =>
  moneyOf(roundTo(value, exponentOf(code), rounding).toFixed(), code)

/** The amount as a plain decimal text with exactly the currency's digits: `"-1234.50"`. */
export function amountText(value: Money): string {
  const exponent = exponentOf(value.currency)
  const digits = (value.minor < 0n ? -value.minor : value.minor).toString().padStart(exponent + 1, '0')
  const whole = digits.slice(0, digits.length - exponent)
  return `${value.minor < 0n ? '-' : ''}${whole}${exponent ? `.${digits.slice(-exponent)}` : ''}`
}

export const asDecimal = (value: Money): Decimal => decimal(amountText(value))
export const moneyJson = (value: Money): MoneyJson => ({ amount: amountText(value), currency: value.currency })
export const moneyFromJson = (json: MoneyJson): Money => moneyOf(json.amount, currency(json.currency))

function sameCurrency(a: Money, b: Money): void {
  // Nothing is ever converted: adding two currencies is a fault of the caller.
  if (a.currency !== b.currency) throw new RangeError(`${a.currency} and ${b.currency} cannot be added`)
}

export function add(a: Money, b: Money): Money {
  sameCurrency(a, b)
  return money(a.minor + b.minor, a.currency)
}

export function subtract(a: Money, b: Money): Money {
  sameCurrency(a, b)
  return money(a.minor - b.minor, a.currency)
}

export const negate = (value: Money): Money => money(-value.minor, value.currency)
export const sum = (values: Iterable<Money>, code: Currency): Money => {
  let total = zero(code)
  for (const value of values) total = add(total, value)
  return total
}

export function compare(a: Money, b: Money): -1 | 0 | 1 {
  sameCurrency(a, b)
  return a.minor < b.minor ? -1 : a.minor > b.minor ? 1 : 0
}

/**
 * Splits an amount by weights so that the parts sum to it exactly: largest remainder first, ties to the earlier part.
 * Throws RangeError when the weights are empty, negative, or all zero.
 */
export function split(value: Money, weights: readonly bigint[]): Money[] {
  const whole = weights.reduce((a, b) => a + b, 0n)
  if (whole <= 0n || weights.some((weight) => weight < 0n)) throw new RangeError('weights must be positive')
  const sign = value.minor < 0n ? -1n : 1n
  const magnitude = value.minor * sign
  const parts = weights.map((weight) => (magnitude * weight) / whole)
  const byRemainder = weights
    .map((weight, at) => ({ at, remainder: (magnitude * weight) % whole }))
    .sort((a, b) => (a.remainder === b.remainder ? a.at - b.at : a.remainder > b.remainder ? -1 : 1))
  let left = magnitude - parts.reduce((a, b) => a + b, 0n)
  for (const { at } of byRemainder) {
    if (left === 0n) break
    parts[at] = (parts[at] ?? 0n) + 1n
    left -= 1n
  }
  return parts.map((part) => money(part * sign, value.currency))
}
