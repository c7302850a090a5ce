import type { Hit } from './evaluate.ts'
import type { Intent } from './vocabulary.ts'

/** One intent that was taken for another, and how often. */
export type Confusion = { readonly wanted: Intent; readonly heard: Intent; readonly count: number }

/** The most frequent confusions of the best guess, at most `most` of them. */
export function confusionsOf(hits: readonly Hit[], most: number): readonly Confusion[] {
  const counts = new Map<string, Confusion>()
  for (const { wanted, question } of hits) {
    if (wanted.intent === question.intent) continue
    const key = `${wanted.intent} ${question.intent}`
    const count = (counts.get(key)?.count ?? 0) + 1
    counts.set(key, { wanted: wanted.intent, heard: question.intent, count })
  }
  return [...counts.values()].sort((a, b) => b.count - a.count).slice(0, most)
}
