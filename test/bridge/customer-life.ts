import { after, type Day, daysOfMonth, monthAfter } from '../oracle/calendar.ts'
import { azureMonth, startAzure } from './azure-life.ts'
import { type Item, oneOf } from './catalogue.ts'
import { correct, credit, purchaseOnce } from './extra-lines.ts'
import { dearer, type Life, monthOf, type Sub, startIn } from './life.ts'
import {
  billCycle,
  cancel,
  changeSeats,
  endOf,
  payForTrial,
  payMonthly,
  payYearly,
  promotionOf,
  subscribe,
  upgradeAll,
  upgradeSome,
} from './seat-events.ts'
import type { Billing, Term } from './world-line.ts'

const chance = (life: Life, percent: number): boolean => life.pick(100) < percent
const someSeats = (life: Life): number => 2 + life.pick(oneOf(life.pick, [8, 40, 120]))

/** A product that this customer never had. */
const unsold = (life: Life, upgradable = false): Item => {
  const at = life.unsold.findIndex(({ dollars }) => !(upgradable && dollars))
  const [item] = life.unsold.splice(at, 1)
  if (!item) throw new RangeError('everything is sold')
  return item
}

const otherSeats = (life: Life, sub: Sub): number => {
  const seats = Math.max(1, sub.seats + 1 + life.pick(12) - 6)
  return seats === sub.seats ? seats + 2 : seats
}

/** Bought in this month, and billed. */
function buy(life: Life, month: string): Sub {
  const item = unsold(life)
  const from = `${month}-${String(2 + life.pick(24)).padStart(2, '0')}`
  life.events++
  if (chance(life, 22) && !item.dollars) {
    const trial = subscribe(life, { item, from, seats: 25, term: 'P1M', billing: 'Monthly', trial: true })
    billCycle(life, trial, from, 'new')
    trials.set(trial, item)
    return trial
  }
  const [term, billing] = oneOf<readonly [Term, Billing]>(life.pick, [
    ['P1M', 'Monthly'],
    ['P1Y', 'Monthly'],
    ['P1Y', 'Monthly'],
    ['P3Y', 'Monthly'],
    ['P1Y', chance(life, 50) ? 'Annual' : ''],
  ])
  const promotion = chance(life, 30) ? promotionOf(life) : undefined
  const sub = subscribe(life, { item, from, seats: someSeats(life), term, billing, promotion })
  billCycle(life, sub, from, 'new')
  return sub
}

/** What a trial turns into. */
const trials = new WeakMap<Sub, Item>()

/** One that was bought long before the first month. */
function hadAlready(life: Life, first: string): Sub {
  const term = oneOf<Term>(life.pick, ['P1M', 'P1Y', 'P1Y', 'P1Y', 'P3Y'])
  const month = monthAfter(first, -1 - life.pick(term === 'P1M' ? 1 : 12))
  const atEnd = term !== 'P1M' && daysOfMonth(month) === 31 && chance(life, 50)
  const day = atEnd ? 30 + life.pick(2) : 1 + life.pick(26)
  const billing = term !== 'P1M' && chance(life, 20) ? 'Annual' : 'Monthly'
  const from = `${month}-${String(day).padStart(2, '0')}`
  const promotion = chance(life, 30) ? promotionOf(life) : undefined
  const sub = subscribe(life, { item: unsold(life), from, seats: someSeats(life), term, billing, promotion })
  const to = endOf(from, startIn(monthAfter(first, -1), from), 1)
  const yearTo = endOf(from, from, 12)
  const cycleFrom = billing === 'Annual' ? from : startIn(monthAfter(first, -1), from)
  sub.cycle = { ...sub.cycle, from: cycleFrom, to: billing === 'Annual' ? yearTo : to }
  return sub
}

/** What happens when a term is over; resolves with the subscriptions that go on. */
function renew(life: Life, sub: Sub, from: Day): Sub[] {
  const what = life.pick(100)
  if (what < 13) {
    sub.ended = true
    life.events++
    const gap = life.pick(5)
    const day = after(from, gap)
    if (sub.billing !== 'Monthly' || monthOf(day) !== monthOf(from) || Number(day.slice(8)) > 26 || chance(life, 40))
      return [sub]
    const { item, term, billing, promotion } = sub
    const seats = chance(life, 50) ? sub.seats : someSeats(life)
    const again = subscribe(life, { item, from: day, seats, term, billing, promotion, continues: sub })
    billCycle(life, again, day, 'new')
    return [sub, again]
  }
  if (what < 35) Object.assign(sub, { factor: dearer(sub.factor, 2 + life.pick(14)), level: sub.level + 1 })
  if (what >= 25 && what < 50) sub.seats = otherSeats(life, sub)
  if (what >= 45 && what < 60) sub.promotion = sub.promotion && chance(life, 60) ? undefined : promotionOf(life)
  if (what >= 60 && what < 66 && sub.term === 'P1M') sub.term = 'P1Y'
  if (what < 66) life.events++
  sub.termFrom = from
  sub.termTo = endOf(sub.anchor, from, { P1M: 1, P1Y: 12, P3Y: 36 }[sub.term])
  if (what >= 66 && what < 74 && sub.billing === 'Annual') payMonthly(life, sub, from)
  else billCycle(life, sub, from, 'renew')
  return [sub]
}

