import { featureOf, hash, seedOf } from './hashing.ts'

const [word, pair, skip, first, gram] = ['word', 'pair', 'skip', 'first', 'gram'].map(seedOf) as [
  number,
  number,
  number,
  number,
  number,
]

/** The words of folded text: letters and digits, with an inner apostrophe dropped ("what's" is "whats", as people type it). */
export const wordsOf = (folded: string): string[] =>
  folded.replace(/(?<=[a-z])'(?=[a-z])/g, '').match(/[a-z0-9]+|[?]/g) ?? []

/**
 * What the classifier sees of a message: words, pairs, pairs over a gap of one, how it starts, and the 2- to 4-grams inside
 * each word. Measured on Banking77 and CLINC150, each of them adds; accents are folded before.
 */
export function featuresOf(words: readonly string[]): number[] {
  const features: number[] = []
  for (const [at, text] of words.entries()) {
    features.push(featureOf(hash(word, text)))
    const before = words[at - 1] ?? '^'
    features.push(featureOf(hash(hash(pair, before) ^ 1, text)))
    if (at > 1) features.push(featureOf(hash(hash(skip, words[at - 2]!) ^ 1, text)))
    if (at < 3) features.push(featureOf(hash(first + at, text)))
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
      features.push(featureOf(hash(gram + size, marked, at, at + size)))
}
