/** The latest stage whose day has come; -1 before the first. */
export function latestOn(stageDays: readonly number[], at: number): number {
  for (let stage = stageDays.length - 1; stage >= 0; stage--) if ((stageDays[stage] ?? at + 1) <= at) return stage
  return -1
}
