import { addDays, addMonths, type Day, daysBetween, daysInMonth } from '../../values/day.ts'
import { type Decimal, decimal } from '../../values/decimal.ts'
import { contains, daysIn, type Period } from '../../values/period.ts'
import { changeTotal, printedPrice, type SampleLine, seatsTotal, whole } from './sample-line.ts'
import { cycleStart, dayOf } from './sample-months.ts'
import { sampleProducts } from './sample-products.ts'
import type { SampleRandom } from './sample-random.ts'
import type { SeatStory } from './sample-story.ts'
import { type DatedChange, datedChanges, type Held, heldOn, splitOff } from './seat-state.ts'

export type SeatContext = {
  readonly month: Period
  readonly last: Period
  readonly currency: 'EUR' | 'BRL'
  readonly random: SampleRandom
  /** Names the story: the customer and which of its stories. */
  readonly name: string
}

type Cycle = { readonly at: number; readonly from: Day; readonly to: Day }
type Pricing = { readonly held: Held; readonly cycle: Cycle; readonly chargeType: string; readonly event: string }

const words = {
  month: 'One-Month commitment for monthly billing',
  year: 'One-Year commitment for monthly/yearly billing',
  prepaid: 'One-Year commitment for yearly billing',
} as const

/** The lines that Microsoft bills in a month for one story of seats. */
export function* seatLines(story: SeatStory, context: SeatContext): Generator<SampleLine> {
  const { month, last, name } = context
  const bought = dayOf(story.bought, last)
  const changes = datedChanges(story, last)
  for (let at = 0; ; at++) {
    const from = cycleStart(bought, at, story.plan)
    if (from > month.to) return
    const cycle = { at, from, to: addDays(cycleStart(bought, at + 1, story.plan), -1) }
    if (cycle.to < month.from) continue
    if (contains(month, from))
      for (const held of heldOn(story, changes, from, name)) yield* cycleLines(story, context, cycle, held)
    for (const change of changes) {
      if (contains(month, change.day) && contains(cycle, change.day)) yield* changeLines(story, context, cycle, change)
    }
  }
}

function* cycleLines(story: SeatStory, context: SeatContext, cycle: Cycle, held: Held): Generator<SampleLine> {
  const { at, from } = cycle
  const event = `${held.subscription} ${from}`
  const base = { held, cycle, event }
  const isTerm = story.plan !== 'year' || at % 12 === 0
  const chargeType = at === 0 ? 'new' : story.trial && at === 1 ? 'convert' : isTerm ? 'renew' : 'cycleCharge'
  const free = story.trial && at === 0
  if (story.trial && at === 1) yield trialLine({ ...base, chargeType }, context, from)
  if (free) {
    yield trialLine({ ...base, chargeType }, context, from)
    return
  }
  for (const price of pricesOf(story, context, held)) {
    const paid = price.times(discount(story, context, from))
    const quantity = whole(held.seats)
    yield {
      ...lineOf(story, context, { ...base, chargeType }, from, price),
      ...(paid.eq(price)
        ? {}
        : { adjustment: `${story.promotion?.percent}.0% Promotional discount`, promotion: story.promotion?.id }),
      effectivePrice: paid,
      quantity,
      subtotal: seatsTotal(paid, quantity),
    }
  }
}

