import { cancellationWindow } from '../ledger/cancellation-window.ts'
import type { InvoiceLine } from '../ledger/invoice.ts'
import type { Answer } from '../values/answer.ts'
import type { BillingAsking } from './asking.ts'
import { countFact, dayFact, textFact } from './facts.ts'
import { configured, ofSubscription } from './sources.ts'

export const kinds = ['note.committed', 'note.committed-until'] as const

const shownAtMost = 3

/** Why seats that nobody uses are still billed: the rule, and until when the seats of these lines are committed. */
export function commitmentNotes(
  { account, today }: BillingAsking,
  lines: readonly InvoiceLine[],
): NonNullable<Answer['notes']> {
  const ids = new Set(lines.map(({ subscription }) => subscription))
  const committed = account.subscriptions.filter(
    ({ id, status, end, quantity, term }) =>
      ids.has(id) && status === 'active' && end !== undefined && quantity !== undefined && term !== 'none',
  )
  if (!committed.length) return []
  const days = countFact(cancellationWindow.days, configured(cancellationWindow.policy))
  return [
    { kind: 'note.committed', facts: { days } },
    ...committed.slice(0, shownAtMost).flatMap((one) =>
      one.end && one.end >= today && one.quantity !== undefined
        ? [
            {
              kind: 'note.committed-until',
              facts: {
                product: textFact(one.product, ofSubscription(one, 'product')),
                quantity: countFact(one.quantity, ofSubscription(one, 'quantity')),
                end: dayFact(one.end, ofSubscription(one, 'end')),
              },
            },
          ]
        : [],
    ),
  ]
}
