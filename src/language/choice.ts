import type { Pending } from './dialogue.ts'
import { wordsOf } from './features.ts'
import { composed, fold } from './fold.ts'
import { readSlots, withPlaceholders } from './slots/read-slots.ts'

const ordinals: readonly (readonly string[])[] = [
  ['first', 'former', 'primeira', 'primeiro', 'primera', 'primero', 'primer', '1st', '1a', '1o', '1ra', '1ro', '1er'],
  ['second', 'segunda', 'segundo', '2nd', '2a', '2o', '2da', '2do'],
  ['third', 'terceira', 'terceiro', 'tercera', 'tercero', 'tercer', '3rd', '3a', '3o', '3ra', '3ro', '3er'],
  ['fourth', 'quarta', 'quarto', 'cuarta', 'cuarto', '4th', '4a', '4o', '4ta', '4to'],
  ['fifth', 'quinta', 'quinto', '5th', '5a', '5o', '5ta', '5to'],
]
const numbers: readonly (readonly string[])[] = [
  ['1', 'one', 'um', 'uma', 'uno', 'una'],
  ['2', 'two', 'dois', 'duas', 'dos'],
  ['3', 'three', 'tres'],
  ['4', 'four', 'quatro', 'cuatro'],
  ['5', 'five', 'cinco'],
]
const last = ['last', 'latter', 'ultima', 'ultimo']
/** Words around a choice that choose nothing. */
const around = new Set(
  'the a an one ones option number no please thanks its it is i mean meant choose want that this for of in from and with at on ok yes o os as opcao numero n e eh quero escolho essa esse esta este aquela aquele de da do das dos em no na por favor sim la el lo los las opcion quiero esa ese aquella aquel del en si y invoice bill fatura factura conta cuenta nota numero numbered se faz fazer sff pf que which ends ending termina acaba me enganei errei equivoque queria ops oops ups alias afinal verdade realidad mejor actually sorry'.split(
    ' ',
  ),
)

/** Which option a reply picks, counted from 0: by its place ("the second one", "a última", "2") or by words only it has. */
export function readChoice(text: string, options: readonly string[], pending: Pending): number | undefined {
  const plain = wordsIn(text)
  if (plain.length === 0 || plain.length > 10) return undefined
  // "118" is an option's number before it is a place.
  const place = byWords(text, options, pending) ?? readPlace(plain, options.length)
  return place !== undefined && place < options.length ? place : undefined
}

const wordsIn = (text: string): string[] => wordsOf(fold(composed(text))).filter((word) => word !== '?')

/** "As duas", "las dos", "the two": all of them, and no place. */
const several = new Set(['as', 'os', 'las', 'los', 'these', 'those', 'all', 'both'])

/** The place that words name, counted from 0: "the second one", "2". It may lie beyond the count. */
export function readPlace(words: readonly string[], count: number): number | undefined {
  if (words.some((word, at) => several.has(word) && at < words.length - 1 && isNumber(words[at + 1]!))) return undefined
  const telling = words.filter((word) => !around.has(word) || isNumber(word))
  // "The second one": an ordinal decides and "one" only stands for the noun.
  const placed = telling.filter((word) => last.includes(word) || ordinals.some((of) => of.includes(word)))
  const word = placed.length === 1 ? placed[0]! : telling.length === 1 ? telling[0]! : undefined
  if (word === undefined || telling.some((other) => other !== word && !isNumber(other))) return undefined
  if (last.includes(word)) return count - 1
  return [ordinals, numbers].map((lists) => lists.findIndex((of) => of.includes(word))).find((at) => at >= 0)
}

const isNumber = (word: string): boolean => numbers.some((of) => of.includes(word))

/** The only option that shares the most of what the reply says: values first, then words. */
function byWords(text: string, options: readonly string[], pending: Pending): number | undefined {
  const said = contentOf(text, pending)
  if (said.size === 0) return undefined
  const offered = options.map((option) => contentOf(option, pending))
  const telling = [...said].filter(
    (word) => offered.some((has) => has.has(word)) && !offered.every((has) => has.has(word)),
  )
  if (telling.length * 2 < said.size) return undefined
  const shared = offered.map((has) => telling.filter((word) => has.has(word)).length)
  const most = Math.max(...shared)
  return most > 0 && shared.filter((count) => count === most).length === 1 ? shared.indexOf(most) : undefined
}

/** Values in one notation ("October", "outubro de 2026" are both 2026-10), and the words that are left. */
function contentOf(text: string, { today, language, locale }: Pending): Set<string> {
  const plain = composed(text)
  const folded = fold(plain)
  const reading = { text: plain, folded, today, language, monthFirst: locale?.toLowerCase() === 'en-us' }
  const { slots, found } = readSlots(reading)
  const values = Object.entries(slots).map(([name, value]) => `${name}=${String(value).toLowerCase()}`)
  const words = wordsOf(withPlaceholders(folded, found)).filter(
    (word) => !word.startsWith('0x') && word !== '?' && !around.has(word),
  )
  // A part of a number picks it too: "118" of FT 2026/118.
  const digits = folded.match(/\d{2,}/g) ?? []
  return new Set([...values, ...words.filter((word) => !isNumber(word) && !isPlace(word)), ...digits])
}

const isPlace = (word: string): boolean => last.includes(word) || ordinals.some((of) => of.includes(word))
