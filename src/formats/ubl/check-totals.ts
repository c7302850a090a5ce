import type { Currency } from '../../values/currency.ts'
import type { Decimal } from '../../values/decimal.ts'
import { add, amountText, asDecimal, type Money, moneyFrom, negate, subtract, sum } from '../../values/money.ts'
import { amountAt, amountOf, isCharge } from './element-values.ts'
import type { UblDocument, UblLine } from './ubl-document.ts'
import { childrenOf, find, need, refusedAt, type XmlElement } from './xml-element.ts'

export type UblTotals = {
  /** Without tax. */
  readonly net: Money
  /** With tax. */
  readonly gross: Money
  readonly prepaid: Money
  /** What the document rounds the payable amount by. */
  readonly rounding: Money
}

/** Adds the whole document up again, to the cent, by the calculation rules of EN 16931. Throws ImportRefused where it does not add up. */
export function checkTotals(document: UblDocument): UblTotals {
  const { root, currency, lines } = document
  const monetary = need(root, 'LegalMonetaryTotal')
  for (const line of lines) checkLine(line, currency)
  const ofLines = sum(
    lines.filter(({ kind }) => kind === 'imported').map(({ net }) => net),
    currency,
  )
  same(need(monetary, 'LineExtensionAmount'), ofLines, 'BR-CO-10, the sum of the lines')
  const net = sum(
    lines.map((line) => line.net),
    currency,
  )
  same(need(monetary, 'TaxExclusiveAmount'), net, 'BR-CO-13, lines less allowances plus charges')
  const tax = checkTaxes(document)
  const gross = add(net, tax)
  same(need(monetary, 'TaxInclusiveAmount'), gross, 'BR-CO-15, net plus tax')
  const prepaid = amountAt(monetary, 'PrepaidAmount', currency)
  const rounding = amountAt(monetary, 'PayableRoundingAmount', currency)
  same(
    need(monetary, 'PayableAmount'),
    add(subtract(gross, prepaid), rounding),
    'BR-CO-16, total less what was prepaid',
  )
  return { net, gross, prepaid, rounding }
}

/** Quantity times price, rounded, less the line's allowances, plus its charges. */
function checkLine({ element, kind, quantity, unitPrice, net }: UblLine, currency: Currency): void {
  if (kind !== 'imported') return
  const adjustments = childrenOf(element, 'AllowanceCharge').map((each) => {
    const amount = amountOf(need(each, 'Amount'), currency)
    return isCharge(each) ? amount : negate(amount)
  })
  const expected = add(moneyFrom(quantity.times(unitPrice), currency, 'half-up'), sum(adjustments, currency))
  if (expected.minor !== net.minor)
    same(need(element, 'LineExtensionAmount'), expected, 'the line: quantity times price')
}

function checkTaxes({ root, currency, lines, taxes }: UblDocument): Money {
  for (const { element, rate, base, amount } of taxes) {
    const taxed = lines.filter((line) => line.rate.eq(rate)).map(({ net }) => net)
    const ofRate = sum(taxed, currency)
    const rule = `the lines taxed at ${rate.toFixed()} %`
    if (ofRate.minor !== base.minor) throw notAdding(need(element, 'TaxableAmount'), base, ofRate, rule)
    const ofSum = taxOn(base, rate)
    // The rule taxes the sum; software that rounds the tax of each line instead is a cent away on a document that is as legal.
    const ofEach = sum(
      taxed.map((net) => taxOn(net, rate)),
      currency,
    )
    if (amount.minor !== ofSum.minor && amount.minor !== ofEach.minor)
      throw notAdding(need(element, 'TaxAmount'), amount, ofSum, `BR-CO-17, ${rate.toFixed()} % of their sum`)
  }
  const untaxed = lines.find((line) => !taxes.some(({ rate }) => rate.eq(line.rate)))
  if (untaxed && (taxes.length > 0 || !untaxed.rate.eq(0))) {
    throw refusedAt(untaxed.element, {
      problem: `no tax subtotal has its rate, ${untaxed.rate.toFixed()} %`,
      remedy: 'Have the document made again.',
    })
  }
  const tax = sum(
    taxes.map(({ amount }) => amount),
    currency,
  )
  const total = taxTotalOf(root, currency)
  if (total) same(total, tax, 'BR-CO-14, the sum of the taxes')
  return tax
}

const taxOn = (base: Money, rate: Decimal): Money =>
  moneyFrom(asDecimal(base).times(rate).div(100), base.currency, 'half-up')

/** The tax total in the document's currency; a second one, in the currency of the tax office, is for the tax office. */
const taxTotalOf = (root: XmlElement, currency: Currency): XmlElement | undefined =>
  childrenOf(root, 'TaxTotal')
    .map((total) => find(total, 'TaxAmount'))
    .find((amount) => amount && (amount.attributes.currencyID ?? currency) === currency)

function same(element: XmlElement, expected: Money, rule: string): void {
  const given = amountOf(element, expected.currency)
  if (given.minor !== expected.minor) throw notAdding(element, given, expected, rule)
}

const notAdding = (element: XmlElement, given: Money, expected: Money, rule: string) =>
  refusedAt(element, {
    problem: `it does not add up: ${rule} comes to ${amountText(expected)}, ${amountText(subtract(given, expected))} ${expected.currency} away`,
    remedy: 'Have the document made again; Saldo takes no bill whose figures contradict each other.',
  })
