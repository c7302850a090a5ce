import { featureOf, hash, seedOf } from './hashing.ts'
import { conceptsOf } from './meaning.ts'

const seed = {
  word: seedOf('word'),
  pair: seedOf('pair'),
  skip: seedOf('skip'),
  first: seedOf('first'),
  stem: seedOf('stem'),
  concept: seedOf('concept'),
  gram: seedOf('gram'),
}
const stemLength = 5
const firstWords = 3

/** The words of folded text: letters and digits, with an inner apostrophe dropped ("what's" is "whats", as people type it). */
export const wordsOf = (folded: string): string[] =>
  folded.replace(/(?<=[a-z])'(?=[a-z])/g, '').match(/[a-z0-9]+|[?]/g) ?? []

/**
 * What the classifier sees of a message: words, their stems and concepts, pairs, pairs over a gap of one, how it starts,
 * and the 2- to 4-grams inside each word. Words and concepts count double. With one author taught and another asked, .785
 * in scope; without concepts .767, without pairs .777; stems and skips a little.
 */
export function featuresOf(words: readonly string[]): number[] {
  const features: number[] = []
  for (const [at, text] of words.entries()) {
    const word = featureOf(hash(seed.word, text))
    features.push(word, word, featureOf(hash(seed.stem, text, 0, Math.min(stemLength, text.length))))
    features.push(featureOf(hash(hash(seed.pair, words[at - 1] ?? '^') ^ 1, text)))
    if (at > 1) features.push(featureOf(hash(hash(seed.skip, words[at - 2]!) ^ 1, text)))
    if (at < firstWords) features.push(featureOf(hash(seed.first + at, text)))
    for (const concept of conceptsOf(text)) {
      const feature = featureOf(hash(seed.concept, concept))
      features.push(feature, feature)
    }
    addGrams(text, features)
  }
  return features
}

function addGrams(text: string, features: number[]): void {
  // A placeholder stands for a whole value; its letters mean nothing.
  if (text.length < 2 || text.startsWith('0x')) return
  const marked = `<${text}>`
  for (let size = 2; size <= 4; size++)
    for (let at = 0; at + size <= marked.length; at++)
      features.push(featureOf(hash(seed.gram + size, marked, at, at + size)))
}
