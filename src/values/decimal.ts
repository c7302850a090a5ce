import Big from 'big.js'

// A constructor of our own, so that nobody's settings elsewhere change ours. 40 digits: 18-decimal prices times quantities stay exact.
const Exact = Big()
Exact.DP = 40
Exact.strict = false
Exact.NE = -60
Exact.PE = 60

/** An exact decimal: rates, unit prices, quantities. Never an amount that somebody owes; that is Money. */
export type Decimal = Big

/** Reads `"12.34"`, `"-0E-20"`, 7. Throws RangeError for anything that is no number. A JavaScript number must be an integer. */
export function decimal(value: string | number | bigint | Big): Decimal {
  if (typeof value === 'number' && !Number.isSafeInteger(value))
    throw new RangeError(`${value} is no safe integer: pass decimals as text`)
  try {
    return new Exact(typeof value === 'bigint' ? value.toString() : value)
  } catch (cause) {
    throw new RangeError(`"${value}" is no decimal number`, { cause })
  }
}

/** The plain notation without exponent: `"0.000000000000000001"`. */
export const decimalText = (value: Decimal): string => value.toFixed()
