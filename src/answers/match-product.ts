import { nameWords } from '../ledger/customer.ts'

// Words that say nothing about which product: every one of these suppliers' names would match them.
const empty = new Set(
  'microsoft for and the of de do da dos das para e y el la los las del licence license licenca licencia'.split(' '),
)
// How people shorten what stands in full on the bill.
const written: Readonly<Record<string, string>> = {
  m365: '365',
  o365: '365',
  ms365: '365',
  ms: 'microsoft',
  biz: 'business',
  prem: 'premium',
  std: 'standard',
}

/**
 * The records whose product a person means, out of the customer's own and no others: every word that was written stands in the
 * product's name, whole, as a beginning, or with one letter wrong. Empty when none does.
 */
export function matchProduct<T>(wanted: string, all: readonly T[], productOf: (one: T) => string): readonly T[] {
  const words = nameWords(wanted)
    .map((word) => written[word] ?? word)
    .filter((word) => !empty.has(word))
  if (!words.length) return []
  const scored = all
    .map((one) => ({ one, score: score(words, nameWords(productOf(one))) }))
    .filter(({ score }) => score > 0)
  const best = Math.max(...scored.map(({ score }) => score))
  return scored.filter(({ score }) => score === best).map(({ one }) => one)
}

/** 0 when a word is missing; else the better, the closer each word is. */
function score(words: readonly string[], name: readonly string[]): number {
  let sum = 0
  for (const word of words) {
    const closeness = Math.max(...name.map((part) => closenessOf(word, part)), 0)
    if (!closeness) return 0
    sum += closeness
  }
  return sum
}

function closenessOf(word: string, part: string): number {
  if (word === part) return 3
  if (word.length >= 3 && part.startsWith(word)) return 2
  // "E3" and "E5" differ in one letter too: only longer words may be misspelt, and never their digits.
  const spelt = word.length >= 4 && part.length >= 4 && !/\d/.test(word + part)
  return spelt && oneLetterApart(word, part) ? 1 : 0
}

/** One letter more, less, other, or two neighbours swapped. */
function oneLetterApart(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1) return false
  let at = 0
  while (at < a.length && a[at] === b[at]) at++
  if (a.slice(at + 1) === b.slice(at + 1) || a.slice(at) === b.slice(at + 1) || a.slice(at + 1) === b.slice(at))
    return true
  return a[at] === b[at + 1] && a[at + 1] === b[at] && a.slice(at + 2) === b.slice(at + 2)
}
