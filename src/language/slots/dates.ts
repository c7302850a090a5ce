import { type Day, daysBetween } from '../../values/day.ts'
import type { Slots } from '../question.ts'
import { dayOf, fullYear, latestMonth, type MonthNumber, monthNumber, monthNumberOf, monthsText } from './calendar.ts'
import { type Lean, leaning } from './leaning.ts'
import { monthName, monthOfName, withoutFalseMonths } from './months.ts'
import { blanked, type Found, findAll, type Reading, type SlotGrammar } from './reading.ts'

type Groups = Record<string, string | undefined>

const date = (at: string) => String.raw`(?<d${at}>[0-3]?\d)\s?(?:st|nd|rd|th|\.?[ºª°]|o|er)?`
const year = (at: string) =>
  String.raw`(?:(?:\s*,\s*|\s+(?:de|del|of|do)\s+|\s+|[/.-])(?<y${at}>20\d\d)\b|[/.-](?<s${at}>\d\d)\b)?`
const to = String.raw`\s*(?:\bto\b|\buntil\b|\btill\b|\bthrough\b|\bthru\b|\band\b|-|\ba\b|\bao\b|\bate\b|\be\b|\bal\b|\by\b|\bhasta\b)\s*(?:the\s+|o\s+|el\s+|dia\s+|al?\s+|ao?\s+)?(?:dia\s+)?`

const numeric = (at: string) =>
  String.raw`(?<a${at}>[0-3]?\d)(?<sep${at}>[/.-])(?<b${at}>[0-3]?\d)(?:\k<sep${at}>(?<y${at}>20\d\d|\d\d))?`
const worded = (at: string) =>
  String.raw`${date(at)}(?:\s+(?:of|de|del)\s+|\s+|[/.-])(?:the\s+month\s+of\s+|mes\s+de\s+)?(?<m${at}>${monthName})${year(at)}`
const monthFirst = String.raw`(?<m>${monthName})\s+(?:the\s+)?(?<d>[0-3]?\d)(?:st|nd|rd|th)?\b(?!\s*(?:/|licen|seat|user|usu|util|%|€|[.,:]\d))(?:,?\s+(?<y>20\d\d)\b)?`

const isoPattern = /\b(?<y>20\d\d)-(?<m>\d\d)-(?<d>\d\d)\b/g
const numericRange = new RegExp(String.raw`(?<![\w/.,-])${numeric('1')}${to}${numeric('2')}(?![\w/]|[.,-]\d)`, 'g')
const wordedRange = new RegExp(String.raw`(?<![\d/.,-])${worded('1')}${to}${worded('2')}`, 'g')
const dayRange = new RegExp(String.raw`(?<![\d/.,-])(?:\bday\s+|\bdia\s+)?${date('1')}${to}${worded('2')}`, 'g')
const monthFirstRange = new RegExp(
  String.raw`(?<m1>${monthName})\s+${date('1')}${to}(?:(?<m2>${monthName})\s+)?${date('2')}\b`,
  'g',
)
const numericPattern = new RegExp(
  String.raw`(?<![\w/.,€$£-])${numeric('')}(?![\w/%€]|[.,-]\d|\s?(?:€|eur|de\b\s+20))`,
  'g',
)
const wordedPattern = new RegExp(String.raw`(?<![\d/.,-])\b${worded('')}`, 'g')
const monthFirstPattern = new RegExp(monthFirst, 'g')

/** `begun`: as a month is read, the latest that has begun. */
type Which = Lean | 'begun'

/** How far ahead a date without a year is taken to lie when nothing in the sentence looks ahead: bills are mostly about the past. */
const horizon = 60

