import { type KeptUnclear, unclearId, unclearMessages } from '../conversation/unclear-messages.ts'
import { groupAlike } from '../language/alike.ts'
import type { Reading } from '../store/documents.ts'
import type { Instant } from '../values/day.ts'
import type { Language } from '../values/language.ts'

/** Messages that were not understood and say nearly the same. `id` is that of its first message, the most frequent one. */
export type UnclearGroup = {
  readonly id: string
  readonly language: Language
  readonly count: number
  /** When one of them was last said. */
  readonly day: string
  readonly guesses: KeptUnclear['guesses']
  readonly messages: readonly KeptUnclear[]
}

/** What was not understood and is to be kept still, in groups, the most frequent first. */
export async function unclearGroups(
  reading: Reading,
  now: Instant,
  language?: Language,
): Promise<readonly UnclearGroup[]> {
  const { items } = await reading.find(unclearMessages, { index: 'expires', from: now })
  const messages = items.map(({ data }) => data).filter((one) => language === undefined || one.language === language)
  const ordered = messages.sort((a, b) => b.count - a.count || (a.text < b.text ? -1 : 1))
  return groupAlike(ordered)
    .map(({ first, all }) => ({
      id: unclearId(first),
      language: first.language,
      count: all.reduce((sum, one) => sum + one.count, 0),
      day: all.reduce((latest, one) => (one.day > latest ? one.day : latest), first.day as string),
      guesses: first.guesses,
      messages: all,
    }))
    .sort((a, b) => b.count - a.count)
}
