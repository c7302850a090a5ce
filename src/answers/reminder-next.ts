import type { Stage } from '../collections/policy.ts'
import type { Rules } from '../collections/rules.ts'
import { nextContactDay, stageDay } from '../collections/stage-days.ts'
import type { Answer } from '../values/answer.ts'
import type { Day } from '../values/day.ts'
import type { Source } from '../values/fact.ts'
import type { InvoiceId } from '../values/ids.ts'
import { countFact, dayFact } from './facts.ts'
import { isToPay, type RemindedBill } from './reminder-bills.ts'
import { computed, configured, ofInvoice } from './sources.ts'

type Notes = NonNullable<Answer['notes']>

export const kinds = [
  'note.reminder-next',
  'note.reminder-next-warn',
  'note.reminder-next-person',
  'note.reminder-next-suspension',
  'note.reminder-next-none',
  'note.suspension-notice',
] as const

export const stageOf = (rules: Rules | undefined, id: string | undefined): Stage | undefined =>
  rules?.stages.find((stage) => stage.id === id)

const writes = ({ action }: Stage): boolean => action === 'remind' || action === 'warn'

const stagesAfter = (rules: Rules, stage: Stage): readonly Stage[] =>
  rules.stages.slice(rules.stages.findIndex(({ id }) => id === stage.id) + 1)

/** Whether a suspension is what comes next, with no other word to the customer before it. */
export function isLastBeforeSuspension(rules: Rules | undefined, stage: Stage | undefined): boolean {
  if (!rules?.suspension || !stage) return false
  const next = stagesAfter(rules, stage).find((one) => writes(one) || one.action === 'propose-suspension')
  return next?.action === 'propose-suspension'
}

/** `proposals`: the first day on which a suspension can be proposed for each bill; nothing where one is proposed already. */
export type When = { readonly today: Day; readonly proposals: ReadonlyMap<InvoiceId, Day> | undefined }

type Coming = { readonly stage: Stage; readonly on: Day; readonly bill: RemindedBill }

/** What the policy does next about what is still to be paid: the earliest step of any of its bills. */
function comingStep(rules: Rules, bills: readonly RemindedBill[], when: When): Coming | undefined {
  const steps = bills.filter(isToPay).flatMap((bill) => comingOf(rules, bill, when) ?? [])
  return steps.sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0))[0]
}

/** The first later stage that is still to come: of those whose day has passed only the latest is ever done. */
function comingOf(rules: Rules, bill: RemindedBill, { today, proposals }: When): Coming | undefined {
  const reached = stageOf(rules, bill.stage)
  return (reached ? stagesAfter(rules, reached) : rules.stages)
    .flatMap((stage) => {
      const day = stageDay(stage, { ...bill.invoice, dueOn: bill.dueOn }, rules.hours)
      if (writes(stage)) return [{ stage, bill, on: nextContactDay(rules.hours, day) }]
      if (stage.action !== 'propose-suspension') return [{ stage, bill, on: day }]
      const first = proposals?.get(bill.invoice.id)
      return first ? [{ stage, bill, on: first }] : []
    })
    .find(({ on }) => on > today)
}

const nextKinds = {
  remind: 'note.reminder-next',
  warn: 'note.reminder-next-warn',
  person: 'note.reminder-next-person',
  'propose-suspension': 'note.reminder-next-suspension',
} as const

/** What happens if nothing is paid until then, as the policy says. Nothing where no policy says it. */
export function nextNotes(rules: Rules | undefined, bills: readonly RemindedBill[], when: When): Notes {
  if (!rules) return []
  const next = comingStep(rules, bills, when)
  if (!next) return [{ kind: 'note.reminder-next-none', facts: {} }]
  const source: Source = computed('the day of the next stage of the policy', [
    configured(`policy.stages.${next.stage.id}`),
    ofInvoice(next.bill.invoice, next.stage.trigger === 'due-date' ? 'dueOn' : 'issuedOn'),
  ])
  return [
    { kind: nextKinds[next.stage.action], facts: { on: dayFact(next.on, source) } },
    ...(next.stage.action === 'propose-suspension' ? suspensionNotes(rules) : []),
  ]
}

/** That a person decides about it, and how long before the customer is told. */
const suspensionNotes = ({ suspension }: Rules): Notes =>
  suspension
    ? [
        {
          kind: 'note.suspension-notice',
          facts: { days: countFact(suspension.noticeDays, configured('policy.suspension.noticeDays')) },
        },
      ]
    : []
