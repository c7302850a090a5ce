import type { DriverKind } from '../../src/ledger/bridge/driver.ts'

/**
 * One true cause of a difference. The first kind is the truth; the others are what nothing in the file tells it from, so that nobody can
 * be asked to. `off`: minor units by which rounding may move money between the causes of one comparison.
 */
export type TruePart = {
  readonly kinds: readonly [DriverKind, ...DriverKind[]]
  /** The subscription that is carried on, and what else a driver is of: a meter, a reason. */
  readonly of: string
  readonly amount: bigint
  readonly off: bigint
}

/** Causes that stand or fall together. The first reading is the truth; another one is what cannot be told from it. */
export type TrueCause = readonly (readonly TruePart[])[]

export const exactly = (kind: DriverKind, of: string, amount: bigint): TruePart => ({
  kinds: [kind],
  of,
  amount,
  off: 0n,
})