/** A change in mid-cycle: what was held is refunded for the days left and what is held now is charged for them. */
function* changeLines(
  story: SeatStory,
  context: SeatContext,
  cycle: Cycle,
  change: DatedChange,
): Generator<SampleLine> {
  const before = heldOn(story, datedChanges(story, context.last), change.day, context.name)[0]
  if (!before) return
  const event = `${context.name} change ${change.day}`
  const pair = (held: Held, chargeType: string) => ({ held, cycle, chargeType, event })
  switch (change.kind) {
    case 'seats': {
      const chargeType = change.to > before.seats ? 'addQuantity' : 'removeQuantity'
      yield* partLines(story, context, pair(before, chargeType), change.day, -1, changeTotal)
      yield* partLines(story, context, pair({ ...before, seats: change.to }, chargeType), change.day, 1, changeTotal)
      return
    }
    case 'upgrade':
    case 'split': {
      const seats = change.kind === 'split' ? change.seats : before.seats
      const after = change.kind === 'split' ? splitOff(change, context.name) : { ...before, product: change.into }
      yield* partLines(story, context, pair({ ...before, seats }, 'convert'), change.day, -1, unitTotal)
      yield* partLines(story, context, pair(after, 'convert'), change.day, 1, unitTotal)
      return
    }
    case 'cancel':
      yield* partLines(story, context, pair(before, 'cancelImmediate'), change.day, -1, unitTotal)
  }
}

const unitTotal: typeof changeTotal = (price, quantity, days, of) => seatsTotal(price.times(days).div(of), quantity)

function* partLines(
  story: SeatStory,
  context: SeatContext,
  pricing: Pricing,
  day: Day,
  sign: 1 | -1,
  total: typeof changeTotal,
): Generator<SampleLine> {
  const { cycle, held } = pricing
  const of = story.plan === 'prepaid' ? daysBetween(cycle.from, addMonths(cycle.from, 12)) : daysInMonth(cycle.from)
  const days = Math.min(daysIn({ from: day, to: cycle.to }), of)
  for (const price of pricesOf(story, context, held)) {
    const quantity = whole(held.seats)
    const paid = price.times(discount(story, context, cycle.from))
    yield {
      ...lineOf(story, context, pricing, day, price),
      effectivePrice: printedPrice(paid.times(days).div(of)).times(sign),
      quantity,
      subtotal: total(paid, quantity, days, of).times(sign),
    }
  }
}

function trialLine(pricing: Pricing, context: SeatContext, day: Day): SampleLine {
  const story = { product: pricing.held.product, seats: pricing.held.seats, bought: [0, 1], plan: 'month' } as const
  const free = decimal(0)
  return {
    ...lineOf(story, context, pricing, day, free),
    trial: true,
    effectivePrice: free,
    quantity: whole(pricing.held.seats),
    subtotal: free,
  }
}

function lineOf(story: SeatStory, context: SeatContext, pricing: Pricing, day: Day, unitPrice: Decimal) {
  const { random } = context
  const { held, cycle, chargeType, event } = pricing
  const bought = dayOf(story.bought, context.last)
  const inTerm = story.plan === 'year' ? cycle.at - (cycle.at % 12) : cycle.at
  const term =
    story.plan === 'year'
      ? { from: cycleStart(bought, inTerm, 'year'), to: addDays(cycleStart(bought, inTerm + 12, 'year'), -1) }
      : { from: cycle.from, to: cycle.to }
  return {
    product: sampleProducts[held.product],
    chargeType,
    subscription: random.guid(`subscription ${held.subscription}`),
    order: random.code(12, `order ${held.subscription} ${chargeType === 'cycleCharge' ? term.from : day}`),
    event: random.guid(`event ${event}`),
    orderDate: day,
    from: day,
    to: cycle.to,
    term: { ...term, words: words[story.plan] },
    frequency: story.plan === 'prepaid' ? ('' as const) : ('Monthly' as const),
    unitPrice,
  }
}

/** A monthly term costs a fifth more than an annual one. */
function pricesOf(story: SeatStory, { currency }: SeatContext, { product }: Held): readonly Decimal[] {
  const { monthly, annual } = sampleProducts[product]
  if (story.plan === 'prepaid') return [decimal(annual[currency])]
  return monthly[currency].map((price) => decimal(price).times(story.plan === 'month' ? '1.2' : 1))
}

function discount(story: SeatStory, { last }: SeatContext, from: Day): Decimal {
  const { promotion } = story
  const ends = promotion && addMonths(last.from, 1 - promotion.until)
  return promotion && ends && from < ends ? decimal(100 - promotion.percent).div(100) : decimal(1)
}
