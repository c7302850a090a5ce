import { type Decimal, decimal } from '../values/decimal.ts'

/** Adds plain decimal texts exactly and fast: whole numbers by how many digits stand after the point, put together once at the end. */
export class ExactSum {
  readonly #byScale: bigint[] = []

  add(text: string): void {
    const point = text.indexOf('.')
    const scale = point < 0 ? 0 : text.length - point - 1
    const digits = point < 0 ? text : text.slice(0, point) + text.slice(point + 1)
    this.#byScale[scale] = (this.#byScale[scale] ?? 0n) + BigInt(digits)
  }

  total(): Decimal {
    return this.#byScale.reduce(
      (sum, digits, scale) => sum.plus(decimal(digits).times(decimal(`1e-${scale}`))),
      decimal(0),
    )
  }
}
