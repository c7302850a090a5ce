import { type Intent, intents } from './vocabulary.ts'

/** One message somebody wrote down for an intent. `near` marks an out-of-scope message from a neighbouring subject. */
export type Utterance = { readonly intent: Intent; readonly text: string; readonly near?: boolean }

/** What can head a section: every intent but out of scope, which says how far. */
export const sections = [
  ...intents.filter((intent) => intent !== 'out_of_scope'),
  'out_of_scope.near',
  'out_of_scope.far',
] as const
export type Section = (typeof sections)[number]

const known = new Map<string, { intent: Intent; near?: boolean }>([
  ...intents.map((intent) => [intent, { intent }] as const),
  ['out_of_scope.near', { intent: 'out_of_scope', near: true }],
  ['out_of_scope.far', { intent: 'out_of_scope', near: false }],
])

/**
 * Reads an utterance file: `[intent]` heads a section, one message a line, `#` starts a comment line. Out of scope is
 * `[out_of_scope.near]` (electricity bills, payroll, other vendors) and `[out_of_scope.far]` (weather, jokes).
 * Throws RangeError that names the line, the problem and what to do.
 */
export function readUtterances(text: string): Utterance[] {
  const read: Utterance[] = []
  let section: { intent: Intent; near?: boolean } | undefined
  for (const [at, raw] of text
    .replace(/^\uFEFF/, '')
    .split(/\r?\n/)
    .entries()) {
    const line = raw.trim()
    if (line === '' || line.startsWith('#')) continue
    const head = /^\[(.*)\]$/.exec(line)?.[1]
    if (head === undefined && !section)
      throw fault(at, `"${line}" stands before the first section: write [intent] above it`)
    if (head === undefined) read.push({ ...section!, text: line })
    else {
      section = known.get(head)
      if (!section) throw fault(at, `"${head}" is no intent: write one of the vocabulary, or out_of_scope.near or .far`)
    }
  }
  return read
}

const fault = (at: number, problem: string) => new RangeError(`line ${at + 1}: ${problem}`)
