import type { Day } from '../../values/day.ts'
import type { Language } from '../../values/language.ts'
import type { Slots } from '../question.ts'
import { fullYear, type MonthNumber, monthNumber, monthNumberOf, monthsText } from './calendar.ts'
import { patternsWithNumber, readWhole } from './numbers.ts'
import { blanked, type Found, findAll, type SlotGrammar } from './reading.ts'

type Groups = Record<string, string | undefined>
type Rule = {
  readonly pattern: (language: Language) => RegExp
  readonly read: (groups: Groups, today: Day, language: Language) => Slots | undefined
}

const always = (source: string) => {
  const pattern = new RegExp(source, 'g')
  return () => pattern
}

// Not "anterior": that is told from the month in question, which the message may not name.
const past = 'last|previous|past|prior|preceding|ultim[oa]|passad[oa]|pasad[oa]'
const now =
  'this|current|the current|est[ea]|nest[ea]|dest[ea]|presente|atual|actual|corrente|en curso|em curso|corriente|present'
const next = 'next|coming|following|upcoming|proxim[oa]|que vem|que viene|seguinte|siguiente|entrante'
const year = String.raw`(?:\s*(?:,|of|de|del|do|/|-|'|fy)?\s*(?:fy)?(?:\b|(?<=fy))(?<y>20\d\d|(?<=['/]|fy)\d\d)\b)?(?<w>\s+(?:of |do |del |de |deste )?(?:last year|this year|ano passado|ano pasado|ano anterior|este ano|ano))?`

const ordinals: Readonly<Record<string, number>> = {
  fir: 1,
  pri: 1,
  '1': 1,
  sec: 2,
  seg: 2,
  '2': 2,
  thi: 3,
  ter: 3,
  '3': 3,
  fou: 4,
  qua: 4,
  cua: 4,
  '4': 4,
  ult: 4,
}
const ordinal = String.raw`(?<o>first|second|third|fourth|primeir[oa]|segund[oa]|terceir[oa]|quart[oa]|primera?o?|tercera?o?|cuart[oa]|[1-4]\s?(?:st|nd|rd|th|\.?[ºªo°]|er|do|ro|to|ra|da)?)`
const quarter = '(?:quarter|trimestre)'
const half = '(?:half|semestre|half-year)'

function yearOf(groups: Groups, today: Day): number | undefined {
  if (groups.y) return fullYear(groups.y)
  const thisYear = Number(today.slice(0, 4))
  return groups.w ? (/last|passado|pasado|anterior/.test(groups.w) ? thisYear - 1 : thisYear) : undefined
}

/** The n-th part of a year of `length` months; without a year the latest that has begun. */
function part(n: number, length: number, groups: Groups, today: Day): Slots | undefined {
  if (n * length > 12) return undefined
  const current = monthNumberOf(today)
  const stated = yearOf(groups, today)
  let from = monthNumber(stated ?? Number(today.slice(0, 4)), 1) + (n - 1) * length
  if (stated === undefined && from > current) from -= 12
  return { period: monthsText(from, from + length - 1) }
}

/** The whole part of the year that lies `steps` from the current one. */
function neighbour(steps: number, length: number, today: Day): Slots {
  const current = monthNumberOf(today)
  const from = current - (current % length) + steps * length
  return { period: monthsText(from, from + length - 1) }
}

const shift = (months: number, today: Day): Slots => ({ period: monthsText(monthNumberOf(today) + months) })
const span = (from: MonthNumber, to: MonthNumber): Slots => ({ period: monthsText(from, to) })
const numbered = (text: string): number => ordinals[text.slice(0, 3)] ?? ordinals[text[0]!] ?? 0

/** "last quarter", "mes passado": the adjective before or after the noun, as the language has it. */
const qualified = (noun: string, adjectives: string) =>
  always(
    String.raw`\b(?:(?:${adjectives})\s+(?:o\s+|el\s+)?${noun}\b|${noun}\s+(?:que\s+)?(?:${adjectives})\b)(?!\s+(?:and|e|y)\s+\w+\s+(?:before|anterior))`,
  )

function unit(noun: string, length: number): Rule[] {
  const move = (steps: number) => (_: Groups, today: Day) => neighbour(steps, length, today)
  return [
    { pattern: qualified(noun, past), read: move(-1) },
    { pattern: qualified(noun, now), read: move(0) },
    { pattern: qualified(noun, next), read: move(1) },
  ]
}

