import { may } from '../access/may.ts'
import type { Rules } from '../collections/rules.ts'
import type { Answer } from '../values/answer.ts'
import type { Currency } from '../values/currency.ts'
import type { Facts } from '../values/fact.ts'
import type { BillingAsking } from './asking.ts'
import { hoursRows } from './contact.ts'
import { countFact, dayFact, percentFact, termFact } from './facts.ts'
import { doesFact, feeOf } from './policy-stages.ts'
import { configured, ofCustomer } from './sources.ts'

export const kinds = [
  'note.policy-no-fee',
  'note.policy-suspension',
  'note.policy-no-suspension',
  'note.policy-hours',
  'note.policy-together',
  'note.policy-cap',
  'note.policy-promise',
  'note.policy-broken',
  'note.policy-dispute',
  'note.policy-paid',
  'note.policy-later',
  'note.policy-contacts',
  'note.policy-exempt',
] as const
export const terms = ['policy.least.part', 'policy.least.all', 'policy.holidays.known', 'policy.holidays.unknown']

type Notes = NonNullable<Answer['notes']>
type Note = Notes[number]

const note = (kind: (typeof kinds)[number], facts: Facts = {}): Note => ({ kind, facts })
const daysFact = (days: number, setting: string) => countFact(days, configured(`policy.${setting}`))

/** What lateness costs, and when access may be affected: said also where neither is so. */
export function lateNotes({ stages, suspension }: Rules, currency: Currency): Notes {
  const hasFee = stages.some((stage) => feeOf(stage, currency))
  return [
    ...(hasFee ? [] : [note('note.policy-no-fee')]),
    suspension
      ? note('note.policy-suspension', { days: daysFact(suspension.noticeDays, 'suspension.noticeDays') })
      : note('note.policy-no-suspension'),
  ]
}

/** When the customer is written to, in its own time, and how often. */
export function hoursNotes({ hours, cap }: Rules, asking: BillingAsking): Notes {
  const { customer } = asking.account
  const from = { hours: configured('policy.hours'), zone: ofCustomer(customer, 'timeZone') }
  const holidays = hours.holidays.length > 0 ? 'known' : 'unknown'
  return [
    ...hoursRows({ hours: [...hours.hours], timeZone: hours.timeZone }, asking, from).map((facts) =>
      note('note.policy-hours', facts),
    ),
    note('note.policy-together', {
      holidays: termFact(`policy.holidays.${holidays}`, configured(`policy.holidays.${customer.country}`)),
    }),
    ...(cap
      ? [
          note('note.policy-cap', {
            contacts: daysFact(cap.contacts, 'cap.contacts'),
            days: daysFact(cap.days, 'cap.days'),
          }),
        ]
      : []),
  ]
}

/** What the customer can do about it, by whoever of it may; and whether its reminders are switched off. */
export function ownNotes(rules: Rules, { principal, today }: Pick<BillingAsking, 'principal' | 'today'>): Notes {
  const exemption = rules.exemptions.find(({ invoice, until }) => invoice === undefined && today <= until)
  const off = exemption
    ? [note('note.policy-exempt', { until: dayFact(exemption.until, configured('policy.exemptions.until')) })]
    : []
  if (principal.kind === 'customer' && !may(principal, 'own-collections')) return [note('note.policy-contacts'), ...off]
  return [...promiseNotes(rules), ...waitNotes(rules), ...off]
}

function promiseNotes({ promises, stages }: Rules): Notes {
  if (!promises) return []
  const broken = stages.find(({ id }) => id === promises.broken)
  const least = configured('policy.promises.atLeast')
  return [
    note('note.policy-promise', {
      days: daysFact(promises.days, 'promises.days'),
      times: daysFact(promises.atMost, 'promises.atMost'),
      least: termFact(`policy.least.${promises.atLeast ? 'part' : 'all'}`, least),
      ...(promises.atLeast && { part: percentFact(promises.atLeast, least) }),
    }),
    ...(broken ? [note('note.policy-broken', { does: doesFact(broken) })] : []),
  ]
}

const waitNotes = ({ disputeDays, paidDays, laterDays }: Rules): Notes => [
  note('note.policy-dispute', { days: daysFact(disputeDays, 'disputeDays') }),
  ...(paidDays > 0 ? [note('note.policy-paid', { days: daysFact(paidDays, 'paidDays') })] : []),
  ...(laterDays > 0 ? [note('note.policy-later', { days: daysFact(laterDays, 'laterDays') })] : []),
]
