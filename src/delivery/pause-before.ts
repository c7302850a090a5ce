const maxAttempts = 8
/** Milliseconds. A relayed word that comes later than this would come out of the blue. */
const longestTrying = 30 * 60_000

/** What came of trying so far; `after` is how long the channel asks to wait. Times are milliseconds, `random` is within 0 and 1. */
type Trying = {
  readonly attempts: number
  readonly tried: number
  readonly after?: number
  readonly random: () => number
}

/**
 * How long to wait before the next attempt: a second, then three times as long each time, times .5 to 1.5 so that those who were turned away
 * together do not come back together. Undefined when it is given up.
 */
export function pauseBefore({ attempts, tried, after = 0, random }: Trying): number | undefined {
  if (attempts >= maxAttempts) return undefined
  const backoff = 1_000 * 3 ** (attempts - 1) * (0.5 + random())
  const pause = Math.ceil(Math.max(backoff, after * (1 + random() / 10)))
  return tried + pause > longestTrying ? undefined : pause
}
