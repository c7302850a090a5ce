import type { Model } from './classifier.ts'
import { featuresOf } from './features.ts'
import { decide } from './linear-svm.ts'
import { tfIdf } from './sparse.ts'
import { spellerOf } from './spelling.ts'
import type { Intent } from './vocabulary.ts'

/** Every intent with its decision value, the best first. */
export type Ranked = readonly { readonly intent: Intent; readonly decision: number }[]

export type Ranking = {
  readonly ranked: Ranked
  /** Which share of the words training knows, 0 to 1. */
  readonly known: number
}

/** What ranks the intents for the words of a message. Making it takes some milliseconds, ranking microseconds. */
export function rankerOf(model: Model): (words: readonly string[]) => Ranking {
  const speller = spellerOf(model.vocabulary)
  return (words) => {
    const spelled = words.map(speller)
    const decisions = decide(model.intents, tfIdf(featuresOf(spelled), model.idf))
    const ranked = model.intents.labels
      .map((label, at) => ({ intent: label as Intent, decision: decisions[at]! }))
      .sort((a, b) => b.decision - a.decision)
    const spoken = words.filter((word) => word !== '?')
    const known = spoken.filter((word) => model.vocabulary.has(word)).length
    return { ranked, known: spoken.length > 0 ? known / spoken.length : 0 }
  }
}
