import type { Instant } from './day.ts'

/** What time it is. Pure rooms get it as an argument; `main.ts` hands in the real one or the one fixed by `SALDO_NOW`. */
export type Clock = { now(): Instant }

/** A clock that stands still until it is moved: for trying out and for tests. */
export type FixedClock = Clock & { set(at: Instant): void }

export function fixedClock(start: Instant): FixedClock {
  let at = start
  return {
    now: () => at,
    set(next) {
      at = next
    },
  }
}

/** Makes a new unguessable id. Pure rooms get it as an argument. */
export type NewId = () => string
