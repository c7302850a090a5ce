import type { Foresight } from '../collections/foresight.ts'
import { provisioningFact } from '../collections/provisioning-facts.ts'
import { leftOutReasons, type Suspension } from '../collections/suspension.ts'
import type { UnpaidBill } from '../collections/suspension-scope.ts'
import type { Customer } from '../ledger/customer.ts'
import type { Answer } from '../values/answer.ts'
import type { Facts } from '../values/fact.ts'
import { countFact, dayFact, instantFact, moneyFact, termFact, textFact } from './facts.ts'
import { computed, configured } from './sources.ts'
import { foreseenFacts, ofProposal, proposedRows, suspensionFacts } from './suspension-facts.ts'
import { notedStands, productOf, standFact, taskFacts } from './suspension-stand.ts'

/** What the helpdesk sees of a suspension. No customer sees any of it. */
export const kinds = [
  'suspension.card',
  'note.suspension-bill',
  'note.suspension-due',
  'note.suspension-left',
  'note.suspension-mean',
  'note.suspension-rule',
  'note.suspension-untouched',
  'note.suspension-extended',
  'note.suspension-renew-first',
  'note.suspension-auto-renew',
  'note.suspension-needs',
  'note.suspension-approved',
  'note.suspension-held',
  'note.suspension-reason',
  'note.suspension-untold',
  'note.suspension-provider',
  'note.suspension-noted',
  'note.suspension-task',
  'note.suspension-done',
  'note.suspension-difference',
] as const

const rules = [
  'access-lost',
  'new-commerce-billed',
  'legacy-not-billed',
  'auto-renew-off',
  'scheduled-lost',
  'new-commerce-data',
  'legacy-data',
  'azure-inactive-first',
  'azure-data',
]
const changed = ['status', 'quantity', 'autoRenew', 'scheduled', 'end'] as const
export const terms = [
  ...leftOutReasons.map((reason) => `suspension-left.${reason}`),
  ...['promise', 'instalments', 'auto-renew-off', 'call'].map((mean) => `suspension-mean.${mean}`),
  ...rules.map((rule) => `suspension-rule.${rule}`),
  ...['offered', 'done', 'declined'].map((state) => `renew-first.${state}`),
  ...changed.map((field) => `suspension-field.${field}`),
  'certainty.certain',
  'certainty.uncertain',
]

/** All that the card of a suspension is made from, as it stands when it is shown. */
export type SuspensionView = {
  readonly suspension: Suspension
  readonly customer: Customer
  readonly seen: Foresight
  /** An indirect reseller has its provider do it. */
  readonly provider?: string
  /** What is due of its bills now. */
  readonly due: readonly UnpaidBill[]
}

type Notes = NonNullable<Answer['notes']>
const note = (kind: (typeof kinds)[number], facts: Facts = {}): Notes[number] => ({ kind, facts })

/** The card's words: subscriptions as rows, all else as notes. `partsOf` are the notes in groups, for the layout. */
export function suspensionCardAnswer(view: SuspensionView): Answer {
  const { suspension, customer, seen } = view
  const source = ofProposal(suspension, 'subscriptions')
  return {
    kind: 'suspension.card',
    facts: {
      ...suspensionFacts(suspension, customer),
      count: countFact(suspension.subscriptions.filter(({ spared }) => !spared).length, source),
      people: countFact(seen.people, computed('seats of these subscriptions', [source])),
      on: dayFact(seen.on, computed('day of the suspension, or of an approval today', [ofProposal(suspension, 'day')])),
    },
    rows: seen.subscriptions
      .filter(({ scoped }) => !scoped.spared)
      .map((one) => ({ ...foreseenFacts(suspension, one) })),
    notes: partsOf(view).flat(),
  }
}

export const partsOf = (view: SuspensionView): readonly Notes[] =>
  [standing(view), bills(view), consequences(view), others(view), tasks(view)].filter((part) => part.length > 0)

