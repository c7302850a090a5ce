const most = 20
/** Milliseconds. What a system did not take in three days it has to ask for. */
const longestTrying = 3 * 24 * 60 * 60_000
const first = 5_000
const longestPause = 6 * 60 * 60_000

/** What came of trying so far; `after` is how long the other side asks to wait. Times are milliseconds, `random` is within 0 and 1. */
type Trying = {
  /** This one included. */
  readonly attempts: number
  /** Since the event was queued. */
  readonly tried: number
  readonly after?: number
  readonly random: () => number
}

/**
 * How long to wait before an event is tried again: five seconds, then three times as long each time up to six hours, times .5 to 1.5 so that
 * those who were turned away together do not come back together. Undefined when it is given up.
 */
export function eventPause({ attempts, tried, after = 0, random }: Trying): number | undefined {
  if (attempts >= most || tried >= longestTrying) return undefined
  const backoff = Math.min(longestPause, first * 3 ** (attempts - 1)) * (0.5 + random())
  return Math.ceil(Math.max(backoff, Math.min(after, longestPause)))
}
