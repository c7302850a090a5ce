import { chargeTypes } from '../ledger/charge-types.ts'
import type { Invoice, InvoiceLine } from '../ledger/invoice.ts'
import type { Facts } from '../values/fact.ts'
import { countFact, decimalFact, moneyFact, periodFact, priceFact, termFact, textFact } from './facts.ts'
import { ofLine } from './sources.ts'

const changes = ['addquantity', 'removequantity', 'movequantity', 'convert']
export const terms = [...chargeTypes, 'usage', 'takenBack', 'other']
  .map((type) => `charge.${type}`)
  .concat('period.none')

/** Microsoft calls a month's usage "new" like a purchase; to a customer it is usage. A line with a meter is one. */
const chargeTerm = ({ chargeType, meter, quantity }: InvoiceLine): string => {
  // A change is billed as two lines; the one that takes the old seats back adds nothing.
  if (quantity.lt(0) && changes.includes(chargeType.toLowerCase())) return 'charge.takenBack'
  if (meter && chargeType.toLowerCase() === 'new') return 'charge.usage'
  const known = chargeTypes.find((type) => type.toLowerCase() === chargeType.toLowerCase())
  return `charge.${known ?? 'other'}`
}

/** All that a person may know of one line of their bill. */
export function lineFacts(invoice: Invoice, line: InvoiceLine): Facts {
  return {
    line: countFact(line.number, ofLine(invoice, line, 'number')),
    product: textFact(line.meter ? `${line.product}, ${line.meter}` : line.product, ofLine(invoice, line, 'product')),
    what: termFact(chargeTerm(line), ofLine(invoice, line, 'chargeType')),
    period: line.period
      ? periodFact(line.period, ofLine(invoice, line, 'period'))
      : termFact('period.none', ofLine(invoice, line, 'period')),
    quantity: decimalFact(line.quantity, ofLine(invoice, line, 'quantity')),
    unitPrice: priceFact(line.unitPrice, invoice.currency, ofLine(invoice, line, 'unitPrice')),
    net: moneyFact(line.net, ofLine(invoice, line, 'net')),
  }
}
