import type { Contact } from '../collections/contact.ts'
import type { Stage } from '../collections/policy.ts'
import { proposalDays } from '../collections/proposal-days.ts'
import type { Rules } from '../collections/rules.ts'
import type { Offering } from '../support/offering.ts'
import { addDays, dayIn, type Instant } from '../values/day.ts'
import type { Facts } from '../values/fact.ts'
import type { Language } from '../values/language.ts'
import type { Answered, Offer } from './asking.ts'
import { countFact, termFact } from './facts.ts'
import { invoiceFacts } from './invoice-facts.ts'
import { aPerson, howToPay, openInvoices } from './offers.ts'
import {
  type About,
  billFacts,
  daysFact,
  dueOnFact,
  isDone,
  isToPay,
  type RemindedBill,
  remindedBills,
  terms as statusTerms,
} from './reminder-bills.ts'
import { isLastBeforeSuspension, kinds as nextKinds, nextNotes, stageOf, type When } from './reminder-next.ts'
import {
  comingNotes,
  creditNotes,
  feeNotes,
  fromNotes,
  moreNotes,
  kinds as noteKinds,
  terms as noteTerms,
  partNotes,
  payNotes,
  totalNotes,
  totalsOf,
  wordNotes,
} from './reminder-notes.ts'
import { iPaid, isWrong, iWillPay, kinds as offerKinds, remindLater, stopReminders } from './reminder-offers.ts'
import { reply } from './reply.ts'
import { clockSource, computed, configured } from './sources.ts'

const whys = ['courtesy', 'due', 'overdue', 'last'] as const
export const kinds = [
  'reminder',
  'reminder.waiting',
  'reminder.settled',
  ...noteKinds,
  ...nextKinds,
  ...offerKinds,
] as const
export const terms = [
  ...whys.map((why) => `reminder.why.${why}`),
  'totals.one',
  'totals.several',
  ...statusTerms,
  ...noteTerms,
]

/** Bills that are shown one by one; the rest is summed up. */
const shownAtMost = 12

export type Reminding = Omit<About, 'today'> & {
  readonly contact: Contact
  readonly offering: Offering | undefined
  /** Whether a suspension of the customer goes on, or is proposed already: none is to be considered any more. */
  readonly suspension?: boolean
  /** For the policy's own sentences, which the partner wrote once per language. */
  readonly language: Language
  readonly now: Instant
}

/**
 * What a customer is reminded of, as it stands at this moment: what is to be paid, why it is written to, how to pay, what comes next, and how to
 * stop it. Whatever was paid, promised or contested since it was decided is shown as such. The offers are what the person can do.
 */
export function reminderAnswer(reminding: Reminding): Answered {
  const { contact, offering, now, account } = reminding
  const about: About = { ...reminding, today: dayIn(account.customer.timeZone, now) }
  const bills = remindedBills(about, contact)
  const toPay = bills.filter(isToPay)
  if (toPay[0]) return stillToPay(reminding, about, bills, [toPay[0], ...toPay.slice(1)])
  const isSettled = bills.every(isDone)
  const more = {
    ...shown(about, bills),
    offers: isSettled ? [openInvoices] : [openInvoices, aPerson],
  }
  const notes = [...more.notes, ...feeNotes(contact, bills), ...fromNotes(offering)]
  return reply(isSettled ? 'reminder.settled' : 'reminder.waiting', countOf(bills), { ...more, notes })
}

const countOf = (bills: readonly RemindedBill[]): Facts => ({
  count: countFact(bills.length, computed('the bills that were written about', [])),
})

const shown = (about: About, bills: readonly RemindedBill[]) => ({
  rows: bills.slice(0, shownAtMost).map((bill) => billFacts(about, bill)),
  notes: moreNotes(about, bills.slice(shownAtMost)),
})

type Some<T> = readonly [T, ...T[]]

