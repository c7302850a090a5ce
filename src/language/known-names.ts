import { composed, fold } from './fold.ts'

// Legal forms and what stands between the words of a name say nothing about whose it is.
const common = new Set(
  'lda ltda ltd limited sa sl slu gmbh inc llc plc sarl unipessoal eireli group grupo holdings de da do das dos del las los the and'.split(
    ' ',
  ),
)
const shortest = 3
const word = /[\p{L}\p{N}]+/gu

/**
 * A text with `<name>` for every word of the given names, in any case and with or without accents, and for short names as a whole.
 * A name that is an ordinary word ("Clara", "Bill") goes wherever it stands: what is lost is some understanding, and no secret.
 */
export function withoutKnownNames(text: string, names: readonly string[], stays: (word: string) => boolean): string {
  const known = names.map(wordsIn)
  const words = new Set(known.flat().filter((one) => one.length >= shortest && !common.has(one) && !stays(one)))
  const wholes = known.filter((name) => name.length > 1).map((name) => name.join(' '))
  const plain = composed(text)
  let rest = ''
  let at = 0
  for (const { from, to } of wordPlaces(plain)) {
    if (from < at || insideBrackets(plain, from)) continue
    const whole = wholes.find((name) => startsWithWords(plain, from, name))
    if (!whole && !words.has(fold(plain.slice(from, to)))) continue
    rest += `${plain.slice(at, from)}<name>`
    at = whole ? endOfWords(plain, from, whole) : to
  }
  return (rest + plain.slice(at)).replace(/<name>(?:[\s,]+(?:(?:d[aeo]s?|del|e|y)\s+)?<name>)+/g, '<name>')
}

const wordsIn = (text: string): string[] => fold(composed(text)).match(word) ?? []

const wordPlaces = (text: string) =>
  [...text.matchAll(word)].map(({ 0: it, index }) => ({ from: index, to: index + it.length }))

/** A placeholder's own word. */
const insideBrackets = (text: string, at: number): boolean => text.lastIndexOf('<', at) > text.lastIndexOf('>', at)

function startsWithWords(text: string, from: number, name: string): boolean {
  const wanted = name.split(' ')
  const found = wordsIn(text.slice(from, from + 4 * name.length)).slice(0, wanted.length)
  return found.join(' ') === name
}

function endOfWords(text: string, from: number, name: string): number {
  const last = wordPlaces(text.slice(from))[name.split(' ').length - 1]
  return from + (last?.to ?? 0)
}
