import { decimal } from '../values/decimal.ts'
import type { FactValue } from '../values/fact.ts'
import { formatDay, formatDecimal, formatMoney, formatPercent, formatPeriod, formatPrice } from '../values/format.ts'
import { type Language, localeOf } from '../values/language.ts'
import { catalogues } from './catalogue/catalogues.ts'
import { UnknownKind } from './templates.ts'

/** A fact's value as a reader of the language writes it. Throws UnknownKind for a term that the catalogue lacks. */
export function sayFact(value: FactValue, language: Language): string {
  switch (value.type) {
    case 'money':
      return formatMoney(value.money, language)
    case 'day':
      return formatDay(value.day, language)
    case 'instant':
      return clockOf(language, value.timeZone).format(Date.parse(value.instant))
    case 'period':
      return formatPeriod(value.period, language)
    case 'count':
      return formatDecimal(decimal(value.count), language)
    case 'decimal':
      return formatDecimal(decimal(value.decimal), language)
    case 'price':
      return formatPrice(value.price, value.currency, language)
    case 'percent':
      return formatPercent(decimal(value.percent), language)
    case 'text':
      return value.text
    case 'term':
      return sayTerm(value.term, language)
  }
}

export function sayTerm(term: string, language: Language): string {
  const words = catalogues[language].terms[term]
  if (words === undefined) throw new UnknownKind(`no ${language} word for "${term}"`)
  return words
}

const clocks = new Map<string, Intl.DateTimeFormat>()

/** The weekday says most when the instant is an opening hour, so the date is written out. */
function clockOf(language: Language, timeZone: string): Intl.DateTimeFormat {
  const key = `${language} ${timeZone}`
  const clock =
    clocks.get(key) ??
    new Intl.DateTimeFormat(localeOf[language], {
      timeZone,
      weekday: 'long',
      day: 'numeric',
      month: 'long',
      hour: '2-digit',
      minute: '2-digit',
    })
  clocks.set(key, clock)
  return clock
}
