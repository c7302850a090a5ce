import type { Account } from '../ledger/account.ts'
import type { Currency } from '../values/currency.ts'
import type { InvoiceId } from '../values/ids.ts'
import type { Decision, Reason } from './decision.ts'
import type { Rules } from './rules.ts'
import type { Standing } from './standing.ts'
import { unusedCredit } from './verdict.ts'
import { writesToCustomer } from './word-first.ts'

type Naming = {
  readonly account: Account
  readonly standing: Standing
  readonly rules: Rules
  readonly decision: Decision
}

/** A bill with the stage that a message says it with. */
type Named = { readonly bill: Decision['bills'][number]; readonly stage: string; readonly fresh: boolean }

/** The stage of a bill that is named with others and has reached none itself. */
const noStage = 'none'

/** With these a bill that is due can be named; with any other it is left alone. */
const nameable: readonly Reason[] = ['stage', 'done', 'end', 'not-yet', 'stopped']

/**
 * What a message to a customer is about: `fresh` are those whose stage is new, which it is written for; one message says all that is due, so what
 * was said before, or is with staff, is in it too, with the stage that it reached before. Not what is not due yet, nor what is covered by credit.
 */
export function namedBills(naming: Naming): readonly Named[] {
  const { standing, rules, decision } = naming
  return decision.bills.flatMap((bill): Named[] => {
    const stage = rules.stages.find(({ id }) => id === bill.stage)
    if (bill.reason === 'stage' && stage && writesToCustomer(stage)) return [{ bill, stage: stage.id, fresh: true }]
    if (!nameable.includes(bill.reason) || bill.amount.minor <= 0n || bill.dueOn > decision.day) return []
    if (isCovered(naming, bill.amount.currency)) return []
    return [{ bill, stage: reachedBefore(standing, rules, bill.invoice), fresh: false }]
  })
}

/** The latest stage that a bill has reached. */
function reachedBefore({ reached }: Standing, { stages }: Rules, id: InvoiceId): string {
  const own = reached.filter(({ invoice }) => invoice === id).map(({ stage }) => stage)
  return stages.findLast((stage) => own.includes(stage.id))?.id ?? own.at(-1) ?? noStage
}

/** Whether the customer's unused credit would pay all that is due in a currency: nobody is asked for what has been paid. */
function isCovered({ account, decision }: Naming, currency: Currency): boolean {
  const due = decision.bills.filter(
    ({ amount, dueOn, reason }) =>
      amount.currency === currency && nameable.includes(reason) && (dueOn <= decision.day || reason === 'stage'),
  )
  return due.reduce((sum, { amount }) => sum + amount.minor, 0n) <= unusedCredit(account, currency)
}
