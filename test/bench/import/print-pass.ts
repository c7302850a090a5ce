/** What one process prints when it is through with a file. Peak memory is the resident set's, of this process alone. */
export type Pass = { readonly lines: number; readonly seconds: number; readonly peakMebibytes: number }

export function printPass(lines: number, started: number): void {
  const seconds = (performance.now() - started) / 1000
  const pass: Pass = { lines, seconds, peakMebibytes: Math.round(process.resourceUsage().maxRSS / 1024) }
  console.log(JSON.stringify(pass))
}
