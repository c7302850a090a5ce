import { type Currency, currency } from '../../values/currency.ts'
import { type Day, day } from '../../values/day.ts'
import { type Decimal, decimal } from '../../values/decimal.ts'
import { type Money, moneyOf } from '../../values/money.ts'
import { type Period, period } from '../../values/period.ts'
import { find, need, refusedAt, type XmlElement } from './xml-element.ts'

/** Reads an element's text, or refuses it with its place and what to write instead. */
function reading<T>(element: XmlElement, read: (text: string) => T, remedy: string): T {
  try {
    return read(element.text)
  } catch (cause) {
    if (!(cause instanceof RangeError)) throw cause
    throw refusedAt(element, { problem: 'the value cannot be read', remedy }, cause)
  }
}

export const dayOf = (element: XmlElement): Day => reading(element, day, 'Write a day that exists as YYYY-MM-DD.')
export const currencyOf = (element: XmlElement): Currency => reading(element, currency, 'Write an ISO 4217 code.')
export const decimalOf = (element: XmlElement): Decimal =>
  reading(element, decimal, 'Write a number with a decimal point.')

/** An amount in the document's currency; more digits than the currency has are refused, not rounded. */
export function amountOf(element: XmlElement, code: Currency): Money {
  const given = element.attributes.currencyID
  if (given !== undefined && given !== code) {
    const problem = `it is in ${given}, the document in ${code}`
    throw refusedAt(element, { problem, remedy: 'A bill has one currency: have the document made again.' })
  }
  return reading(
    element,
    (text) => moneyOf(text.replace(/^\+/, ''), code),
    `Write an amount with no more digits than ${code} has.`,
  )
}

/** The amount at a path; zero when it is not there. */
export function amountAt(element: XmlElement, path: string, code: Currency): Money {
  const found = find(element, path)
  return found ? amountOf(found, code) : moneyOf('0', code)
}

/** An InvoicePeriod with both its days. */
export function periodAt(element: XmlElement): Period | undefined {
  const found = find(element, 'InvoicePeriod')
  const [from, to] = [found && find(found, 'StartDate'), found && find(found, 'EndDate')]
  if (!found || !from || !to) return undefined
  const [start, end] = [dayOf(from), dayOf(to)]
  if (end < start) throw refusedAt(to, { problem: 'the period ends before it starts', remedy: 'Mend the period.' })
  return period(start, end)
}

/** A percentage below a tax category; categories without one (exempt, out of scope, reverse charge) are zero. */
export function rateAt(category: XmlElement | undefined): Decimal {
  const percent = category && find(category, 'Percent')
  return percent ? decimalOf(percent) : decimal(0)
}

/** Whether an AllowanceCharge is a charge: true adds, false takes off. */
export function isCharge(element: XmlElement): boolean {
  const indicator = need(element, 'ChargeIndicator')
  if (indicator.text === 'true' || indicator.text === 'false') return indicator.text === 'true'
  throw refusedAt(indicator, { problem: 'the value cannot be read', remedy: 'Write true or false.' })
}
