import { z } from 'zod'
import { type Decision, decisionMonthSchema, decisionMonths, reasons } from '../collections/decision.ts'
import { stageActions } from '../collections/policy.ts'
import { recordOf } from '../ledger/record.ts'
import type { Json, Stored } from '../store/documents.ts'
import { looks } from './endpoint.ts'
import { gatherPage, type Part } from './gather.ts'
import { listAnswer, listWire, pageQuery } from './paging.ts'
import { component, customerWire, dayWire, moneyOut, moneyWire } from './wire.ts'

const policyWire = z.strictObject({ name: z.string(), effective: dayWire })

const wire = component(
  'Decision',
  'What was decided for a customer on a day of its own time zone, and why: one reason a day, and one a bill.',
  z.strictObject({
    customer: customerWire,
    day: dayWire,
    kind: z.enum(['contact', 'staff', 'none']),
    reason: z.enum(reasons),
    stage: z.string().optional(),
    staff: z.enum(stageActions).optional(),
    bills: z.array(
      z.strictObject({
        number: z.string(),
        amount: moneyWire.describe('Open, less what is disputed.'),
        disputed: moneyWire.optional(),
        dueOn: dayWire,
        stage: z.string().optional(),
        reason: z.enum(reasons),
      }),
    ),
    next: z.strictObject({ on: dayWire, stage: z.string() }).optional(),
    policy: policyWire.optional(),
  }),
)

const out = ({ customer, day, kind, reason, stage, staff, bills, next, policy }: Decision): Json => ({
  customer,
  day,
  kind,
  reason,
  stage,
  staff,
  bills: bills.map(({ number, amount, disputed, dueOn, stage, reason }) => ({
    number,
    amount: moneyOut(amount),
    disputed: disputed && moneyOut(disputed),
    dueOn,
    stage,
    reason,
  })),
  next: next && { on: next.on, stage: next.stage },
  policy: policy && { name: policy.name, effective: policy.effective },
})

export const listDecisions = looks(
  {
    path: '/decisions',
    name: 'listDecisions',
    does: 'Why customers were written to, or not, by day',
    ability: 'collections',
    query: z.strictObject({
      customer: customerWire.optional(),
      from: dayWire.optional().describe('The first day; from the beginning unless told.'),
      to: dayWire.optional().describe('The last day; to the end unless told.'),
      ...pageQuery,
    }),
    answers: { 200: { says: 'A page of them.', schema: component('DecisionList', 'Decisions.', listWire(wire)) } },
  },
  async ({ query }, reading) => {
    const { customer, from = '0000-01-01', to = '9999-12-31' } = query
    const before = customer === undefined ? '' : `${customer}|`
    const range = { from: before + from.slice(0, 7), to: before + to.slice(0, 7) }
    const { items, next } = await gatherPage(reading, {
      collection: decisionMonths,
      index: customer === undefined ? 'month' : 'customer',
      ...range,
      asked: query,
      parts: async (month) => daysOf(month, from, to),
    })
    return listAnswer(items, next)
  },
)

const daysOf = ({ data }: Stored<z.input<typeof decisionMonthSchema>>, from: string, to: string): Part[] =>
  Object.entries(recordOf(decisionMonthSchema, data).days)
    .filter(([day]) => from <= day && day <= to)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([id, decision]) => ({ id, body: out(decision) }))
