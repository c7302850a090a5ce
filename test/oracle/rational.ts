/** An exact fraction, always in lowest terms with a positive denominator. */
export type Rational = { readonly n: bigint; readonly d: bigint }

const magnitude = (value: bigint): bigint => (value < 0n ? -value : value)

function commonDivisor(a: bigint, b: bigint): bigint {
  let [x, y] = [magnitude(a), magnitude(b)]
  while (y > 0n) [x, y] = [y, x % y]
  return x
}

export function ratio(n: bigint, d: bigint): Rational {
  if (d === 0n) throw new RangeError('a fraction over zero')
  const by = commonDivisor(n, d) * (d < 0n ? -1n : 1n)
  return by === 0n ? { n: 0n, d: 1n } : { n: n / by, d: d / by }
}

export const zero: Rational = { n: 0n, d: 1n }

/** Reads a decimal as a file writes it: `-12.50`, `0E-20`, `'13`. Throws RangeError for anything else. */
export function rational(text: string): Rational {
  const match = /^'?(-?)(\d*)(?:\.(\d*))?(?:[eE]([+-]?\d+))?$/.exec(text.trim())
  const digits = `${match?.[2] ?? ''}${match?.[3] ?? ''}`
  if (!match || digits === '') throw new RangeError(`"${text}" is no decimal number`)
  const power = Number(match[4] ?? 0) - (match[3] ?? '').length
  const n = BigInt(`${match[1]}${digits}`)
  return power >= 0 ? ratio(n * 10n ** BigInt(power), 1n) : ratio(n, 10n ** BigInt(-power))
}

export const times = (a: Rational, b: Rational): Rational => ratio(a.n * b.n, a.d * b.d)
export const plus = (a: Rational, b: Rational): Rational => ratio(a.n * b.d + b.n * a.d, a.d * b.d)
export const sign = (value: Rational): -1 | 0 | 1 => (value.n === 0n ? 0 : value.n < 0n ? -1 : 1)

/** To whole units of 10^-digits, cutting the magnitude. */
export function down(value: Rational, digits: number): bigint {
  const whole = (magnitude(value.n) * 10n ** BigInt(digits)) / value.d
  return value.n < 0n ? -whole : whole
}

/** To whole units of 10^-digits, a half going up in magnitude. */
export function halfUp(value: Rational, digits: number): bigint {
  const whole = (magnitude(value.n) * 10n ** BigInt(digits) * 2n + value.d) / (value.d * 2n)
  return value.n < 0n ? -whole : whole
}
