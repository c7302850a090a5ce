import type { Records } from './records.ts'
import type { Taken } from './teams-side.ts'
import type { Written } from './written.ts'

/**
 * The words that were passed on, by the conversation in which they arrived, in the order in which Teams took them. Gives those that
 * arrived before what was accepted earlier, and those that were accepted before what their writer had written earlier.
 */
export function outOfOrder({ tickets }: Records, taken: readonly Taken[], written: readonly Written[]): string[] {
  const accepted = new Map<string, number>()
  for (const { trail } of tickets)
    for (const [at, { what, text }] of trail.entries()) {
      const token = what === 'said' || what === 'replied' || what === 'noted' ? tokenIn(text) : undefined
      if (token) accepted.set(token, at)
    }
  const arrived = Map.groupBy(
    taken.filter(({ how, replyTo, text }) => how === 'sent' && !replyTo && /^[^⚠“]*: w\d+x\d+z/.test(text)),
    ({ conversation }) => conversation,
  )
  const late = [...arrived.values()].flatMap((each) => descents(each.map(({ text }) => tokenIn(text) ?? '')))
  const ofWriters = Map.groupBy(written, ({ by, conversation }) => `${by}|${conversation}`)
  const mixed = [...ofWriters.values()].flatMap((each) => descents(each.map(({ token }) => token)))
  return [...late, ...mixed]

  function descents(tokens: readonly string[]): string[] {
    const known = tokens.filter((token) => accepted.has(token))
    return known.filter((token, at) => (accepted.get(token) ?? 0) < (accepted.get(known[at - 1] ?? '') ?? -1))
  }
}

const tokenIn = (text: string | undefined): string | undefined => /w\d+x\d+z/.exec(text ?? '')?.[0]
