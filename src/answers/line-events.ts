import { isChange } from '../ledger/charge-types.ts'
import type { Invoice, InvoiceLine } from '../ledger/invoice.ts'
import { decimalText } from '../values/decimal.ts'

/** What one change did to one price: the refund of what had been billed, the charge of what holds since, or one of the two. */
export type Half = { readonly charge?: InvoiceLine; readonly refund?: InvoiceLine }

/** Whether a line is for a part of a cycle. Bills that came in otherwise do not say the share: there a change is taken for one. */
export const isPartial = (line: InvoiceLine): boolean =>
  line.share ? line.share.billed !== line.share.of : isChange(line.chargeType)

/** The event's own mark; where Microsoft gave none, the same change of the same days. A conversion goes from one subscription to another. */
const eventKey = ({ number, event, chargeType, period, subscription }: InvoiceLine): string => {
  if (event !== undefined) return `event ${event}`
  if (!isChange(chargeType) || !period) return `line ${number}`
  return [chargeType, period.from, period.to, chargeType.toLowerCase() === 'convert' ? '' : subscription].join('|')
}

/** A bill's lines, those of one change together, in the order of the bill. */
export const eventsOf = ({ lines }: Invoice): readonly (readonly InvoiceLine[])[] => [
  ...Map.groupBy(lines, eventKey).values(),
]

const priceKey = ({ cyclePrice }: InvoiceLine): string => (cyclePrice ? decimalText(cyclePrice) : '')

/** Refund and charge of a change side by side: of the same subscription and price first, then as they come. */
export function halvesOf(event: readonly InvoiceLine[]): readonly Half[] {
  const refunds = event.filter(({ quantity }) => quantity.lt(0))
  const halves = event
    .filter(({ quantity }) => quantity.gte(0))
    .map((charge): Half => {
      const same = refunds.findIndex(
        (one) => one.subscription === charge.subscription && priceKey(one) === priceKey(charge),
      )
      const at = same >= 0 ? same : refunds.length ? 0 : -1
      return at < 0 ? { charge } : { charge, refund: refunds.splice(at, 1)[0] }
    })
  return [...halves, ...refunds.map((refund) => ({ refund }))]
}
