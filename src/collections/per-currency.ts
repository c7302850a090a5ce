import type { Currency } from '../values/currency.ts'
import { add, type Money } from '../values/money.ts'

/** One amount a currency, in the order in which they come: nothing is ever converted. */
export function perCurrency(amounts: Iterable<Money>): readonly Money[] {
  const totals = new Map<Currency, Money>()
  for (const amount of amounts) {
    const total = totals.get(amount.currency)
    totals.set(amount.currency, total ? add(total, amount) : amount)
  }
  return [...totals.values()]
}
