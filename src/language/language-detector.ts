import { type Language, languages } from '../values/language.ts'
import { featureOf, hash, seedOf } from './hashing.ts'
import { decide, type LinearModel, trainLinear } from './linear-svm.ts'
import { inverseFrequencies, tfIdf } from './sparse.ts'

/** Tells the language by how words are spelled; accents count here. */
export type LanguageModel = { readonly linear: LinearModel; readonly idf: Float32Array }

const gram = seedOf('spelling')
const whole = seedOf('spoken')

function spellingOf(text: string): number[] {
  const features: number[] = []
  for (const word of text
    .normalize('NFC')
    .toLowerCase()
    .match(/[\p{L}]+|[¿¡]/gu) ?? []) {
    features.push(featureOf(hash(whole, word)))
    const marked = `<${word}>`
    for (let size = 1; size <= 4; size++)
      for (let at = 0; at + size <= marked.length; at++)
        features.push(featureOf(hash(gram + size, marked, at, at + size)))
  }
  return features
}

export function trainLanguages(
  examples: readonly { readonly text: string; readonly language: Language }[],
  seed: number,
): LanguageModel {
  const features = examples.map(({ text }) => spellingOf(text))
  const idf = inverseFrequencies(features)
  const vectors = features.map((of) => tfIdf(of, idf))
  const linear = trainLinear(
    vectors,
    examples.map(({ language }) => language),
    // With fewer passes how sure it is depends on the order of the files.
    { cost: 1, passes: 12, seed },
  )
  return { linear, idf }
}

/** A language and how sure it is, in decision values. */
export type Detected = {
  readonly language: Language
  /** How far it is ahead of the next other language; European and Brazilian Portuguese count as one. */
  readonly lead: number
  /** Of Portuguese: how far the variety is ahead of the other one, else 0. */
  readonly otherVariety: number
  readonly words: number
}

const baseOf = (language: Language) => language.slice(0, 2)

/** The likeliest language of a text. */
export function detectLanguage({ linear, idf }: LanguageModel, text: string): Detected {
  const decisions = decide(linear, tfIdf(spellingOf(text), idf))
  const ranked = languages
    .map((language) => ({ language, decision: decisions[linear.labels.indexOf(language)] ?? Number.NEGATIVE_INFINITY }))
    .sort((a, b) => b.decision - a.decision)
  const best = ranked[0]!
  const other = ranked.find(({ language }) => baseOf(language) !== baseOf(best.language))
  const sibling = ranked.find(
    ({ language }) => language !== best.language && baseOf(language) === baseOf(best.language),
  )
  return {
    language: best.language,
    lead: other ? best.decision - other.decision : Number.POSITIVE_INFINITY,
    otherVariety: sibling ? best.decision - sibling.decision : 0,
    words: text.match(/[\p{L}]+/gu)?.length ?? 0,
  }
}
