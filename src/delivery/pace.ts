import type { Destination } from './line.ts'

export type Limit = { readonly sends: number; readonly milliseconds: number }
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

/** What is counted arrives a little later, not always the same: windows are longer by this many milliseconds. */
const bookingMargin = 25
/** Shorter for what leaves in that moment: those that are late together can then catch up. */
const leavingMargin = 15

/** Where there is more to do than this process can, those go first whose tenant takes longest: by this part of the time that it takes. */
const head = 0.05
/** Who is turned away comes back so much sooner than it will be their turn: there is always somebody to take a turn. */
const sooner = 0.95

/**
 * Budgets of this process. Several processes that send to one thread share it by the channel's own "not now". Turns are booked ahead, so that
 * it costs nothing when somebody wakes up late; and what leaves is counted once more, because some take longer than others until they do.
 */
export function paceOf(limits: Limits = teamsLimits): Pace {
  const booked = { threads: budgets(limits.thread), tenants: budgets(limits.tenant, { isEven: true }) }
  const leaving = { margin: leavingMargin }
  const left = { threads: budgets(limits.thread, leaving), tenants: budgets(limits.tenant, leaving) }
  return {
    reserve({ thread, tenant }, now, patience = 0) {
      const isAhead = patience > 0
      const turn = Math.max(booked.threads.turn(thread, now, isAhead), booked.tenants.turn(tenant, now, isAhead))
      if (turn - now > patience) {
        if (!isAhead) return Math.ceil(turn - now)
        const later = Math.max(booked.threads.turnAway(thread, turn), booked.tenants.turnAway(tenant, turn))
        return Math.ceil(later - now)
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

/** `away`: the times told to those who were turned away, in order; they are still to come. `spare`: turns that were not used. */
type Kept = { times: number[]; away: number[]; spare: number; until: number }

/** `isEven`: what is booked ahead comes one by one and not all at once at the beginning of a window. */
function budgets(limits: readonly Limit[], { isEven = false, margin = bookingMargin } = {}) {
  const kept = new Map<string, Kept>()
  const most = Math.max(0, ...limits.map(({ sends }) => sends))
  const longest = Math.max(0, ...limits.map(({ milliseconds }) => milliseconds)) + margin
  const step = isEven ? Math.max(0, ...limits.map(({ sends, milliseconds }) => (milliseconds + margin) / sends)) : 0
  const isOver = ({ times, until }: Kept, now: number) => until <= now && (times.at(-1) ?? 0) + longest <= now
  /** Used last goes last, so that what is over is found first. */
  const keep = (key: string, entry: Kept, now: number) => {
    kept.delete(key)
    kept.set(key, entry)
    for (const [old, each] of kept) {
      if (!isOver(each, now)) break
      kept.delete(old)
    }
  }
  const of = (key: string): Kept => kept.get(key) ?? { times: [], away: [], spare: 0, until: 0 }
  /** When the next one can go after these, which are in order. */
  const after = (times: readonly number[], from: number, gap: number): number => {
    const free = limits.map(({ sends, milliseconds }) => {
      const oldest = times[times.length - sends]
      return oldest === undefined ? from : oldest + milliseconds + margin
    })
    const last = times.at(-1) ?? 0
    return Math.max(from, times.length > 0 ? last + gap : 0, ...free)
  }
  return {
    turn(key: string, now: number, isAhead: boolean): number {
      const { times, spare, until } = of(key)
      return after(times, Math.max(now, until), isAhead && spare === 0 ? step : 0)
    },
    /** Tells the next of those who are turned away when to come back. `earliest` is when it would be their turn if they were alone. */
    turnAway(key: string, earliest: number): number {
      const entry = of(key)
      const { times, away } = entry
      const last = away.at(-1) ?? times.at(-1) ?? 0
      const time = isEven
        ? Math.max(earliest, last + step * sooner)
        : after([...times, ...away.slice(-most)].slice(-most), earliest, 0)
      away.push(time)
      kept.set(key, entry)
      return time - away.length * step * head
    },
    count(key: string, turn: number, now: number): void {
      const entry = of(key)
      entry.times.push(turn)
      if (entry.spare > 0) entry.spare--
      if (entry.times.length > most) entry.times.shift()
      // Who comes is taken for the first of those who were turned away; who did not come by now does not come any more.
      entry.away.shift()
      while ((entry.away[0] ?? now) < now) entry.away.shift()
      keep(key, entry, now)
    },
    release(key: string, now: number): void {
      const entry = of(key)
      const at = entry.times.findLastIndex((time) => time <= now)
      if (at < 0) return
      entry.times.splice(at, 1)
      entry.spare++
    },
    hold(key: string, until: number): void {
      const entry = of(key)
      entry.until = Math.max(entry.until, until)
      kept.set(key, entry)
    },
    held: (key: string, now: number): number => Math.max(0, of(key).until - now),
  }
}
