import type { Charge } from '../../src/ledger/charge.ts'
import { decimal } from '../../src/values/decimal.ts'
import { aCharge } from '../ledger/examples.ts'

/** A line as a documented table prints it; `price` is for a whole cycle, `seats` negative for a refund. */
export type DocumentedRow = {
  readonly type: string
  readonly term: readonly [string, string]
  readonly from: string
  readonly to: string
  readonly price: string
  readonly seats: number
  readonly subtotal: string
  readonly frequency?: 'Monthly' | 'Annual' | ''
  readonly words?: string
  readonly more?: Partial<Charge>
}

/** Microsoft writes the refund's sign on the amounts and not on the quantity. Its printed EUP is cut, so the list price is what counts. */
export function seatRow(row: DocumentedRow): Charge {
  const { frequency = 'Monthly', words = 'One-Year' } = row
  const effective = decimal(row.subtotal).div(Math.abs(row.seats)).toFixed(2)
  return aCharge({
    type: row.type,
    price: row.price,
    eup: row.subtotal === '0.00' ? '0' : effective,
    seats: String(Math.abs(row.seats)),
    subtotal: row.subtotal,
    from: row.from,
    to: row.to,
    term: row.term,
    more: {
      billingFrequency: frequency || undefined,
      termAndBillingCycle: `${words} commitment for monthly/yearly billing`,
      ...row.more,
    },
  })
}