/** The day a stated date means. Without a year it is the nearest within reason, or the last or next where the sentence leans. */
function dayMeant(month: number, date: number, year: string | undefined, today: Day, which: Which): Day | undefined {
  if (month < 1 || month > 12) return undefined
  if (year) return dayOf(monthNumber(fullYear(year), month), date)
  const latest = latestMonth(month, today)
  if (which === 'begun') return dayOf(latest, date)
  const days = [latest - 12, latest, latest + 12].flatMap((at) => dayOf(at, date) ?? [])
  const last = days.findLast((day) => day <= today)
  const next = days.find((day) => day >= today)
  if (which === 'ahead' || !last) return next
  if (which === 'behind' || !next) return last
  return daysBetween(today, next) <= Math.min(horizon, daysBetween(last, today)) ? next : last
}

function numericDay(groups: Groups, at: string, reading: Reading, which: Which): Day | undefined {
  if (/24.7|7.24/.test(`${groups[`a${at}`]}/${groups[`b${at}`]}`) && !groups[`y${at}`]) return undefined
  const [first, second, year] = [Number(groups[`a${at}`]), Number(groups[`b${at}`]), groups[`y${at}`]]
  // "3.10" and "4-5" without a year are versions, prices and ranges as often as dates.
  if (!year && groups[`sep${at}`] !== '/') return undefined
  if (!reading.monthFirst) return dayMeant(second, first, year, reading.today, which)
  if (first <= 12 && second <= 12 && first !== second) return undefined
  return first > 12
    ? dayMeant(second, first, year, reading.today, which)
    : dayMeant(first, second, year, reading.today, which)
}

const wordedDay = (groups: Groups, at: string, { today }: Reading, which: Which): Day | undefined => {
  const [month, date] = [monthOfName(groups[`m${at}`]!), Number(groups[`d${at}`])]
  return dayMeant(month, date, groups[`y${at}`] ?? groups[`s${at}`], today, which)
}

/** A period has whole months: "9 Jul to 31 Jul" asks about July. */
function monthsBetween(from: Day | undefined, to: Day | undefined): Slots | undefined {
  if (!from || !to) return undefined
  const end = monthNumberOf(to)
  let start: MonthNumber = monthNumberOf(from)
  while (start > end) start -= 12
  return { period: monthsText(start, end) }
}

/** Written dates: "3 October", "03/10/2026", "October 3rd", "3 de outubro", "2026-10-03", and ranges of them. */
export const dateGrammar: SlotGrammar = (reading, free) => {
  const found: Found[] = []
  let rest = withoutFalseMonths(reading, free)
  const take = (
    pattern: RegExp,
    placeholder: 'date' | 'period',
    read: (groups: Groups, which: Which) => Slots | undefined,
  ) => {
    const more = findAll(pattern, rest, placeholder, (match) =>
      read(match.groups!, leaning(reading.folded, match.index, match.index + match[0].length)),
    )
    found.push(...more)
    rest = blanked(rest, more)
  }
  const asDate = (value: Day | undefined): Slots | undefined => value && { date: value }
  take(isoPattern, 'date', (it) => asDate(dayMeant(Number(it.m), Number(it.d), it.y, reading.today, 'begun')))
  take(numericRange, 'period', (it) =>
    monthsBetween(numericDay(it, '1', reading, 'begun'), numericDay(it, '2', reading, 'begun')),
  )
  take(wordedRange, 'period', (it) =>
    monthsBetween(wordedDay(it, '1', reading, 'begun'), wordedDay(it, '2', reading, 'begun')),
  )
  take(dayRange, 'period', (it) =>
    monthsBetween(wordedDay({ ...it, d2: it.d1 }, '2', reading, 'begun'), wordedDay(it, '2', reading, 'begun')),
  )
  take(monthFirstRange, 'period', (it) =>
    monthsBetween(
      wordedDay(it, '1', reading, 'begun'),
      wordedDay({ ...it, m2: it.m2 ?? it.m1 }, '2', reading, 'begun'),
    ),
  )
  take(numericPattern, 'date', (it, which) => asDate(numericDay(it, '', reading, which)))
  take(wordedPattern, 'date', (it, which) => asDate(wordedDay(it, '', reading, which)))
  take(monthFirstPattern, 'date', (it, which) =>
    asDate(dayMeant(monthOfName(it.m!), Number(it.d), it.y, reading.today, which)),
  )
  return found
}
