/** So many within so long, whichever way one looks. */
export type Limit = { readonly sends: number; readonly milliseconds: number }

/** What is counted arrives a little later, not always the same: windows are longer by this many milliseconds. */
const margin = 25
/** Of those that come one by one: what is late can catch up with them. */
const evenMargin = 30

/** Where there is more to do than this process can, those go first whose tenant takes longest: by this part of the time that it takes. */
const head = 0.05
/** Who is turned away comes back so much sooner than it will be their turn: there is always somebody to take a turn. */
const sooner = 0.95

/** `away`: the times told to those who were turned away, in order; they are still to come. `spare`: turns that were not used. */
type Kept = { times: number[]; away: number[]; spare: number; until: number }

/** What is left of the same limits for each of many. Times are milliseconds of a clock that only goes forward. */
type Budgets = {
  /** When it would be the turn of the next one. `isAhead`: as it is booked ahead. */
  turn(key: string, now: number, isAhead: boolean): number
  /** Tells the next of those who are turned away when to come back. `earliest` is when it would be their turn if they were alone. */
  turnAway(key: string, earliest: number): number
  count(key: string, turn: number, now: number): void
  /** A turn that came was not used. */
  release(key: string, now: number): void
  hold(key: string, until: number): void
  held(key: string, now: number): number
}

/** `isEven`: what is booked ahead comes one by one and not all at once at the beginning of a window. */
export function budgets(limits: readonly Limit[], { isEven = false } = {}): Budgets {
  const kept = new Map<string, Kept>()
  const most = Math.max(0, ...limits.map(({ sends }) => sends))
  const longest = Math.max(0, ...limits.map(({ milliseconds }) => milliseconds)) + margin
  const step = isEven ? Math.max(0, ...limits.map(({ sends, milliseconds }) => (milliseconds + evenMargin) / sends)) : 0
  const of = (key: string): Kept => kept.get(key) ?? { times: [], away: [], spare: 0, until: 0 }
  return {
    turn(key, now, isAhead) {
      const { times, spare, until } = of(key)
      return turnAfter(limits, times, Math.max(now, until), isAhead && spare === 0 ? step : 0)
    },
    turnAway(key, earliest) {
      const entry = of(key)
      const time = comeBack(limits, entry, earliest, step)
      entry.away.push(time)
      kept.set(key, entry)
      return time - entry.away.length * step * head
    },
    count(key, turn, now) {
      const entry = of(key)
      note(entry, turn, now, most)
      keep(kept, key, entry, now - longest, now)
    },
    release(key, now) {
      const entry = of(key)
      const at = entry.times.findLastIndex((time) => time <= now)
      if (at < 0) return
      entry.times.splice(at, 1)
      entry.spare++
    },
    hold(key, until) {
      const entry = of(key)
      entry.until = Math.max(entry.until, until)
      kept.set(key, entry)
    },
    held: (key, now) => Math.max(0, of(key).until - now),
  }
}

/** When the next one can go after these, which are in order. */
function turnAfter(limits: readonly Limit[], times: readonly number[], from: number, gap: number): number {
  const free = limits.map(({ sends, milliseconds }) => {
    const oldest = times[times.length - sends]
    return oldest === undefined ? from : oldest + milliseconds + margin
  })
  const last = times.at(-1)
  return Math.max(from, last === undefined ? from : last + gap, ...free)
}

function comeBack(limits: readonly Limit[], { times, away }: Kept, earliest: number, step: number): number {
  const last = away.at(-1) ?? times.at(-1) ?? 0
  return step > 0 ? Math.max(earliest, last + step * sooner) : turnAfter(limits, [...times, ...away], earliest, 0)
}

function note(entry: Kept, turn: number, now: number, most: number): void {
  entry.times.push(turn)
  if (entry.spare > 0) entry.spare--
  if (entry.times.length > most) entry.times.shift()
  // Who comes is taken for the first of those who were turned away; who did not come by now does not come any more.
  entry.away.shift()
  while ((entry.away[0] ?? now) < now) entry.away.shift()
}

/** Used last goes last, so that what is over, whose last turn was at `since` or before, is found first. */
function keep(kept: Map<string, Kept>, key: string, entry: Kept, since: number, now: number): void {
  kept.delete(key)
  kept.set(key, entry)
  for (const [old, { times, until }] of kept) {
    if (until > now || (times.at(-1) ?? 0) > since) break
    kept.delete(old)
  }
}
