import { expect } from 'vitest'
import { bridge } from '../../src/ledger/bridge.ts'
import { sideOfCharges } from '../../src/ledger/bridge-side.ts'
import type { Charge } from '../../src/ledger/charge.ts'
import type { SubscriptionId } from '../../src/values/ids.ts'
import { monthOf } from '../../src/values/period.ts'
import { aSupplierInvoice } from '../ledger/examples.ts'
import { seatRow } from './documented-rows.ts'

export type Bill = readonly [month: string, lines: readonly Charge[]]

const sideOf = ([month, charges]: Bill) =>
  sideOfCharges([{ supplierInvoice: aSupplierInvoice({ period: monthOf(month) }), charges }])

/** The drivers from one bill to another as texts, the largest first: `quantity -20.16`. */
export function told(before: Bill, after: Bill): string[] {
  const { drivers, unexplained } = bridge(sideOf(before), sideOf(after))
  expect(unexplained.toFixed()).toBe('0')
  return drivers.map(({ kind, amount }) => `${kind} ${amount.toFixed(2)}`)
}

/** A subscription that stays as it is, so that no side is empty. */
export const steady = (from: string, to: string): Charge =>
  seatRow({
    type: 'cycleCharge',
    term: ['2021-01-01', '2021-12-31'],
    from,
    to,
    price: '5',
    seats: 1,
    subtotal: '5.00',
    more: { subscription: 'steady' as SubscriptionId, productId: 'CFQ7TTC0STDY' },
  })
