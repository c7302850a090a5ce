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
  /** 0 when a message may be sent now, which is then counted; else the milliseconds to wait before asking again. */
  reserve(place: Place, now: number): number
  /** Nothing goes there before `until`: the channel asked for it. */
  hold(place: Place, until: number): void
}

type Kept = { times: number[]; until: number }

/** What is counted when it leaves arrives a little later, not always the same: windows are longer by this many milliseconds. */
const margin = 25

/** Budgets of this process. Several processes that send to one thread share it by the channel's own "not now". */
export function paceOf(limits: Limits = teamsLimits): Pace {
  const threads = budgets(limits.thread)
  const tenants = budgets(limits.tenant)
  return {
    reserve({ thread, tenant }, now) {
      const wait = Math.max(threads.wait(thread, now), tenants.wait(tenant, now))
      if (wait > 0) return Math.ceil(wait)
      threads.count(thread, now)
      tenants.count(tenant, now)
      return 0
    },
    hold: ({ thread }, until) => threads.hold(thread, until),
  }
}

function budgets(limits: readonly Limit[]) {
  const kept = new Map<string, Kept>()
  const most = Math.max(0, ...limits.map(({ sends }) => sends))
  const longest = Math.max(0, ...limits.map(({ milliseconds }) => milliseconds)) + margin
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
  const of = (key: string): Kept => kept.get(key) ?? { times: [], until: 0 }
  return {
    wait(key: string, now: number): number {
      const { times, until } = of(key)
      const free = limits.map(({ sends, milliseconds }) => {
        const oldest = times[times.length - sends]
        return oldest === undefined ? now : oldest + milliseconds + margin
      })
      return Math.max(until, ...free, now) - now
    },
    count(key: string, now: number): void {
      const entry = of(key)
      entry.times.push(now)
      if (entry.times.length > most) entry.times.shift()
      keep(key, entry, now)
    },
    hold(key: string, until: number): void {
      const entry = of(key)
      entry.until = Math.max(entry.until, until)
      kept.set(key, entry)
    },
  }
}
