import type { Day } from '../../values/day.ts'
import type { Slots } from '../question.ts'
import {
  comingMonth,
  fullYear,
  latestMonth,
  type MonthNumber,
  monthNumber,
  monthNumberOf,
  monthsText,
} from './calendar.ts'
import { monthName, monthOfName, withoutFalseMonths } from './months.ts'
import { blanked, type Found, findAll, type SlotGrammar } from './reading.ts'

// A month with what says its year: "October 2025", "out/25", "octubre del año pasado".
const yearTail = String.raw`(?:\s*(?:,|of|de|del|do|/|-|')?\s*(?:\b(?<y>20\d\d)\b|(?<=[/'-]\s?)(?<y>\d\d)\b(?!\s?[.,:%])))?(?<w>\s+(?:(?:of|do|del|de|deste|neste|d'|este)?\s*(?:last year|this year|ano passado|ano anterior|ano pasado|passado|pasado|este ano|deste ano|este mismo ano|corrente ano|ano)))?`
const month = (at: number) =>
  `(?<m${at}>${monthName})${yearTail.replaceAll('<y>', `<y${at}>`).replace('<w>', `<w${at}>`)}`
const to = String.raw`\s*(?:\bto\b|\bthrough\b|\bthru\b|\buntil\b|\btill\b|\bup to\b|-|/|\bate(?:\s+a)?\b|\bate\s+ao?\b|\ba\b|\bal?\b|\bao\b|\bhasta\b)\s*(?:the\s+end\s+of\s+|o\s+fim\s+de\s+|fim\s+de\s+|final\s+de\s+|(?:el\s+)?fin\s+de\s+|o\s+|mes\s+de\s+)?`
const and = String.raw`\s*(?:\band\b|[&+]|\be\b|\by\b|\bcon\b|\bcom\b|\bversus\b|\bvs\b\.?|\bcontra\b|\bx\b|\bor\b|\bou\b|\bo\b)\s*(?:the\s+|o\s+(?:de\s+)?|a\s+(?:de\s+)?|la\s+(?:de\s+)?|(?:el\s+)?de\s+|em\s+|en\s+|in\s+)?`

type Groups = Record<string, string | undefined>

/** The year that a month states, if it does: 0 for "this year", -1 for "last year" are relative to today. */
function statedMonth(groups: Groups, at: number, today: Day): { month: number; year?: number } {
  const number = monthOfName(groups[`m${at}`]!)
  const year = groups[`y${at}`]
  if (year) return { month: number, year: fullYear(year) }
  const words = groups[`w${at}`]
  if (!words) return { month: number }
  const now = Number(today.slice(0, 4))
  return { month: number, year: /last|passado|pasado|anterior/.test(words) ? now - 1 : now }
}

/** From one stated month to another: the end is the latest begun, the start the last such month before the end. */
function rangeOf(groups: Groups, today: Day): [MonthNumber, MonthNumber] | undefined {
  const first = statedMonth(groups, 1, today)
  const last = statedMonth(groups, 2, today)
  const end = last.year
    ? monthNumber(last.year, last.month)
    : first.year
      ? after(monthNumber(first.year, first.month), last.month)
      : latestMonth(last.month, today)
  const start = first.year ? monthNumber(first.year, first.month) : end - ((end - (first.month - 1) + 1200000) % 12)
  return start <= end ? [start, end] : undefined
}

const after = (from: MonthNumber, month: number): MonthNumber => from + ((month - 1 - from + 1200000) % 12)

