import type { Currency } from './currency.ts'
import type { Day } from './day.ts'
import { type Decimal, decimal, decimalText } from './decimal.ts'
import { type Language, localeOf } from './language.ts'
import { amountText, type Money, moneyOf } from './money.ts'
import { isMonth, type Period, periodText } from './period.ts'

// Making an Intl formatter costs some hundred times what using it does, so each is made once.
function cached<K extends string, F>(make: (language: Language, key: K) => F): (language: Language, key: K) => F {
  const made = new Map<string, F>()
  return (language, key) => {
    const id = `${language}|${key}`
    const known = made.get(id) ?? make(language, key)
    made.set(id, known)
    return known
  }
}

const moneyFormat = cached(
  (language, currency: Currency) => new Intl.NumberFormat(localeOf[language], { style: 'currency', currency }),
)
const signedFormat = cached(
  (language, currency: Currency) =>
    new Intl.NumberFormat(localeOf[language], { style: 'currency', currency, signDisplay: 'exceptZero' }),
)
const priceFormat = cached(
  (language, currency: Currency) =>
    new Intl.NumberFormat(localeOf[language], { style: 'currency', currency, maximumFractionDigits: 100 }),
)
const numberFormat = cached((language, style: 'decimal' | 'percent') => {
  // All the digits there are: a unit price with 18 decimals is shown as it is.
  return new Intl.NumberFormat(localeOf[language], { style, maximumFractionDigits: 100 })
})
const dayFormat = cached((language, precision: 'day' | 'month') => {
  const fields = precision === 'day' ? { day: 'numeric' as const } : {}
  return new Intl.DateTimeFormat(localeOf[language], { ...fields, month: 'long', year: 'numeric', timeZone: 'UTC' })
})

// Intl reads decimal texts exactly; only its type in TypeScript wants a literal.
const exact = (text: string) => text as `${number}`
const utc = (day: Day): Date => new Date(`${day}T00:00:00Z`)

/** With the currency's symbol and digits: `€1,234.50`, `1234,50 €`, `R$ 1.234,50`. */
export const formatMoney = (value: Money, language: Language): string =>
  moneyFormat(language, value.currency).format(exact(amountText(value)))

/** The same with a sign where it is not zero: what something adds or takes away, `+€20.00`. */
export const formatSignedMoney = (value: Money, language: Language): string =>
  signedFormat(language, value.currency).format(exact(amountText(value)))

/** A price of one unit, with every digit it has and at least the currency's: `€0.096096`. */
export const formatPrice = (price: string, code: Currency, language: Language): string =>
  priceFormat(language, code).format(exact(price))

/** `1,234.5`, `1234,5`: every digit, no rounding. */
export const formatDecimal = (value: Decimal | string, language: Language): string =>
  numberFormat(language, 'decimal').format(exact(decimalText(decimal(value))))

/** `"23"` is `23%`, `23 %`. */
export const formatPercent = (percent: Decimal | string, language: Language): string =>
  numberFormat(language, 'percent').format(exact(decimalText(decimal(percent).div(100))))

/** With the month's name, so that nobody takes the day for the month: `2 November 2026`, `2 de noviembre de 2026`. */
export const formatDay = (value: Day, language: Language): string => dayFormat(language, 'day').format(utc(value))

/** `October 2026`, `July – September 2026`, `5 – 18 October 2026`, `2026`. */
export function formatPeriod(value: Period, language: Language): string {
  const id = `${language}|${value.from}|${value.to}`
  const known = periods.get(id)
  if (known !== undefined) return known
  // The same few periods are on every bill, and a range takes Intl 20 times as long as an amount. Bounded: old bills have others.
  if (periods.size >= 5000) periods.clear()
  const made = periodIn(value, language)
  periods.set(id, made)
  return made
}

const periods = new Map<string, string>()

function periodIn(value: Period, language: Language): string {
  const short = periodText(value)
  if (isMonth(value)) return dayFormat(language, 'month').format(utc(value.from))
  if (/^\d{4}$/.test(short)) return short
  const wholeMonths = /^\d{4}-\d{2}\/\d{4}-\d{2}$/.test(short)
  return dayFormat(language, wholeMonths ? 'month' : 'day').formatRange(utc(value.from), utc(value.to))
}

const shortMonth = cached((language, month: string) =>
  new Intl.DateTimeFormat(localeOf[language], { month: 'short', timeZone: 'UTC' }).format(
    utc(`2000-${month}-01` as Day),
  ),
)

/** A month where there is little room: `Oct 2026`, `out. 2026`. Asked for both at once, Intl writes 10/2026 in Portugal. Other periods as ever. */
export const formatPeriodShort = (value: Period, language: Language): string =>
  isMonth(value)
    ? `${shortMonth(language, value.from.slice(5, 7))} ${value.from.slice(0, 4)}`
    : formatPeriod(value, language)

const separators = cached((language, _: 'separators') => {
  const parts = numberFormat(language, 'decimal').formatToParts(exact('-1234567.5'))
  const part = (type: string) => parts.find((found) => found.type === type)?.value ?? ''
  return { group: part('group').replace(/\s/u, ' '), decimal: part('decimal') }
})

/**
 * Reads an amount as `formatMoney` writes it, and as people type it: with or without symbol, code, and group separators. Throws
 * RangeError for anything else, another currency's symbol and a misplaced separator included.
 */
export function parseMoney(text: string, language: Language, currency: Currency): Money {
  const fail = () => new RangeError(`"${text}" is no amount in ${currency}`)
  const { group, decimal: point } = separators(language, 'separators')
  const symbol = moneyFormat(language, currency)
    .formatToParts(0)
    .find(({ type }) => type === 'currency')?.value
  const plain = text.replace(/\s/gu, ' ').replace('\u2212', '-')
  const number = plain
    .replace(symbol ?? currency, '')
    .replace(currency, '')
    .trim()
  const match = /^(-?) ?(.+)$/.exec(number)
  const [whole = '', fraction, ...more] = (match?.[2] ?? '').split(point)
  const groups = whole.split(group)
  const grouped = groups.every((digits, at) => (at === 0 ? /^\d{1,3}$/ : /^\d{3}$/).test(digits))
  if (more.length > 0 || !(grouped || /^\d+$/.test(whole)) || (fraction !== undefined && !/^\d+$/.test(fraction)))
    throw fail()
  return moneyOf(`${match?.[1]}${groups.join('')}${fraction ? `.${fraction}` : ''}`, currency)
}
