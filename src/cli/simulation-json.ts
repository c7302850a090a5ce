import type { Decision } from '../collections/decision.ts'
import type { Forecast, ForecastDay } from '../collections/simulate.ts'
import type { SimulationTotals } from '../collections/simulation-totals.ts'
import { moneyJson } from '../values/money.ts'

const decisionJson = ({ kind, reason, stage, staff, bills, next, policy }: Decision) => ({
  kind,
  reason,
  stage: stage ?? null,
  staff: staff ?? null,
  bills: bills.map((bill) => ({
    number: bill.number,
    amount: moneyJson(bill.amount),
    dueOn: bill.dueOn,
    stage: bill.stage ?? null,
    reason: bill.reason,
  })),
  next: next ?? null,
  policy: policy ?? null,
})

/** What comes of a day as scripts read it. */
export const sideJson = ({ decision, notices, access }: ForecastDay) => ({
  ...decisionJson(decision),
  notices: notices.map(({ kind, invoice, subscription, product, day }) => ({
    kind,
    invoice: invoice ?? null,
    subscription: subscription ?? null,
    product: product ?? null,
    day: day ?? null,
  })),
  access: access.map(({ id, product, quantity }) => ({ subscription: id, product, seats: quantity ?? null })),
})

/** A customer's day as scripts read it. */
export const dayJson = ({ customer }: Pick<Forecast, 'customer'>, day: ForecastDay) => ({
  day: day.decision.day,
  customer: customer.id,
  name: customer.name,
  ...sideJson(day),
})

export const totalsJson = ({ stages, promised, paid, ...totals }: SimulationTotals) => ({
  ...totals,
  stages: stages.map(({ due, ...stage }) => ({ ...stage, due: due.map(moneyJson) })),
  promised: promised.map(moneyJson),
  paid: paid.map(moneyJson),
})
