import { exponentOf } from '../values/currency.ts'
import { type Decimal, decimal } from '../values/decimal.ts'
import { roundTo } from '../values/rounding.ts'
import { billingOf } from './billing-cycle.ts'
import type { Charge } from './charge.ts'
import { explainCharge } from './explain-line.ts'
import { shareOf } from './prorate.ts'

/**
 * What Microsoft charges for one unit and a whole cycle, in the currency of the amount: COST, the base of a margin. Read from the
 * price that reproduces the amount, since the list price on the line may be a later one. Undefined for usage, and where none does.
 */
export function costOfCycle(charge: Charge): Decimal | undefined {
  if (billingOf(charge) === 'usage') return undefined
  if (charge.subtotal.eq(0)) return decimal(0)
  const share = shareOf(charge)
  const explained = explainCharge(charge, share)
  if (explained.kind === 'not-reproduced') return undefined
  const { price, rate = decimal(1), billed, of, rule } = explained
  // Of a whole cycle rule A bills the unit's price as it is rounded: there is no other price.
  if (rule === 'A' && share.billed === share.of) return roundTo(price.times(rate), exponentOf(charge.currency), 'down')
  return price.times(rate).times(billed).times(share.of).div(decimal(of).times(share.billed))
}
