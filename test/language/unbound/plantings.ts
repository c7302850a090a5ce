import type { Pick } from '../../oracle/invented-lines.ts'
import { figuresIn, unboundIn } from './figures-in.ts'

/** Makes a text say a figure that no fact has; nothing where the text has no place for it, or the result is a fact by chance. */
export type Planting = (pick: Pick, text: string, said: readonly string[]) => string | undefined

const of = <T>(pick: Pick, all: readonly T[]): T | undefined => all[pick(all.length || 1)]
const anyDigits = (pick: Pick): string => String(1 + pick([9, 99, 9_999][pick(3)] as number))
const spliced = (text: string, at: number, length: number, piece: string): string =>
  text.slice(0, at) + piece + text.slice(at + length)

/** A figure of the text and where it begins. */
function anyFigure(pick: Pick, text: string): { figure: string; at: number } | undefined {
  const all = [...text.matchAll(/\p{N}+(?:[.,'’\u00a0\u202f]\p{N}+)*/gu)]
  const found = of(pick, all)
  return found && { figure: found[0], at: found.index }
}

/** With one of its figures changed; counts where the result is a figure of no fact. */
const figureChanged =
  (change: (pick: Pick, figure: string) => string | undefined): Planting =>
  (pick, text, said) => {
    const found = anyFigure(pick, text)
    const changed = found && change(pick, found.figure)
    if (!found || changed === undefined) return undefined
    const planted = spliced(text, found.at, found.figure.length, changed)
    return unboundIn(planted, said).length > 0 ? planted : undefined
  }

/** With one of its facts changed into what is part of no fact. */
const factChanged =
  (change: (pick: Pick, fact: string) => string | undefined): Planting =>
  (pick, text, said) => {
    const fact = of(
      pick,
      said.filter((each) => figuresIn(each).length > 0 && text.includes(each)),
    )
    const changed = fact && change(pick, fact)
    if (!fact || !changed || said.some((each) => each !== fact && each.includes(changed))) return undefined
    return spliced(text, text.indexOf(fact), fact.length, changed)
  }

const otherDigit = (pick: Pick, digit: string): string => String((Number(digit) + 1 + pick(9)) % 10)

const oneDigit = figureChanged((pick, figure) => {
  const at = pick(figure.length)
  return /[0-9]/.test(figure[at] ?? '') ? spliced(figure, at, 1, otherDigit(pick, figure[at] as string)) : undefined
})

const separatorMoved = figureChanged((pick, figure) => {
  const places = [...figure.matchAll(/[.,'’\u00a0\u202f]/g)].map(({ index }) => index)
  const at = of(pick, places)
  if (at === undefined) return undefined
  const separator = figure[at] as string
  const without = spliced(figure, at, 1, '')
  return pick(3) === 0 ? without : spliced(without, at + (pick(2) ? 1 : -1), 0, separator)
})

const separatorAdded = figureChanged((pick, figure) =>
  figure.length > 1 ? spliced(figure, 1 + pick(figure.length - 1), 0, of(pick, ['.', ',', '\u00a0']) ?? '') : undefined,
)

const appended: Planting = (pick, text, said) => {
  const planted = `${text} ${anyDigits(pick)}`
  return unboundIn(planted, said).length > 0 ? planted : undefined
}

const insideWord: Planting = (pick, text, said) => {
  const found = of(pick, [...text.matchAll(/\p{L}(?=\p{L})/gu)])
  if (!found) return undefined
  // Also a figure that is a fact elsewhere: inside a word it is another one.
  const digits = of(pick, [anyDigits(pick), ...said.filter((each) => /^\d+$/.test(each))]) as string
  const [at, around] = [found.index + found[0].length, `${found[0]}${digits}`]
  return said.some((each) => each.includes(around)) ? undefined : spliced(text, at, 0, digits)
}

/** Two facts, whole, that become one figure. */
const glued =
  (joints: readonly string[]): Planting =>
  (pick, text, said) => {
    const first = of(
      pick,
      said.filter((each) => /\p{N}$/u.test(each)),
    )
    const second = of(
      pick,
      said.filter((each) => /^\p{N}/u.test(each)),
    )
    if (!first || !second) return undefined
    const piece = `${first}${of(pick, joints)}${second}`
    return said.some((each) => each.includes(piece)) ? undefined : `${text} ${piece}`
  }

/** A part of a fact that is no fact: the cents of an amount, the year of a day. */
const fragment: Planting = (pick, text, said) => {
  const parts = said.flatMap((each) => each.match(/\d+/g) ?? []).filter((part) => !said.includes(part))
  const part = of(pick, parts)
  return part && `${text} ${part}`
}

const foreignDigits = ['０１２３４５６７８９', '٠١٢٣٤٥٦٧٨٩', '०१२३४५६७८९', '⁰¹²³⁴⁵⁶⁷⁸⁹', '₀₁₂₃₄₅₆₇₈₉', '𝟎𝟏𝟐𝟑𝟒𝟓𝟔𝟕𝟖𝟗']

const otherScript = figureChanged((pick, figure) => {
  const digits = [...(of(pick, foreignDigits) as string)]
  return figure.replace(/[0-9]/g, (digit) => digits[Number(digit)] as string)
})

const numberSign: Planting = (pick, text, said) => {
  const sign = of(pick, ['½', '¾', '²', 'Ⅳ', '①', '㉈', '٧', '𝟟']) as string
  const planted = pick(2) ? `${text} ${sign}` : text.replace(/\p{L}(?= |$)/u, `$&${sign}`)
  return unboundIn(planted, said).length > 0 ? planted : undefined
}

/** Before a word a sign is none. */
const signAdded = factChanged((pick, fact) => {
  return /^(?:[A-Z]{0,3}[\p{Sc}\u00a0])*\p{N}/u.test(fact) ? `${of(pick, ['-', '−', '–', '±'])}${fact}` : undefined
})
const signTaken = factChanged((_, fact) => (/^[-−]/.test(fact) ? fact.slice(1) : undefined))
const currencyChanged = factChanged((pick, fact) => {
  const other = of(pick, ['€', '$', '£', '¥', 'R$', 'US$', 'CHF', '']) as string
  const changed = fact.replace(/[A-Z]{0,2}\p{Sc}|\b(?:BHD|CHF)\b/u, other)
  return changed === fact ? undefined : changed.trim()
})
const currencyAdded = factChanged((pick, fact) => {
  if (!/^\d[\d.,\u00a0]*$/.test(fact)) return undefined
  const [before, after] = [
    ['€', '$', 'R$', '€\u00a0', 'CHF ', 'USD\u00a0'],
    ['€', ' €', '\u00a0€', ' EUR', ' R$', '\u00a0USD'],
  ]
  return pick(2) ? `${of(pick, before)}${fact}` : `${fact}${of(pick, after)}`
})
const percentAdded = factChanged((pick, fact) => {
  return /^\d[\d.,\u00a0]*$/.test(fact) ? `${fact}${of(pick, ['%', ' %', '\u00a0%', '‰'])}` : undefined
})
const percentTaken = factChanged((_, fact) => (/^\d.*%$/.test(fact) ? fact.slice(0, -1).trim() : undefined))

export const plantings: Readonly<Record<string, Planting>> = {
  'one digit changed': oneDigit,
  'a figure appended': appended,
  'a figure inside a word': insideWord,
  'two facts glued': glued(['', '.', ',', '\u00a0', '\u202f', "'", '’', '/', ':', '-']),
  'two facts glued by what nobody sees': glued(['\u200b', '\u00ad', '\u2060', '\ufeff']),
  'a separator moved or taken': separatorMoved,
  'a separator added': separatorAdded,
  'a part of a fact': fragment,
  'a minus added': signAdded,
  'a minus taken': signTaken,
  'a currency changed or taken': currencyChanged,
  'a currency added': currencyAdded,
  'a percent added': percentAdded,
  'a percent taken': percentTaken,
  'digits of another script': otherScript,
  'a fraction, superscript, Roman or circled sign': numberSign,
}
