import type { Fee, Stage } from '../collections/policy.ts'
import type { Rules } from '../collections/rules.ts'
import type { Currency } from '../values/currency.ts'
import type { Fact, Facts } from '../values/fact.ts'
import { countFact, moneyFact, percentFact, termFact } from './facts.ts'
import { configured } from './sources.ts'

export const terms = [
  ...['on', 'before', 'after'].map((when) => `policy.when.${when}`),
  ...['calendar', 'business'].map((count) => `policy.count.${count}`),
  ...['due-date', 'invoice-date'].map((from) => `policy.from.${from}`),
  ...['courtesy', 'remind', 'warn', 'person', 'propose-suspension'].map((does) => `policy.does.${does}`),
  ...['none', 'some', 'amount', 'percent', 'per-year'].map((fee) => `policy.fee.${fee}`),
]

/** For whom: amounts in another currency than the customer's are none of its business, and some see no amounts at all. */
type For = { readonly currency: Currency; readonly seesFigures: boolean }

/** Each stage of the policy: its day, what happens then, and what it costs where the partner configured that. */
export const stageRows = ({ stages }: Rules, reader: For): readonly Facts[] =>
  stages.map((stage) => {
    const source = configured(`policy.stages.${stage.id}`)
    return {
      when: termFact(`policy.when.${stage.days === 0 ? 'on' : stage.when}`, source),
      days: countFact(stage.days, source),
      count: termFact(`policy.count.${stage.count}`, source),
      from: termFact(`policy.from.${stage.trigger}`, source),
      does: doesFact(stage),
      ...feeFacts(stage, reader),
    }
  })

/** What a customer sees of a stage. */
export const doesFact = (stage: Stage): Fact =>
  termFact(
    `policy.does.${stage.action === 'remind' && stage.when === 'before' ? 'courtesy' : stage.action}`,
    configured(`policy.stages.${stage.id}.action`),
  )

/** What the partner configured for lateness at a stage, where it concerns bills in this currency. */
export const feeOf = ({ fee }: Stage, currency: Currency): Fee | undefined =>
  fee && 'amount' in fee && fee.amount.currency !== currency ? undefined : fee

function feeFacts(stage: Stage, { currency, seesFigures }: For): Facts {
  const fee = feeOf(stage, currency)
  const source = configured(`policy.stages.${stage.id}.fee`)
  const of = (kind: string, charge?: Fact): Facts => ({
    fee: termFact(`policy.fee.${kind}`, source),
    ...(charge && { charge }),
  })
  if (!fee) return of('none')
  if (!seesFigures) return of('some')
  if ('amount' in fee) return of('amount', moneyFact(fee.amount, source))
  return 'percent' in fee
    ? of('percent', percentFact(fee.percent, source))
    : of('per-year', percentFact(fee.percentPerYear, source))
}
