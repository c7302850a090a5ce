import { type Day, daysBetween } from '../values/day.ts'
import { decimal, decimalText } from '../values/decimal.ts'
import { amountText, asDecimal, type Money, moneyFrom } from '../values/money.ts'
import type { Contact } from './contact.ts'
import type { Decision } from './decision.ts'
import type { Fee, Stage } from './policy.ts'

type Late = Pick<Decision['bills'][number], 'invoice' | 'amount' | 'dueOn'>

/**
 * What a stage adds for lateness, one entry a bill that is late on the day: exact, rounded half-up to the bill's minor unit. Nothing where the
 * stage names no fee, for a fixed amount in another currency, and where it rounds to nothing.
 */
export function feesOf({ fee }: Pick<Stage, 'fee'>, bills: readonly Late[], today: Day): Contact['fees'] {
  if (!fee) return []
  return bills.flatMap(({ invoice, amount, dueOn }) => {
    const days = daysBetween(dueOn, today)
    const charged = days > 0 && amount.minor > 0n ? charge(fee, amount, days) : undefined
    return charged && charged.amount.minor > 0n ? [{ invoice, ...charged }] : []
  })
}

type Charged = { readonly amount: Money; readonly rule: string }

const hundred = decimal(100)
/** Whatever year it is: the policy says "of 365". */
const yearDays = 365

function charge(fee: Fee, late: Money, days: number): Charged | undefined {
  if ('amount' in fee) {
    const { amount } = fee
    if (amount.currency !== late.currency) return undefined
    return { amount, rule: `amount ${amountText(amount)} ${amount.currency}` }
  }
  if ('percent' in fee) {
    const share = asDecimal(late).times(fee.percent).div(hundred)
    return { amount: moneyFrom(share, late.currency, 'half-up'), rule: `percent ${decimalText(fee.percent)}` }
  }
  const { percentPerYear } = fee
  // One division, last: what does not come out even is cut at 40 digits there and nowhere before.
  const interest = asDecimal(late).times(percentPerYear).times(days).div(hundred.times(yearDays))
  return {
    amount: moneyFrom(interest, late.currency, 'half-up'),
    rule: `percent-per-year ${decimalText(percentPerYear)}, ${days} of ${yearDays} days`,
  }
}
