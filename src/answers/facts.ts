import { type Currency, exponentOf } from '../values/currency.ts'
import type { Day, Instant } from '../values/day.ts'
import { type Decimal, decimal, decimalText } from '../values/decimal.ts'
import type { Fact, Source } from '../values/fact.ts'
import { type Money, moneyOf } from '../values/money.ts'
import { type Period, periodOf } from '../values/period.ts'

// A fact of each type. The source always comes last and is never left out.

export const moneyFact = (money: Money, source: Source): Fact => ({ value: { type: 'money', money }, source })
export const dayFact = (day: Day, source: Source): Fact => ({ value: { type: 'day', day }, source })
export const periodFact = (period: Period, source: Source): Fact => ({ value: { type: 'period', period }, source })
export const countFact = (count: number, source: Source): Fact => ({ value: { type: 'count', count }, source })
export const textFact = (text: string, source: Source): Fact => ({ value: { type: 'text', text }, source })
export const termFact = (term: string, source: Source): Fact => ({ value: { type: 'term', term }, source })
export const percentFact = (percent: Decimal, source: Source): Fact => ({
  value: { type: 'percent', percent: decimalText(percent) },
  source,
})
export const decimalFact = (value: Decimal, source: Source): Fact => ({
  value: { type: 'decimal', decimal: decimalText(value) },
  source,
})
export const instantFact = (instant: Instant, timeZone: string, source: Source): Fact => ({
  value: { type: 'instant', instant, timeZone },
  source,
})

/** A price: an amount where the currency can hold it, else all its digits. A meter's price has more than a cent. */
export function priceFact(price: Decimal, code: Currency, source: Source): Fact {
  const text = decimalText(price)
  const digits = text.split('.')[1]?.length ?? 0
  return digits <= exponentOf(code)
    ? moneyFact(moneyOf(text, code), source)
    : { value: { type: 'price', price: text, currency: code }, source }
}

const asked: Source = { type: 'asked' }

/** What the person said themselves, repeated and never confirmed. */
export const askedText = (text: string): Fact => textFact(text, asked)
export const askedPeriod = (slot: string): Fact => periodFact(periodOf(slot), asked)
export const askedDay = (slot: string): Fact => dayFact(slot as Day, asked)
export const askedAmount = (slot: string, code: Currency): Fact => priceFact(decimal(slot), code, asked)
export const askedLine = (line: number): Fact => countFact(line, asked)
