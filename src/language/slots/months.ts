import { fold } from '../fold.ts'
import { isOneStep } from '../spelling.ts'
import type { Reading } from './reading.ts'

const names = [
  'january janeiro enero jan ene',
  'february fevereiro febrero feb fev',
  'march marco marzo mar',
  'april abril apr abr',
  'mayo maio may mai',
  'june junho junio jun',
  'july julho julio jul',
  'august agosto aug ago',
  'september setembro septiembre setiembre sept sep set',
  'october outubro octubre oct out',
  'november novembro noviembre nov',
  'december dezembro diciembre dec dez dic',
].map((line) => line.split(' '))

const numberOfName = new Map(names.flatMap((line, at) => line.map((name) => [name, at + 1] as const)))

/** 1 to 12 for a folded month name or abbreviation in any of the four languages. */
export const monthOfName = (name: string): number => numberOfName.get(name.replace('.', ''))!

const longNames = [...numberOfName.keys()].filter((name) => name.length >= 6)
const maybeLongName = /(?<![\p{L}\d])[jfmasondJFMASOND]\p{L}{4,9}(?![\p{L}\d])/gu

/** The text with the names of months spelled right: "octobr" is "october". Only long names, and one slip at most. */
export const withMonthsSpelled = (text: string): string =>
  text.replace(maybeLongName, (word) => {
    const folded = fold(word)
    return numberOfName.has(folded) ? word : (longNames.find((name) => isOneStep(folded, name)) ?? word)
  })

const alternatives = (all: readonly string[]) => [...all].sort((a, b) => b.length - a.length).join('|')

// "May" and "marco" are words, "mar" the sea, "set", "out" and "ago" English, "dez" is ten.
const doubtful = ['may', 'marco', 'mar', 'mai', 'set', 'out', 'ago', 'dez']
const plain = alternatives([...numberOfName.keys()].filter((name) => !doubtful.includes(name)))

/** A month's name, as the source of a pattern. Only for text that went through `withoutFalseMonths`. */
export const monthName = `\\b(?:${alternatives([...numberOfName.keys()])})\\b\\.?`

const joint = String.raw`(?:,|/|-|\b(?:and|or|to|vs|e|y|u|ou|o|a|ate|hasta|than|que|do que)\b)`
const dayBefore = /\b\d{1,2}(?:st|nd|rd|th|º|ª|o)?\s*(?:of|de|\/|-|\.)?\s*$/
const yearAfter = /^\.?\s*(?:(?:of|de|del|do)\s+)?(?:20\d\d\b|[/'-]\s?\d\d\b)/
const dayAfter = /^\s+\d{1,2}(?:st|nd|rd|th)?\b(?!\s*(?:licen|seat|user|usu|util|%|€|eur|of\b))/
const monthAfter = new RegExp(`^\\s*${joint}\\s*(?:${plain})\\b`)
const monthBefore = new RegExp(`\\b(?:${plain})\\s*${joint}\\s*$`)
const englishBefore =
  /\b(?:in|for|of|since|from|until|till|last|this|next|during|early|late|mid|through|versus|than|before|after|about|by|between)\s+$/
const joinBefore = /\b(?:and|at|vs)\s+$/
const englishNoun =
  /^(?:'s|s)?\s+(?:invoices?|bills?|statements?|charges?|payments?|one|figures?|total|usage|cycle|fees?)\b/
const latinBefore = /\b(?:de|em|en|desde|ate|hasta|entre|a|e|y|do|fatura|factura|nota|nf|passado)\s+$/
const nothingAfter = /^\.?\s*(?:[?!,.;:)]|$|(?:passado|pasado|deste|do|del|de|da|e|y|a|ate|ainda|ja|foi|veio|nao)\b)/

function isMonth({ text, folded }: Reading, word: string, from: number): boolean {
  const before = folded.slice(0, from)
  const after = folded.slice(from + word.length)
  if (word === 'marco' && /[çÇ]/.test(text.slice(from, from + 5))) return true
  if (word === 'out' && /^\s+of\b/.test(after)) return false
  if (dayBefore.test(before) || yearAfter.test(after) || monthAfter.test(after) || monthBefore.test(before)) return true
  if (word !== 'may') return latinBefore.test(before) && nothingAfter.test(after)
  if (dayAfter.test(after) || englishNoun.test(after)) return true
  if (text.slice(from, from + 3) === 'May' && /[\p{L},]\s+$/u.test(text.slice(0, from))) return true
  return englishBefore.test(before) || (joinBefore.test(before) && nothingAfter.test(after))
}

const doubtfulWord = new RegExp(`\\b(?:${doubtful.join('|')})\\b`, 'g')

/** The text with every doubtful word blanked that no neighbour makes a month. */
export function withoutFalseMonths(reading: Reading, free: string): string {
  return free.replace(doubtfulWord, (word, from: number) =>
    isMonth(reading, word, from) ? word : '\uE000'.repeat(word.length),
  )
}
