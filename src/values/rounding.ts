import type { Decimal } from './decimal.ts'

/** The ways an exact decimal becomes fewer digits. Rounding happens through these names and nowhere else. */
export type Rounding = 'half-up' | 'down' | 'half-even'

const modes: Readonly<Record<Rounding, 0 | 1 | 2>> = { down: 0, 'half-up': 1, 'half-even': 2 }

/**
 * Rounds to a number of digits after the point. `half-up` and `down` work on the magnitude, so that a refund is the exact
 * mirror of its charge (Partner Center docs, common-billing-scenarios: -112.89 beside 112.89).
 */
export const roundTo = (value: Decimal, digits: number, rounding: Rounding): Decimal =>
  value.round(digits, modes[rounding])
