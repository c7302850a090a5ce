import { wordsOf } from './features.ts'
import { fold } from './fold.ts'

/** Messages that say nearly the same, the first of them in the order given. */
export type Alike<T> = { readonly first: T; readonly all: readonly T[] }

const stemLength = 5
// "Where is the bill for the server" and "where's my bill for the servers" are one question, "where is the server" another.
const nearly = 0.75

/** Groups messages of one language by what share of their words they have in common, each with the first that is near enough. */
export function groupAlike<T extends { readonly language: string; readonly text: string }>(
  messages: readonly T[],
): readonly Alike<T>[] {
  const groups: { first: T; all: T[]; size: number }[] = []
  const byStem = new Map<string, number[]>()
  for (const message of messages) {
    const stems = stemsOf(message)
    const near = nearest(stems, groups, byStem)
    if (near) near.all.push(message)
    else {
      for (const stem of stems) postingsOf(byStem, stem).push(groups.length)
      groups.push({ first: message, all: [message], size: stems.size })
    }
  }
  return groups.map(({ first, all }) => ({ first, all }))
}

function postingsOf(byStem: Map<string, number[]>, stem: string): number[] {
  const known = byStem.get(stem) ?? []
  byStem.set(stem, known)
  return known
}

const stemsOf = ({ language, text }: { language: string; text: string }): ReadonlySet<string> =>
  new Set(wordsOf(fold(text)).map((word) => `${language} ${word.slice(0, stemLength)}`))

/** The group whose first message shares most words with these, where it shares enough (Dice's coefficient). */
function nearest<G extends { readonly size: number }>(
  stems: ReadonlySet<string>,
  groups: readonly G[],
  byStem: ReadonlyMap<string, readonly number[]>,
): G | undefined {
  const shared = new Map<number, number>()
  for (const stem of stems) for (const at of byStem.get(stem) ?? []) shared.set(at, (shared.get(at) ?? 0) + 1)
  let best: { group: G; likeness: number } | undefined
  for (const [at, count] of shared) {
    const group = groups[at]!
    const likeness = (2 * count) / (stems.size + group.size)
    if (likeness >= nearly && likeness > (best?.likeness ?? 0)) best = { group, likeness }
  }
  return best?.group
}
