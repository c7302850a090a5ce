import type { Limit } from '../../../src/delivery/budgets.ts'

/** Sliding windows as Teams counts them: whatever arrives counts, by when it arrives. */
export function windowsOf(limits: readonly Limit[]) {
  const longest = Math.max(...limits.map(({ milliseconds }) => milliseconds))
  const seen = new Map<string, number[]>()
  return {
    /** Counts a request. Whether it is within every limit. */
    take(key: string, now: number): boolean {
      const times = (seen.get(key) ?? []).filter((time) => time > now - longest)
      times.push(now)
      seen.set(key, times)
      return limits.every(
        ({ sends, milliseconds }) => times.filter((time) => time > now - milliseconds).length <= sends,
      )
    },
  }
}
