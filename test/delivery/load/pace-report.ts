import type { Saw } from './teams-side.ts'

const perSecond = 50

/**
 * How fast one tenant got its messages, against what Teams takes of it: all the time, and once the first quarter was over, in which everybody else
 * wants theirs too. The last hundredth is left out: that waits because Teams asked for it.
 */
export function paceReport({ arrivals, overLimit }: Saw, tenant: string) {
  const times = (arrivals[tenant] ?? []).toSorted((a, b) => a - b)
  const counted = times.slice(0, Math.ceil(times.length * 0.99))
  const all = Object.values(arrivals).flat()
  return {
    requests: times.length,
    ...shareOf(counted),
    steady: shareOf(counted.slice(Math.floor(counted.length / 4))),
    busiestSecond: mostWithin(times, 1000),
    overLimit: Object.keys(overLimit).length,
    everybodySeconds: Number((all.reduce((a, b) => Math.max(a, b), 0) / 1000).toFixed(1)),
  }
}

function shareOf(times: readonly number[]) {
  const seconds = ((times.at(-1) ?? 0) - (times[0] ?? 0)) / 1000
  const least = (times.length - 1) / perSecond
  const [took, atLeast] = [seconds, least].map((each) => Number(each.toFixed(2)))
  return { seconds: took, leastSeconds: atLeast, share: Number((least / seconds).toFixed(3)) }
}

/** The most that came within any stretch of that length; the times are in order. */
export function mostWithin(times: readonly number[], milliseconds: number): number {
  let most = 0
  let from = 0
  for (const [at, time] of times.entries()) {
    while ((times[from] ?? time) <= time - milliseconds) from++
    most = Math.max(most, at - from + 1)
  }
  return most
}
