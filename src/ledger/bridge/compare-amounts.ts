import { type Currency, exponentOf } from '../../values/currency.ts'
import { type Decimal, decimal } from '../../values/decimal.ts'
import { roundTo } from '../../values/rounding.ts'

export type Side = {
  readonly quantity: Decimal
  readonly amount: Decimal
  /** The price of one as the line states it, where it is one line. */
  readonly stated?: Decimal
  readonly rate?: Decimal
  /** How many lines, each rounded by itself, are in the amount. */
  readonly lines: number
}

export type Effects = {
  /** More or fewer, at the earlier price. */
  readonly quantity: Decimal
  /** The billed exchange rate alone; zero where there is none or it is the same. */
  readonly exchange: Decimal
  /** What is left: another price, or the cents that rounding makes. */
  readonly rest: Decimal
  readonly onlyRounding: boolean
  /** The earlier price of one. */
  readonly price: Decimal
}

/** Takes the difference of two amounts apart, exactly: quantity at the earlier price, then the exchange rate, then the rest. */
export function compareAmounts(from: Side, to: Side, currency: Currency): Effects {
  const digits = exponentOf(currency)
  const cent = decimal(1).div(decimal(10).pow(digits))
  const exchange = exchangeEffect(from, to, digits)
  const target = { ...to, amount: to.amount.minus(exchange) }
  const common = commonPrice(from, target, cent)
  const price = common ?? averageOf(from)
  const more = to.quantity.minus(from.quantity)
  const quantity = more.eq(0) ? more : roundTo(more.times(price), digits, 'half-up')
  const rest = target.amount.minus(from.amount).minus(quantity)
  return { quantity, exchange, rest, onlyRounding: common !== undefined, price }
}

const averageOf = ({ quantity, amount }: Side): Decimal => (quantity.eq(0) ? decimal(0) : amount.div(quantity))

/** One price that explains both amounts. What a line states tells it best; by margin and rounding the amounts may tell it better. */
function commonPrice(from: Side, to: Side, cent: Decimal): Decimal | undefined {
  const fits = (price: Decimal) => gives(from, price, cent) && gives(to, price, cent)
  if (from.stated && fits(from.stated)) return from.stated
  return [averageOf(from), averageOf(to), to.stated].find((price) => price !== undefined && fits(price))
}

/**
 * Whether a quantity at this price comes to the amount, but for the rounding of its lines. What is priced in another currency is rounded
 * there first (reference 7.1, usage), so that a cent of that currency is lost as well, and what the rate and a margin make of it.
 */
function gives({ quantity, amount, rate, lines }: Side, price: Decimal, cent: Decimal): boolean {
  const slack = rate ? cent.times(2).plus(rate.times('0.01')) : cent
  return quantity.times(price).minus(amount).abs().lt(slack.times(lines))
}

function exchangeEffect({ rate: before }: Side, { rate: after, amount }: Side, digits: number): Decimal {
  if (!before || !after || before.eq(after) || after.eq(0)) return decimal(0)
  return amount.minus(roundTo(amount.times(before).div(after), digits, 'half-up'))
}
