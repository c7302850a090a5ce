import { partOfCycle } from './billing-cycle.ts'
import { pickPrice } from './pick-price.ts'
import { down, halfUp, plus, type Rational, ratio, rational, sign, times } from './rational.ts'
import type { CustomerRow, Line, PriceBookRow } from './read-folder.ts'

/** A line of a customer's bill: `net` in cents, `lines` what Microsoft billed for it. */
export type BillLine = { readonly net: bigint; readonly rule: string; readonly lines: readonly Line[] }

// Every currency of the sample has two digits; another one must be looked at first.
const digitsOf = (currency: string): number => {
  if (['EUR', 'GBP', 'BRL', 'USD'].includes(currency)) return 2
  throw new Error(`how many digits has ${currency}?`)
}

const idOf = (line: Line): string =>
  [line.subscription, line.product, line.sku, line.order, line.ordered, line.chargeType, line.event]
    .concat([line.from ?? '', line.to ?? '', String(sign(line.subtotal)), `${line.quantity.n}/${line.quantity.d}`])
    .join('|')

/** Lines that Microsoft splits in parts at different unit prices, same in all else, together; every other line alone. */
export function withParts(lines: readonly Line[]): Line[][] {
  const groups: Line[][] = []
  for (const line of lines) {
    const other = (part: Line) => part.unitPrice.n * line.unitPrice.d !== line.unitPrice.n * part.unitPrice.d
    const open = groups.find((group) => idOf(group[0] as Line) === idOf(line) && group.every(other))
    if (open && sign(line.subtotal) !== 0) open.push(line)
    else groups.push([line])
  }
  return groups
}

function fixedNet(price: { fixed: string }, line: Line, digits: number): bigint {
  const full = times(times(rational(price.fixed), partOfCycle(line)), line.quantity)
  const net = down(full, digits)
  if (sign(line.subtotal) === 0) return 0n
  return sign(line.subtotal) < 0 && net > 0n ? -net : net
}

function marginNet(percent: string, line: Line, digits: number): bigint {
  const factor = plus(ratio(1n, 1n), times(rational(percent), ratio(1n, 100n)))
  return halfUp(times(line.subtotal, factor), digits)
}

/** Prices what Microsoft billed for one customer in one invoice. */
export function billLines(book: PriceBookRow, customer: CustomerRow, lines: readonly Line[]): BillLine[] {
  const digits = digitsOf(customer.currency)
  return withParts(lines).flatMap((parts): BillLine[] => {
    const first = parts[0] as Line
    if (first.chargeType.toLowerCase() === 'customercredit') {
      return parts.map((line) => ({ net: passedOn(line, customer, digits), rule: 'credit', lines: [line] }))
    }
    const price = pickPrice(book, first, customer)
    if ('fixed' in price) return [{ net: fixedNet(price, first, digits), rule: `fixed ${price.fixed}`, lines: parts }]
    return parts.map((line) => {
      sameCurrency(line, customer)
      return { net: marginNet(price.margin, line, digits), rule: `margin ${price.margin}`, lines: [line] }
    })
  })
}

function passedOn(line: Line, customer: CustomerRow, digits: number): bigint {
  sameCurrency(line, customer)
  return halfUp(line.subtotal, digits)
}

function sameCurrency(line: Line, customer: CustomerRow): void {
  if (line.currency !== customer.currency) throw new Error(`${customer.name}: a margin across currencies`)
}

/** Tax on the sum of the lines, half up to the cent. */
export const taxOn = (net: bigint, rate: Rational): bigint =>
  halfUp(times(ratio(net, 1n), times(rate, ratio(1n, 100n))), 0)
