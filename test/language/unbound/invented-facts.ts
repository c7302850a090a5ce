import { currency } from '../../../src/values/currency.ts'
import { addDays, day, type Instant } from '../../../src/values/day.ts'
import type { Fact, FactValue } from '../../../src/values/fact.ts'
import { money } from '../../../src/values/money.ts'
import { monthOf, period, periodOf } from '../../../src/values/period.ts'
import type { Pick } from '../../oracle/invented-lines.ts'

const currencies = ['EUR', 'USD', 'BRL', 'GBP', 'JPY', 'CHF', 'BHD'].map(currency)
const zones = ['Europe/Lisbon', 'America/Sao_Paulo', 'Asia/Kolkata']
/** Names, numbers and dates as files of others hold them: digits of every kind and place. */
const texts =
  'Microsoft 365 E5|FT 2026/118|NOR-2026-0001|Azure Blob (500 GB)|31/10/2026|09:00 – 12:30, 14:00 – 18:00|+351 210 000 000|1.000,5|m³|-5|3|Adega|Contoso & Filhos, S.A.|5 % Rabatt|€ 7|7 USD|٣ خدمات|２０２６|Windows 11 Pro 24H2|1, 2, 30|a\u200b7\u200bb|PT50 0002 0123 1234 5678 9015 4'.split(
    '|',
  )

const of = <T>(pick: Pick, all: readonly T[]): T => all[pick(all.length)] as T
const digits = (pick: Pick, most: number): string => {
  const text = Array.from({ length: 1 + pick(most) }, () => pick(10)).join('')
  return text.replace(/^0+(?=\d)/, '')
}
const sign = (pick: Pick): string => (pick(4) === 0 ? '-' : '')
const anyDay = (pick: Pick) => addDays(day('2019-01-01'), pick(6000))

/** Zero, one, two, many. */
const anyCount = (pick: Pick): number => of(pick, [0, 1, 2, pick(100), pick(2_000_000)])

function anyPeriod(pick: Pick) {
  const from = anyDay(pick)
  return of(pick, [
    monthOf(from),
    periodOf(from.slice(0, 4)),
    period(monthOf(from).from, monthOf(addDays(from, 31 + pick(500))).to),
    period(from, addDays(from, pick(40))),
    period(from, addDays(from, pick(800))),
  ])
}

const anyDecimal = (pick: Pick): string => `${sign(pick)}${digits(pick, 9)}${pick(3) ? `.${digits(pick, 18)}` : ''}`

/** A value of the same type, a term aside: which terms there are is the catalogue's. */
export function inventedValue(pick: Pick, type: Exclude<FactValue['type'], 'term'>): FactValue {
  switch (type) {
    case 'money': {
      const minor = BigInt(pick(8) === 0 ? 0 : `${sign(pick)}${digits(pick, pick(5) === 0 ? 18 : 7)}`)
      return { type, money: money(minor, of(pick, currencies)) }
    }
    case 'day':
      return { type, day: anyDay(pick) }
    case 'instant': {
      const at = new Date(Date.UTC(2026, 0, 1) + pick(2_000_000_000) * 100).toISOString() as Instant
      return { type, instant: at, timeZone: of(pick, zones) }
    }
    case 'period':
      return { type, period: anyPeriod(pick) }
    case 'count':
      return { type, count: anyCount(pick) }
    case 'decimal':
      return { type, decimal: anyDecimal(pick) }
    case 'price':
      return { type, price: anyDecimal(pick), currency: of(pick, currencies) }
    case 'percent':
      return { type, percent: anyDecimal(pick).slice(0, 8).replace(/\.$/, '') }
    case 'text':
      return { type, text: of(pick, texts) }
  }
}

const plainTypes = ['money', 'day', 'instant', 'period', 'decimal', 'price', 'percent', 'text'] as const

export const inventedFact = (value: FactValue): Fact => ({ value, source: { type: 'asked' } })
/** Anything but a count, which a template says with its plural. */
export const anyValue = (pick: Pick): FactValue => inventedValue(pick, of(pick, plainTypes))
