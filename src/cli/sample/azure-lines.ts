import { addDays, type Day, weekday } from '../../values/day.ts'
import { type Decimal, decimal } from '../../values/decimal.ts'
import type { Period } from '../../values/period.ts'
import { roundTo } from '../../values/rounding.ts'
import type { SamplePartnerAccount } from './sample-accounts.ts'
import { printedPrice, type SampleLine, whole } from './sample-line.ts'
import { dayOf } from './sample-months.ts'
import { azurePlan, sampleMeters } from './sample-products.ts'
import type { SampleRandom } from './sample-random.ts'
import type { AzureStory } from './sample-story.ts'

type AzureContext = {
  readonly month: Period
  readonly last: Period
  readonly account: SamplePartnerAccount
  readonly random: SampleRandom
  readonly name: string
}

/** A month of an Azure plan: a line a meter, priced in US dollars, with the partner earned credit, and what Microsoft gives back. */
export function* azureLines(story: AzureStory, context: AzureContext): Generator<SampleLine> {
  const { month, account, random, name } = context
  const exchange = { rate: dollarRate(account, month, random), date: rateDate(month) }
  for (const [at, meter] of sampleMeters.entries()) {
    const wobble = 900_000 + random.upTo(200_000, `${name} ${month.from} ${meter.name}`)
    const quantity = decimal(meter.quantity).times(story.size).times(wobble).div(1_000_000)
    // Partner Center docs, azure-plan-billing: the cost is rounded down in dollars, and again after the exchange.
    const dollars = roundTo(quantity.times(meter.price).times('0.85'), 2, 'down')
    yield {
      ...lineOf(context, `meter ${at}`),
      chargeType: 'new',
      unitPrice: decimal(meter.price),
      effectivePrice: printedPrice(dollars.div(quantity)),
      quantity,
      subtotal: roundTo(dollars.times(exchange.rate), 2, 'down'),
      adjustment: '15.0% Partner earned credit for services managed',
      meter,
      exchange,
    }
  }
  if (story.credit && dayOf([story.credit.monthsBefore, 1], context.last) === month.from)
    yield creditLine(context, story.credit.amount)
}

function creditLine(context: AzureContext, amount: string): SampleLine {
  const given = decimal(amount).times(-1)
  return {
    ...lineOf(context, 'credit'),
    chargeType: 'customerCredit',
    unitPrice: given,
    effectivePrice: given,
    quantity: whole(1),
    subtotal: given,
    creditReason: 'Azure Credit Offer',
  }
}

function lineOf({ month, random, name }: AzureContext, what: string) {
  return {
    product: azurePlan,
    subscription: random.guid(`azure plan ${name}`),
    order: random.code(12, `azure plan ${name}`),
    event: random.guid(`azure ${name} ${month.from} ${what}`),
    orderDate: month.from,
    from: month.from,
    to: month.to,
    term: undefined,
    frequency: '' as const,
  }
}

function dollarRate(account: SamplePartnerAccount, month: Period, random: SampleRandom): Decimal {
  const tenThousandths = random.upTo(400, `dollar ${account.key} ${month.from}`) - 200
  return decimal(account.dollar).plus(decimal(tenThousandths).div(10_000))
}

/** Two business days before the end of the month before (Partner Center docs, azure-plan-billing). */
function rateDate(month: Period): Day {
  let date = month.from
  for (let left = 2; left > 0; ) {
    date = addDays(date, -1)
    if (weekday(date) <= 5) left--
  }
  return date
}
