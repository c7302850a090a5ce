import type { BridgeLine } from '../ledger/bridge/bridge-line.ts'
import type { Standing } from '../ledger/bridge/driver.ts'
import { type Currency, exponentOf } from '../values/currency.ts'
import { type Decimal, decimal } from '../values/decimal.ts'
import type { Fact, Facts, Source } from '../values/fact.ts'
import { asDecimal, type Money, moneyFrom } from '../values/money.ts'
import { roundTo } from '../values/rounding.ts'
import { type Cause, causeKinds } from './cause.ts'
import { countFact, dayFact, decimalFact, moneyFact, priceFact, termFact, textFact } from './facts.ts'

export const terms = [...causeKinds.map((kind) => `cause.${kind}`), 'sign.plus', 'sign.minus']

/** An amount of a bridge as money. Microsoft's files can have more digits than the currency: then half-up, for showing alone. */
export const moneyIn = (amount: Decimal, currency: Currency): Money => moneyFrom(amount, currency, 'half-up')

const signFact = (amount: Decimal, source: Source): Fact => termFact(amount.gt(0) ? 'sign.plus' : 'sign.minus', source)

/** An amount with its sign as a word of its own: what adds says so. */
export const signedFacts = (money: Money, source: Source) => ({
  sign: signFact(asDecimal(money), source),
  amount: moneyFact(money, source),
})

const averageOf = ({ quantity, amount }: Standing): Decimal => (quantity.eq(0) ? amount : amount.div(quantity))

/** The price as the line has it where one line stands for it: an average of what was rounded is on no bill. */
function statedPrice(standing: Standing, lines: readonly BridgeLine[], currency: Currency): Decimal {
  const [line, ...more] = lines
  if (!line || more.length > 0) return averageOf(standing)
  const off = line.unitPrice.times(standing.quantity).minus(standing.amount).abs()
  return off.lt(decimal(1).div(10 ** exponentOf(currency))) ? line.unitPrice : averageOf(standing)
}

/** All that a cause's sentence can name. What a kind does not name may be missing. */
export function causeFacts(cause: Cause, currency: Currency, source: Source): Facts {
  const { kind, amount, product, into, meters, before, after, event, drivers } = cause
  const linesOf = (side: 'from' | 'to') => drivers.flatMap(({ lines }) => lines[side])
  const price = (value: Decimal) => priceFact(roundTo(value, exponentOf(currency) + 4, 'half-up'), currency, source)
  const known: Record<string, Fact | undefined> = {
    cause: termFact(`cause.${kind}`, source),
    product: product === undefined ? undefined : textFact(product, source),
    into: into === undefined ? undefined : textFact(into, source),
    meter: meters.length === 1 ? textFact(meters[0] as string, source) : undefined,
    meters: meters.length > 1 ? countFact(meters.length, source) : undefined,
    before: before && decimalFact(before.quantity, source),
    after: after && decimalFact(after.quantity, source),
    priceBefore: before && price(statedPrice(before, linesOf('from'), currency)),
    priceAfter: after && price(statedPrice(after, linesOf('to'), currency)),
    rateBefore: before?.rate && decimalFact(before.rate, source),
    rateAfter: after?.rate && decimalFact(after.rate, source),
    seatsBefore: event && decimalFact(event.before, source),
    seatsAfter: event && decimalFact(event.after, source),
    day: event?.day && dayFact(event.day, source),
    days: event && countFact(event.share.billed, source),
    of: event && countFact(event.share.of, source),
    sign: signFact(amount, source),
    amount: moneyFact(moneyIn(amount, currency), source),
  }
  return Object.fromEntries(Object.entries(known).filter((entry): entry is [string, Fact] => entry[1] !== undefined))
}