function stillToPay(
  reminding: Reminding,
  about: About,
  bills: readonly RemindedBill[],
  toPay: Some<RemindedBill>,
): Answered {
  const { contact, rules, offering, language } = reminding
  // What is not due yet is said apart: nobody reads of it as overdue.
  const due = toPay.filter(({ state }) => state !== 'before')
  const coming = due.length > 0 ? toPay.filter(({ state }) => state === 'before') : []
  const lead: Some<RemindedBill> = due[0] ? [due[0], ...due.slice(1)] : toPay
  const stage = latestStage(rules, contact, lead)
  const { rows, notes } = shown(about, bills)
  const paid = (bill: RemindedBill) => invoiceFacts(about.account, bill.invoice, about.today).paid!
  const isCourtesy = toPay[0].state === 'before'
  return reply('reminder', leadFacts({ ...about, suspension: reminding.suspension }, lead, stage), {
    rows,
    notes: [
      ...notes,
      ...totalNotes(about, lead),
      ...comingNotes(about, coming),
      ...partNotes(about, bills.slice(0, shownAtMost), paid),
      ...creditNotes(about, toPay),
      ...feeNotes(contact, bills),
      ...wordNotes(stage, language),
      ...payNotes(offering, about.account.customer.country),
      ...nextNotes(rules, bills, whenOfNext(reminding, about)),
      { kind: isCourtesy ? 'note.reminder-stop' : 'note.reminder-end', facts: {} },
      ...fromNotes(offering),
    ],
    offers: offersFor(toPay, isCourtesy),
  })
}

type Leading = About & Pick<Reminding, 'suspension'>

/** With what this message has said, which the standing may have from elsewhere. */
function whenOfNext({ contact, rules, suspension }: Reminding, { account, standing, today }: About): When {
  if (!rules || suspension) return { today, proposals: undefined }
  const known = contact.bills.filter(({ stage }) => stageOf(rules, stage))
  const said = known.map(({ invoice, stage }) => ({ invoice, stage, on: contact.on, contact: contact.id }))
  const reached = [...standing.reached, ...said]
  return { today, proposals: proposalDays(account, { ...standing, reached }, rules, today) }
}

/** The latest stage of what is still to be paid; whatever got further may have been paid meanwhile. */
function latestStage(rules: Rules | undefined, contact: Contact, toPay: readonly RemindedBill[]): Stage | undefined {
  const reached = new Set(toPay.map((bill) => bill.stage))
  return rules?.stages.findLast(({ id }) => reached.has(id)) ?? stageOf(rules, contact.stage)
}

function leadFacts(about: Leading, toPay: Some<RemindedBill>, stage: Stage | undefined): Facts {
  const [first] = toPay
  const totals = totalsOf(about, toPay)
  const due = dueOnFact(about, first)
  const when = computed('the earliest due date against today', [due.source, clockSource])
  const isLast = !about.suspension && isLastBeforeSuspension(about.rules, stage)
  const why = { before: 'courtesy', today: 'due', overdue: 'overdue' } as const
  return {
    why: termFact(
      `reminder.why.${isLast ? 'last' : why[first.state as keyof typeof why]}`,
      isLast ? configured(`policy.stages.${stage?.id}`) : when,
    ),
    when: termFact(`when.${whenOf(first, about)}`, when),
    due,
    days: daysFact(about, first),
    count: countFact(
      toPay.length,
      computed(
        'bills with something to pay',
        totals.map(({ total }) => total.source),
      ),
    ),
    totals: termFact(totals.length > 1 ? 'totals.several' : 'totals.one', computed('currencies of the bills', [])),
    ...(totals.length === 1 && { total: totals[0]!.total }),
  }
}

const whenOf = ({ dueOn }: RemindedBill, { today }: About): string =>
  dueOn < today ? 'past' : dueOn === today ? 'today' : dueOn === addDays(today, 1) ? 'tomorrow' : 'later'

function offersFor(toPay: Some<RemindedBill>, isCourtesy: boolean): readonly Offer[] {
  const only = toPay.length === 1 ? toPay[0].invoice : undefined
  return [
    iPaid(only),
    iWillPay(only),
    remindLater,
    isWrong(only),
    aPerson,
    howToPay,
    ...(isCourtesy ? [stopReminders] : []),
  ]
}
