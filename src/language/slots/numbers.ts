import type { Language } from '../../values/language.ts'

const words: Readonly<Record<'en' | 'pt' | 'es', string>> = {
  en: 'one=1 two=2 three=3 four=4 five=5 six=6 seven=7 eight=8 nine=9 ten=10 eleven=11 twelve=12 thirteen=13 fourteen=14 fifteen=15 sixteen=16 seventeen=17 eighteen=18 nineteen=19 twenty=20 thirty=30 forty=40 fifty=50 sixty=60 seventy=70 eighty=80 ninety=90 dozen=12',
  pt: 'um=1 uma=1 dois=2 duas=2 tres=3 quatro=4 cinco=5 seis=6 sete=7 oito=8 nove=9 dez=10 onze=11 doze=12 treze=13 catorze=14 quatorze=14 quinze=15 dezesseis=16 dezasseis=16 dezessete=17 dezassete=17 dezoito=18 dezenove=19 dezanove=19 vinte=20 trinta=30 quarenta=40 cinquenta=50 sessenta=60 setenta=70 oitenta=80 noventa=90 cem=100 duzentos=200 trezentos=300 quatrocentos=400 quinhentos=500 seiscentos=600 setecentos=700 oitocentos=800 novecentos=900',
  es: 'un=1 uno=1 una=1 dos=2 tres=3 cuatro=4 cinco=5 seis=6 siete=7 ocho=8 nueve=9 diez=10 once=11 doce=12 trece=13 catorce=14 quince=15 dieciseis=16 diecisiete=17 dieciocho=18 diecinueve=19 veinte=20 veintiun=21 veintiuno=21 veintidos=22 veintitres=23 veinticuatro=24 veinticinco=25 veintiseis=26 veintisiete=27 veintiocho=28 veintinueve=29 treinta=30 cuarenta=40 cincuenta=50 sesenta=60 setenta=70 ochenta=80 noventa=90 cien=100 doscientos=200 trescientos=300 cuatrocientos=400 quinientos=500 seiscientos=600 setecientos=700 ochocientos=800 novecientos=900',
}

const tables = Object.fromEntries(
  Object.entries(words).map(([language, line]) => [
    language,
    new Map(line.split(' ').map((pair) => [pair.split('=')[0]!, Number(pair.split('=')[1])])),
  ]),
)

const tableOf = (language: Language) => tables[language.slice(0, 2)]!
const link = String.raw`(?:\s+(?:e|y|and)\s+|[\s-])`

/** A whole number in digits or in the language's words, as the source of a pattern: `"25"`, `"twenty-five"`, `"vinte e cinco"`. */
export const wholeNumber = Object.fromEntries(
  Object.entries(tables).map(([language, table]) => {
    const word = `(?:${[...table.keys()].sort((a, b) => b.length - a.length).join('|')})`
    return [language, `(?:\\d{1,6}|\\b${word}(?:${link}${word})?\\b)`]
  }),
) as Readonly<Record<'en' | 'pt' | 'es', string>>

/** Whether a text has any whole number at all. */
export const anyNumber = new RegExp(Object.values(wholeNumber).join('|'))

/** Reads what `wholeNumber` matched. */
export function readWhole(text: string, language: Language): number {
  if (/^\d/.test(text)) return Number(text)
  const table = tableOf(language)
  return text.split(/[\s-]+/).reduce((total, word) => total + (table.get(word) ?? 0), 0)
}

/** A compiled pattern for each of the three word lists; `$n` stands for a whole number. */
export function patternsWithNumber(source: string): (language: Language) => RegExp {
  const patterns = Object.fromEntries(
    Object.entries(wholeNumber).map(([language, number]) => [
      language,
      new RegExp(source.replaceAll('$n', number), 'g'),
    ]),
  )
  return (language) => patterns[language.slice(0, 2)]!
}

/**
 * Reads digits with separators as a decimal text. The shape decides, not the culture: a last separator with one or two
 * digits behind it is decimal, with three it groups thousands. Undefined for what is neither.
 */
export function readDecimal(text: string): string | undefined {
  const digits = text.replace(/[\s']/g, '')
  const shape = /^(\d+|\d{1,3}(?:[.,]\d{3})+)(?:([.,])(\d{1,2}))?$/.exec(digits)
  if (!shape) return undefined
  const [, whole = '', mark, fraction] = shape
  // "1.234.56" uses one mark for both; nobody writes that on purpose.
  if (mark && whole.includes(mark)) return undefined
  const grouping = new Set(whole.replace(/\d/g, ''))
  if (grouping.size > 1 || /^0\d|^0[.,]\d{3}/.test(whole)) return undefined
  const plain = whole.replace(/[.,]/g, '')
  return fraction ? `${plain}.${fraction}` : plain
}