const yearsGone = (sub: Sub, from: Day): number =>
  (Number(from.slice(0, 4)) - Number(sub.termFrom.slice(0, 4))) * 12 +
  Number(from.slice(5, 7)) -
  Number(sub.termFrom.slice(5, 7))

/** The next cycle begins. */
function beginCycle(life: Life, sub: Sub, from: Day): Sub[] {
  const trialed = trials.get(sub)
  if (sub.trial && trialed) {
    payForTrial(life, sub, trialed)
    return [sub]
  }
  if (from > sub.termTo) return renew(life, sub, from)
  const intoYear = yearsGone(sub, from) % 12
  if (sub.term === 'P3Y' && sub.billing === 'Monthly' && intoYear > 0 && chance(life, 6)) {
    payYearly(life, sub, from, 12 - intoYear)
    return [sub]
  }
  if (sub.term === 'P3Y' && sub.billing === 'Annual' && chance(life, 30)) {
    payMonthly(life, sub, from)
    return [sub]
  }
  if (sub.promotion && chance(life, 8)) {
    sub.promotion = undefined
    life.events++
  }
  billCycle(life, sub, from, 'cycleCharge')
  return [sub]
}

/** A change on a day inside a cycle or on its first. */
function change(life: Life, sub: Sub, day: Day): Sub[] {
  const what = life.pick(100)
  const monthly = sub.billing === 'Monthly' && !sub.item.dollars
  if (what < 12 && monthly) upgradeAll(life, sub, day, unsold(life, true))
  else if (what < 24 && monthly && sub.seats > 3) {
    const made = upgradeSome(life, sub, day, 1 + life.pick(sub.seats - 2), unsold(life, true))
    return [sub, made]
  } else changeSeats(life, sub, day, otherSeats(life, sub))
  return [sub]
}

const dayBetween = (life: Life, from: Day, to: Day): Day | undefined => {
  const days: Day[] = []
  for (let day = from; day <= to; day = after(day, 1)) days.push(day)
  return days.length > 0 ? oneOf(life.pick, days) : undefined
}

const isOpen = (sub: Sub): boolean => !sub.ended && !sub.trial

/** The cycle that a month begins, and changes before it, on its first day and after. */
function subMonth(life: Life, sub: Sub, month: string): Sub[] {
  const [first, last] = [`${month}-01`, `${month}-${daysOfMonth(month)}`]
  const next = after(sub.cycle.to, 1)
  const begins = monthOf(next) === month
  const known: Sub[] = [sub]
  const act = (chances: number, day: Day | undefined) => {
    if (day === undefined || !isOpen(sub) || !chance(life, chances)) return
    known.push(...change(life, sub, day).filter((each) => each !== sub))
  }
  act(
    22,
    dayBetween(
      life,
      after(sub.cycle.from, 1) > first ? after(sub.cycle.from, 1) : first,
      begins ? after(next, -1) : last,
    ),
  )
  if (!begins) return known
  // Those that were split off run with the same cycles, and begin theirs too.
  for (const each of known.slice()) {
    if (each.ended) continue
    known.push(...beginCycle(life, each, after(each.cycle.to, 1)).filter((made) => made !== each))
  }
  if (!sub.trial && sub.cycle.from === next) act(14, next)
  const renewed = sub.cycle.begins === 'renew' && sub.cycle.from === next
  if (renewed && isOpen(sub) && chance(life, 5)) cancel(life, sub, after(next, life.pick(3)))
  else if (sub.cycle.from === next) act(22, dayBetween(life, after(next, 1), last))
  return known
}

/** Everything of one customer, month by month, three events or more in each. */
export function liveOn(life: Life, months: readonly string[], withAzure: boolean): void {
  const [first] = months as readonly [string, ...string[]]
  let subs = Array.from({ length: 1 + life.pick(3) }, () => hadAlready(life, first))
  const azure = withAzure ? startAzure(life) : undefined
  for (const month of months) {
    const before = life.events
    subs = subs.flatMap((sub) => subMonth(life, sub, month)).filter((sub) => !sub.ended)
    if (subs.length === 0 || (subs.length < 6 && chance(life, 35))) {
      const bought = buy(life, month)
      const day = after(bought.cycle.from, life.pick(4))
      if (subs.length > 0 && chance(life, 20) && !bought.trial && monthOf(day) === month) cancel(life, bought, day)
      else subs.push(bought)
    }
    if (azure) azureMonth(life, azure, month)
    for (let more = 0; life.events - before < 3 || (more === 0 && chance(life, 30)); more++)
      oneOf(life.pick, [purchaseOnce, credit, correct])(life, subs, month)
  }
}
