import type { Money } from '../values/money.ts'
import type { Reason } from './decision.ts'
import { perCurrency } from './per-currency.ts'
import type { Forecast } from './simulate.ts'

export type StageTotal = {
  readonly stage: string
  /** Messages to a customer whose latest stage it was. */
  readonly contacts: number
  /** Bills that reached it. */
  readonly bills: number
  /** What was due of those. */
  readonly due: readonly Money[]
}

export type SimulationTotals = {
  readonly customers: number
  readonly contacts: number
  readonly customersContacted: number
  readonly peopleContacted: number
  /** Days on which staff gets something to do. */
  readonly forStaff: number
  /** Messages about bills and terms, besides the contacts. */
  readonly notices: number
  readonly stages: readonly StageTotal[]
  /** Customers' days by reason: they sum to customers times days. */
  readonly reasons: Readonly<Partial<Record<Reason, number>>>
  /** Promised for a day within the days. */
  readonly promised: readonly Money[]
  /** Assumed to come in. */
  readonly paid: readonly Money[]
  /** What suspensions would be proposed for; each subscription counts once. */
  readonly access: { readonly customers: number; readonly subscriptions: number; readonly seats: number }
}

/** Sums forecasts up, one after the other: a ledger of many customers is never held at once. */
export class TotalsSoFar {
  readonly #stages = new Map<string, { contacts: number; bills: number; due: Money[] }>()
  readonly #reasons: Partial<Record<Reason, number>> = {}
  readonly #access = { customers: 0, subscriptions: 0, seats: 0 }
  #counts = { customers: 0, contacts: 0, customersContacted: 0, peopleContacted: 0, forStaff: 0, notices: 0 }
  #promised: readonly Money[] = []
  #paid: readonly Money[] = []

  add(forecast: Forecast): void {
    const { days, people, promised, assumed } = forecast
    const contacts = days.filter(({ decision }) => decision.kind === 'contact').length
    const counts = this.#counts
    this.#counts = {
      customers: counts.customers + 1,
      contacts: counts.contacts + contacts,
      customersContacted: counts.customersContacted + (contacts > 0 ? 1 : 0),
      peopleContacted: counts.peopleContacted + (contacts > 0 ? people : 0),
      forStaff: counts.forStaff + days.filter(({ decision }) => decision.staff !== undefined).length,
      notices: counts.notices + days.filter(({ notices }) => notices.length > 0).length,
    }
    this.#promised = perCurrency([...this.#promised, ...promised.map(({ amount }) => amount)])
    this.#paid = perCurrency([...this.#paid, ...assumed.map(({ amount }) => amount)])
    this.#addStages(forecast)
    this.#addAccess(forecast)
  }

  #addStages({ days }: Forecast): void {
    for (const { decision } of days) {
      const { kind, reason, stage, bills } = decision
      this.#reasons[reason] = (this.#reasons[reason] ?? 0) + 1
      if (kind === 'none') continue
      if (kind === 'contact' && stage !== undefined) this.#stage(stage).contacts += 1
      for (const bill of bills) {
        if (bill.reason !== 'stage' || bill.stage === undefined) continue
        const total = this.#stage(bill.stage)
        total.bills += 1
        total.due = [...perCurrency([...total.due, bill.amount])]
      }
    }
  }

  #stage(stage: string) {
    const known = this.#stages.get(stage) ?? { contacts: 0, bills: 0, due: [] }
    this.#stages.set(stage, known)
    return known
  }

  #addAccess({ days }: Forecast): void {
    if (!days.some(({ decision }) => decision.staff === 'propose-suspension')) return
    // Proposed on one day and again on another, a subscription is still one.
    const affected = new Map(days.flatMap(({ access }) => access.map(({ id, quantity }) => [id, quantity ?? 0])))
    this.#access.customers += 1
    this.#access.subscriptions += affected.size
    for (const seats of affected.values()) this.#access.seats += seats
  }

  get totals(): SimulationTotals {
    return {
      ...this.#counts,
      stages: [...this.#stages].map(([stage, total]) => ({ stage, ...total })),
      reasons: { ...this.#reasons },
      promised: this.#promised,
      paid: this.#paid,
      access: { ...this.#access },
    }
  }
}

export function simulationTotals(forecasts: Iterable<Forecast>): SimulationTotals {
  const sofar = new TotalsSoFar()
  for (const each of forecasts) sofar.add(each)
  return sofar.totals
}
