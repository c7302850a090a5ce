import { amountText } from './amount-text.ts'
import type { CustomerFigures, Oracle } from './oracle.ts'
import { type Rational, rational } from './rational.ts'

const magnitudeKey = ({ n, d }: Rational): string => `${n < 0n ? -n : n}/${d}`
/** The same for every way of writing a number: `-1.50` and `1.5`. */
export const numberKey = (text: string): string => magnitudeKey(rational(text))

const columns = ['Subtotal', 'UnitPrice', 'EffectiveUnitPrice', 'Total']

/** What Microsoft charged the partner, whatever its sign: subtotal, unit price, effective unit price and total of every line. */
export function costsOf({ folder }: Oracle): Map<string, string> {
  const cells = folder.lines.flatMap((line) => columns.map((column) => line.cells[column] ?? ''))
  // Nothing is no cost: free lines are free on the bill as well.
  return new Map(cells.filter((cell) => numberKey(cell) !== '0/1').map((cell) => [numberKey(cell), cell]))
}

/** The numbers that a customer's own answers rightly hold: amounts, seats, prices per unit that the price book fixes, tax, days. */
export function rightlyTold({ customer, bills, ...account }: CustomerFigures): Set<string> {
  const amounts = bills.flatMap(({ bill, open, paid }) =>
    [bill.net, bill.tax, bill.total, open, paid].concat(bill.lines.map(({ net }) => net)),
  )
  const texts = [...amounts, account.open, account.overdue, account.unallocated].map(amountText)
  const fixed = bills.flatMap(({ bill }) => bill.lines.map(({ rule }) => /^fixed (.+)$/.exec(rule)?.[1] ?? '0'))
  const credits = bills.flatMap(({ bill }) =>
    bill.lines.filter(({ rule }) => rule === 'credit').flatMap(({ lines }) => lines),
  )
  const quantities = bills.flatMap(({ bill }) =>
    bill.lines.flatMap(({ lines }) => lines.map(({ quantity }) => quantity)),
  )
  return new Set([
    ...[...texts, ...fixed].map(numberKey),
    ...[customer.taxRate, ...quantities, ...credits.map(({ subtotal }) => subtotal)].map(magnitudeKey),
  ])
}

const guid = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}(\.\d+)?/gi
const day = /\d{4}-\d{2}-\d{2}/g
const spaces = '\\u0020\\u00a0\\u202f'
const grouped = new RegExp(`\\d{1,3}(?:[.,'${spaces}]\\d{3})+(?:[.,]\\d+)?`, 'g')
const plain = /\d+(?:[.,]\d+)?/g

/** Every way in which a run of digits reads as a number in one of the four locales, in JSON or in a file. */
function readingsOf(token: string): string[] {
  const bare = token.replace(new RegExp(`['${spaces}]`, 'g'), '')
  const pointed = bare.replaceAll(',', '')
  const comma = bare.replaceAll('.', '').replace(',', '.')
  return [bare, pointed, comma].filter((text) => /^\d+(\.\d+)?$/.test(text))
}

/** The numbers that a text holds, in every reading, each as a key that `costsOf` uses too. Ids and ISO days are no numbers. */
export function numbersIn(text: string): Set<string> {
  const bare = text.replace(guid, '').replace(day, '')
  const tokens = new Set([...(bare.match(grouped) ?? []), ...(bare.match(plain) ?? [])])
  return new Set([...tokens].flatMap(readingsOf).map(numberKey))
}
