import { after, daysOfMonth, monthAfter } from '../oracle/calendar.ts'
import { ratio, rational, times } from '../oracle/rational.ts'
import { azurePlan, oneOf, perpetual } from './catalogue.ts'
import { emit, guid, int, type Life, newOrder, one, references, type Sub, startIn, taxOn } from './life.ts'
import { endOf } from './seat-events.ts'

/** Software for good: no subscription, or one without an end. */
export function purchaseOnce(life: Life, _subs: readonly Sub[], month: string): void {
  const item = oneOf(life.pick, perpetual)
  const price = rational(item.parts[0] as string)
  const seats = 1 + life.pick(4)
  const day = `${month}-${String(1 + life.pick(27)).padStart(2, '0')}`
  const subscription = life.pick(2) ? guid(life.pick) : ''
  if (subscription) life.chainOf.set(subscription, '')
  const subtotal = (price.n * BigInt(seats) * 10n ** BigInt(life.digits)) / price.d
  life.lines.push({
    month,
    customer: life.customer,
    cause: { role: 'one-off' },
    type: 'new',
    item,
    subscription,
    order: newOrder(life.pick),
    ordered: day,
    from: day,
    to: '',
    quantity: int(seats),
    unitPrice: price,
    effective: price,
    subtotal,
    tax: taxOn(life, subtotal),
    billing: '',
    reference: references(life.pick).charge,
  })
  life.events++
}

const reasons = ['Azure Credit Offer', 'SLA credit', '']

/** Money back from Microsoft for something that the customer has. */
export function credit(life: Life, subs: readonly Sub[], month: string): void {
  const of = oneOf(life.pick, subs)
  const reason = oneOf(life.pick, reasons)
  const subtotal = -BigInt(100 + life.pick(9000))
  const given = ratio(subtotal, 10n ** BigInt(life.digits))
  life.lines.push({
    month,
    customer: life.customer,
    cause: { role: 'credit', chain: of.chain, reason },
    type: 'customerCredit',
    item: reason === 'Azure Credit Offer' ? azurePlan : of.item,
    subscription: of.id,
    order: newOrder(life.pick),
    ordered: `${month}-03`,
    from: `${month}-01`,
    to: `${month}-${daysOfMonth(month)}`,
    quantity: int(1),
    unitPrice: given,
    effective: given,
    subtotal,
    tax: taxOn(life, subtotal),
    billing: '',
    reason,
    reference: guid(life.pick),
  })
  life.events++
}

/** A line that comes late: for a cycle that was over before this month began. */
export function correct(life: Life, subs: readonly Sub[], month: string): void {
  const sub = oneOf(life.pick, subs)
  const earlier = monthAfter(month, -2 - life.pick(3))
  const from = startIn(earlier, sub.anchor)
  const to = endOf(sub.anchor, from, 1)
  const cause = { role: 'correction', chain: sub.chain } as const
  const ordered = `${month}-${String(1 + life.pick(20)).padStart(2, '0')}`
  const { refund, charge } = references(life.pick)
  const seats = 1 + life.pick(9)
  const both = { from, to, cause, ordered, share: one }
  if (life.pick(2)) emit(life, sub, { ...both, type: 'cycleCharge', seats, reference: charge })
  else {
    const part = { ...both, from: after(from, 9), share: times(one, ratio(2n, 3n)), type: 'removeQuantity' }
    emit(life, sub, { ...part, seats: -seats - 2, reference: refund })
    emit(life, sub, { ...part, seats, reference: charge })
  }
  life.events++
}