function standing({ suspension, customer, provider }: SuspensionView): Notes {
  const { state, rules: policy, approvals, autoRenew, reason, hold, notice } = suspension
  const renew = ofProposal(suspension, 'autoRenew')
  return [
    ...(state === 'proposed'
      ? [note('note.suspension-needs', { count: countFact(policy.approvals, configured('suspension.approvals')) })]
      : []),
    ...(state === 'proposed' && policy.autoRenewFirst && autoRenew.state === 'offered'
      ? [note('note.suspension-renew-first')]
      : []),
    ...(autoRenew.state === 'offered'
      ? []
      : [note('note.suspension-auto-renew', { how: termFact(`renew-first.${autoRenew.state}`, renew) })]),
    ...approvals.map(({ by, at }) =>
      note('note.suspension-approved', {
        name: textFact(by.name ?? by.objectId, ofProposal(suspension, 'approvals')),
        at: instantFact(at, customer.timeZone, ofProposal(suspension, 'approvals')),
      }),
    ),
    ...(hold
      ? [note('note.suspension-held', { why: termFact(`suspension-hold.${hold}`, ofProposal(suspension, 'hold')) })]
      : []),
    ...(reason && reason !== 'paid'
      ? [note('note.suspension-reason', { text: textFact(reason, ofProposal(suspension, 'reason')) })]
      : []),
    ...(state === 'approved' && !notice ? [note('note.suspension-untold')] : []),
    ...(provider ? [note('note.suspension-provider', { provider: textFact(provider, configured('provider')) })] : []),
  ]
}

const bills = ({ suspension, seen }: SuspensionView): Notes => [
  ...proposedRows(suspension).map((facts) => note('note.suspension-bill', facts)),
  ...seen.due
    .filter(({ minor }) => minor > 0n)
    .map((amount) =>
      note('note.suspension-due', {
        amount: moneyFact(amount, computed('open less disputed', [ofProposal(suspension, 'bills')])),
      }),
    ),
]

/** Every rule with its source and when somebody last looked: whoever approves can tell how sure it is. */
function consequences({ seen }: SuspensionView): Notes {
  return seen.rules.flatMap((rule) => {
    const fact = provisioningFact(rule, seen.on)
    if (!fact) return []
    const source = configured(`provisioning-facts.${rule}`)
    return [
      note('note.suspension-rule', {
        rule: termFact(`suspension-rule.${rule}`, source),
        from: textFact(fact.source, source),
        checked: dayFact(fact.checked, source),
        certainty: termFact(fact.uncertain ? 'certainty.uncertain' : 'certainty.certain', source),
      }),
    ]
  })
}

function others({ suspension, seen }: SuspensionView): Notes {
  if (suspension.state !== 'proposed') return []
  const left = suspension.leftOut.map(({ product, why, paidUntil }) =>
    note('note.suspension-left', {
      product: textFact(product, ofProposal(suspension, 'leftOut')),
      left: termFact(`suspension-left.${why}`, ofProposal(suspension, 'leftOut')),
      kept: termFact(paidUntil ? 'data.known' : 'data.unknown', ofProposal(suspension, 'leftOut')),
      ...(paidUntil && { until: dayFact(paidUntil, ofProposal(suspension, 'leftOut')) }),
    }),
  )
  const means = seen.means.map((mean) =>
    note('note.suspension-mean', {
      mean: termFact(`suspension-mean.${mean}`, computed('what else there is', [])),
    }),
  )
  const extended = seen.means.includes('auto-renew-off') && provisioningFact('extended-service-term', seen.on)
  const source = configured('provisioning-facts.extended-service-term')
  return [
    ...left,
    note('note.suspension-untouched'),
    ...means,
    ...(extended
      ? [
          note('note.suspension-extended', {
            from: textFact(extended.source, source),
            checked: dayFact(extended.checked, source),
          }),
        ]
      : []),
  ]
}

function tasks({ suspension, customer }: SuspensionView): Notes {
  const source = ofProposal(suspension, 'differences')
  return [
    ...notedStands(suspension).map((facts) => note('note.suspension-noted', facts)),
    ...suspension.tasks.map((task) => {
      const facts = taskFacts(suspension, task)
      if (!task.done) return note('note.suspension-task', facts)
      const { by, at } = task.done
      return note('note.suspension-done', {
        ...facts,
        name: textFact(by === 'saldo' ? 'Saldo' : (by.name ?? by.objectId), ofProposal(suspension, 'tasks')),
        at: instantFact(at, customer.timeZone, ofProposal(suspension, 'tasks')),
      })
    }),
    ...suspension.differences.map(({ subscription, field, before, after }) =>
      note('note.suspension-difference', {
        product: textFact(productOf(suspension, subscription), source),
        field: termFact(`suspension-field.${field}`, source),
        before: standFact(field, before, source),
        after: standFact(field, after, source),
      }),
    ),
  ]
}
