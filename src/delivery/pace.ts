import { budgets, type Limit } from './budgets.ts'
import type { Destination } from './line.ts'

export type Limits = { readonly thread: readonly Limit[]; readonly tenant: readonly Limit[] }

/** What Teams takes of one bot (T rate-limit; learn.microsoft.com for the tenant). */
export const teamsLimits: Limits = {
  thread: [
    { sends: 7, milliseconds: 1_000 },
    { sends: 8, milliseconds: 2_000 },
    { sends: 60, milliseconds: 30_000 },
    { sends: 1_800, milliseconds: 3_600_000 },
  ],
  tenant: [{ sends: 50, milliseconds: 1_000 }],
}

/** Whose budgets a message takes from. */
export type Place = { readonly thread: string; readonly tenant: string }

/** All threads of one Teams channel share a budget. */
export const placeOf = (to: Destination): Place => ({
  thread: to.kind === 'thread' ? to.teamsChannel : to.conversation,
  tenant: to.tenant,
})

/** Times are milliseconds of a clock that only goes forward. */
export type Pace = {
  /**
   * The milliseconds until a message's turn. It is booked where that is within `patience`, which is now when left out; else nothing is, and it
   * is when to ask again: whoever is turned away is told a time after those who were before.
   */
  reserve(place: Place, now: number, patience?: number): number
  /** A turn that was booked, came and was not used. */
  release(place: Place, now: number): void
  /** Asked right before a message leaves: 0 when it may, which is then counted; else the milliseconds to wait. */
  depart(place: Place, now: number): number
  /** Nothing goes there before `until`: the channel asked for it. */
  hold(place: Place, until: number): void
  /** The milliseconds that nothing goes there because the channel asked for it. */
  held(place: Place, now: number): number
}

/**
 * Budgets of this process. Several processes that send to one thread share it by the channel's own "not now". Turns are booked ahead, so that
 * it costs nothing when somebody wakes up late; and what leaves is counted once more, because some take longer than others until they do.
 */
export function paceOf(limits: Limits = teamsLimits): Pace {
  const booked = { threads: budgets(limits.thread), tenants: budgets(limits.tenant, { isEven: true }) }
  const left = { threads: budgets(limits.thread), tenants: budgets(limits.tenant) }
  return {
    reserve({ thread, tenant }, now, patience = 0) {
      const isAhead = patience > 0
      const turn = Math.max(booked.threads.turn(thread, now, isAhead), booked.tenants.turn(tenant, now, isAhead))
      if (turn - now > patience) {
        if (!isAhead) return Math.ceil(turn - now)
        const later = Math.max(booked.threads.turnAway(thread, turn), booked.tenants.turnAway(tenant, turn))
        // Never what would pass for a turn.
        return Math.max(Math.ceil(later - now), Math.floor(patience) + 1)
      }
      booked.threads.count(thread, turn, now)
      booked.tenants.count(tenant, turn, now)
      return Math.ceil(turn - now)
    },
    release({ thread, tenant }, now) {
      booked.threads.release(thread, now)
      booked.tenants.release(tenant, now)
    },
    depart({ thread, tenant }, now) {
      const wait = Math.max(left.threads.turn(thread, now, false), left.tenants.turn(tenant, now, false)) - now
      if (wait > 0) return Math.ceil(wait)
      left.threads.count(thread, now, now)
      left.tenants.count(tenant, now, now)
      return 0
    },
    hold: ({ thread }, until) => booked.threads.hold(thread, until),
    held: ({ thread }, now) => booked.threads.held(thread, now),
  }
}
