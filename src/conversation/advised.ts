import type { Advice } from '../language/advisor.ts'
import { changesNothing } from '../language/changes-nothing.ts'
import type { Slots } from '../language/question.ts'
import type { Intent } from '../language/vocabulary.ts'

/** What an advisor's word comes to. Whoever is answered is authorised like anybody: advice chooses a question and no rights. */
export type Advised =
  | { readonly kind: 'answer'; readonly intent: Intent }
  | { readonly kind: 'guess'; readonly intents: readonly Intent[] }

/**
 * Advice on a message of which `guesses` are ours and `slots` what we read in it. It is enough for an answer where answering changes
 * nothing and where we read every kind of value that the advisor sees: else the answer could be about another month than the message.
 */
export function advised(
  { intent, slots: kinds }: Advice,
  guesses: readonly Intent[],
  slots: Slots,
): Advised | undefined {
  if (intent === 'out_of_scope') return undefined
  if (changesNothing(intent) && kinds.every((kind) => slots[kind] !== undefined)) return { kind: 'answer', intent }
  return { kind: 'guess', intents: [intent, ...guesses.filter((guess) => guess !== intent)] }
}