const rangePattern = new RegExp(`${month(1)}${to}${month(2)}`, 'g')
const betweenPattern = new RegExp(
  `\\b(?:between|entre)\\s+(?:o\\s+mes\\s+de\\s+|os\\s+meses\\s+de\\s+)?${month(1)}${and}${month(2)}`,
  'g',
)
const listPattern = new RegExp(`${month(1)}(?:\\s*,\\s*(?<middle>${monthName}))*${and}${month(2)}`, 'g')
const sincePattern = new RegExp(
  `\\b(?:since|desde|from(?=[^.?!]{0,40}\\b(?:on|onwards|onward|until now|to date|till now)\\b))\\s+(?:o\\s+mes\\s+de\\s+|the\\s+start\\s+of\\s+|o\\s+inicio\\s+de\\s+|(?:el\\s+)?(?:inicio|principio)s?\\s+de\\s+|el\\s+mes\\s+de\\s+|early\\s+|late\\s+)?${month(1)}`,
  'g',
)
const singlePattern = new RegExp(
  `(?<q>\\b(?:last|next|this|coming|come|proximo|proxima|este|neste|ultimo|pasado|passado)\\s+)?${month(1)}(?<after>\\s+(?:que vem|que viene|proximo|passado|pasado))?`,
  'g',
)
const isoPattern =
  /\b(?<y>20\d\d)[-/](?<m>0[1-9]|1[0-2])\b(?![-/]?\d)|(?<![\d/.-])(?<m2>0?[1-9]|1[0-2])[/.-](?<y2>20\d\d)\b(?![-/]?\d)/g
const isoRangePattern =
  /\b(?<y1>20\d\d)-(?<m1>0[1-9]|1[0-2])\s*(?:\/|to|a|ate|hasta|-)\s*(?<y2>20\d\d)-(?<m2>0[1-9]|1[0-2])\b(?!-\d)/g

const rangeSlots = (groups: Groups, today: Day): Slots | undefined => {
  const range = rangeOf(groups, today)
  return range && { period: monthsText(...range) }
}

/** Two months joined by "and" are a range when one follows the other; else they are two and no one period is meant. */
function listSlots(groups: Groups, today: Day): Slots {
  const range = rangeOf(groups, today)
  if (!range) return {}
  const months = groups.middle ? 2 : 1
  return range[1] - range[0] === months ? { period: monthsText(...range) } : {}
}

function singleSlots(groups: Groups, today: Day): Slots {
  const { month: number, year } = statedMonth(groups, 1, today)
  if (year) return { period: monthsText(monthNumber(year, number)) }
  const qualifier = `${groups.q ?? ''}${groups.after ?? ''}`
  const latest = latestMonth(number, today)
  const now = monthNumberOf(today)
  if (/next|come|coming|proxim|vem|viene/.test(qualifier)) {
    const coming = comingMonth(number, today)
    return { period: monthsText(coming === now ? now + 12 : coming) }
  }
  // "Last October", said in October, is last year's.
  return { period: monthsText(/last|ultimo|passado|pasado/.test(qualifier) && latest === now ? now - 12 : latest) }
}

/** Periods that name a month: "October", "out/2025", "from July to September", "since May". */
export const monthPeriodGrammar: SlotGrammar = (reading, free) => {
  const { today } = reading
  const found: Found[] = []
  let rest = withoutFalseMonths(reading, free)
  const take = (pattern: RegExp, read: (groups: Groups) => Slots | undefined) => {
    const more = findAll(pattern, rest, 'period', ({ groups }) => read(groups!))
    found.push(...more)
    rest = blanked(rest, more)
  }
  take(isoRangePattern, (it) => rangeOfNumbers(it))
  take(isoPattern, (it) => ({ period: monthsText(monthNumber(Number(it.y ?? it.y2), Number(it.m ?? it.m2))) }))
  take(betweenPattern, (it) => rangeSlots(it, today))
  take(rangePattern, (it) => rangeSlots(it, today))
  take(listPattern, (it) => listSlots(it, today))
  take(sincePattern, (it) => sinceSlots(it, today))
  take(singlePattern, (it) => singleSlots(it, today))
  return found
}

function rangeOfNumbers({ y1, m1, y2, m2 }: Groups): Slots | undefined {
  const from = monthNumber(Number(y1), Number(m1))
  const end = monthNumber(Number(y2), Number(m2))
  return from <= end ? { period: monthsText(from, end) } : undefined
}

function sinceSlots(groups: Groups, today: Day): Slots {
  const { month: number, year } = statedMonth(groups, 1, today)
  const from = year ? monthNumber(year, number) : latestMonth(number, today)
  return from <= monthNumberOf(today) ? { period: monthsText(from, monthNumberOf(today)) } : {}
}
