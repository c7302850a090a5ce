/** What one process prints when it is through with a file. Peak memory is the resident set's, of this process alone. */
export type Pass = {
  readonly lines: number
  readonly seconds: number
  /** Of all cores together: what stays the same when others use the machine. */
  readonly cpuSeconds: number
  readonly peakMebibytes: number
}

export function printPass(lines: number, started: number): void {
  const seconds = (performance.now() - started) / 1000
  const { user, system } = process.cpuUsage()
  const cpuSeconds = (user + system) / 1_000_000
  const pass: Pass = { lines, seconds, cpuSeconds, peakMebibytes: Math.round(process.resourceUsage().maxRSS / 1024) }
  console.log(JSON.stringify(pass))
}