const rules: readonly Rule[] = [
  {
    pattern: always(
      String.raw`\bq(?<o>[1-4])${year}(?!\w)|\b(?<o2>[1-4])q${year.replaceAll('<y>', '<y2>').replaceAll('<w>', '<w2>')}(?!\w)`,
    ),
    read: (it, today) => part(Number(it.o ?? it.o2), 3, { y: it.y ?? it.y2, w: it.w ?? it.w2 }, today),
  },
  {
    pattern: always(String.raw`\b(?:t(?<o>[1-4])|(?<o2>[1-4])t)${year}(?!\w)`),
    read: (it, today) => part(Number(it.o ?? it.o2), 3, it, today),
  },
  {
    pattern: always(String.raw`\b(?:h(?<o>[12])|(?<o2>[12])h|s(?<o3>[12])|(?<o4>[12])s)${year}(?!\w)`),
    read: (it, today) => part(Number(it.o ?? it.o2 ?? it.o3 ?? it.o4), 6, it, today),
  },
  {
    pattern: always(`\\b${ordinal}\\s*${quarter}\\b${year}`),
    read: (it, today) => part(numbered(it.o!), 3, it, today),
  },
  {
    pattern: always(`\\b${ordinal}\\s*${half}\\b(?!\\s+of\\s+(?!20|the year|this|last)\\w)(?:\\s+of the year)?${year}`),
    read: (it, today) => part(numbered(it.o!), 6, it, today),
  },
  {
    pattern: always(`\\b(?:primera|segunda|primeira)\\s+(?:mitad|metade)\\s+(?:del ano|de(?=\\s+20)|do ano)${year}`),
    read: (it, today) => part(1, 6, it, today),
  },
  ...unit(quarter, 3),
  ...unit('semestre', 6),
  {
    pattern: always(
      String.raw`\b(?:month before last|mes retrasado|mes antepasado|antepenultimo mes|penultimo mes|mes anterior al pasado)\b`,
    ),
    read: (_, today) => shift(-2, today),
  },
  {
    pattern: patternsWithNumber(
      String.raw`\b(?<n>$n)\s+(?:months? ago|mes(?:es)? atras|months? back)\b|\b(?:ha|hace|faz)\s+(?<n2>$n)\s+mes(?:es)?\b(?!\s+que)(?:\s+atras)?`,
    ),
    read: (it, today, language) => shift(-readWhole((it.n ?? it.n2)!, language), today),
  },
  {
    pattern: patternsWithNumber(
      String.raw`\b(?:last|past|previous|ultimos|pasados|ultimas|passados)\s+(?<n>$n)\s+(?:months|mes(?:es)?)\b|\b(?<n2>$n)\s+(?:ultimos\s+meses|meses\s+(?:anteriores|passados|pasados))\b`,
    ),
    read: (it, today, language) => {
      const months = readWhole((it.n ?? it.n2)!, language)
      const current = monthNumberOf(today)
      return months > 0 && months <= 60 ? span(current - months, current - 1) : undefined
    },
  },
  {
    pattern: always(
      String.raw`\b(?:since|desde)\s+(?:the (?:start|beginning) of |(?:o |el )?(?:inicio|comeco|principio)s? (?:de |do |del )?)?(?:the year|this year|january this year|este ano|ano|deste ano)\b|\byear[- ]to[- ]date\b|\bytd\b|\bso far this year\b|\b(?:en )?lo que va (?:del|de) ano\b`,
    ),
    read: (_, today) => ({ period: today.slice(0, 4) }),
  },
  {
    pattern: always(String.raw`\b(?:since|desde)\s+(?:o\s+ano\s+passado|el\s+ano\s+pasado|last year)\b`),
    read: (_, today) => span(monthNumber(Number(today.slice(0, 4)) - 1, 1), monthNumberOf(today)),
  },
  {
    pattern: always(String.raw`\b(?:since|desde)\s+(?:o\s+|el\s+)?(?:last month|mes passado|mes pasado|ultimo mes)\b`),
    read: (_, today) => span(monthNumberOf(today) - 1, monthNumberOf(today)),
  },
  {
    pattern: always(String.raw`\b(?:since|desde)\s+(?<y>20\d\d)\b`),
    read: (it, today) =>
      Number(it.y) * 12 <= monthNumberOf(today) ? span(Number(it.y) * 12, monthNumberOf(today)) : undefined,
  },
  ...unit('(?:month|mes)', 1),
  ...unit('(?:(?:calendar |fiscal |financial )?year|ano|ejercicio|exercicio)', 12),
  {
    pattern: always(String.raw`(?<![\d.,/-])\b(?:fy\s?)?(?<y1>20[1-3]\d)\s?[-/]\s?(?<y2>20[1-3]\d)\b`),
    read: (it) => (it.y1! < it.y2! ? span(Number(it.y1) * 12, Number(it.y2) * 12 + 11) : undefined),
  },
  {
    pattern: always(
      String.raw`(?<![\d.,/#-])(?:\bfy\s?'?(?<y2>2\d)\b|(?:\bfy\s?|\b)(?<y>20[1-3]\d)\b)(?![.,/-]\d|[-/]\w|\s?(?:€|£|%|eur|euros?|reais|licen|seats?|server|sp\d))`,
    ),
    read: (it) => ({ period: it.y ?? `20${it.y2}` }),
  },
]

/** Periods told from today or from the year: "last month", "Q3", "segundo semestre 2025", "últimos seis meses", "2025". */
export const relativePeriodGrammar: SlotGrammar = ({ today, language }, free) => {
  const found: Found[] = []
  let rest = free
  for (const { pattern, read } of rules) {
    const more = findAll(pattern(language), rest, 'period', ({ groups }) => read(groups ?? {}, today, language))
    found.push(...more)
    rest = blanked(rest, more)
  }
  return found
}
