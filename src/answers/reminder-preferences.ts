import { isInForce } from '../collections/hold.ts'
import type { Rules } from '../collections/rules.ts'
import type { Hold, Standing } from '../collections/standing.ts'
import type { Account } from '../ledger/account.ts'
import type { Invoice } from '../ledger/invoice.ts'
import type { Answer } from '../values/answer.ts'
import { type Day, dayIn } from '../values/day.ts'
import type { Facts } from '../values/fact.ts'
import type { CustomerId } from '../values/ids.ts'
import { notNow, ticketAbout } from './act-offers.ts'
import type { Answered } from './asking.ts'
import { dayFact, moneyFact, textFact } from './facts.ts'
import { aPerson, howMuchOwed, howToPay, openInvoices, showInvoice } from './offers.ts'
import { promiseNotes } from './promise-notes.ts'
import { confirmPreference, putOffUntil, resumeReminders } from './promise-offers.ts'
import { remindLater, stopReminders } from './reminder-offers.ts'
import { reply } from './reply.ts'
import { clockSource, computed, configured, ofInvoice, ofPayment, ofStanding } from './sources.ts'

export const kinds = [
  'paid.which',
  'paid.confirm',
  'paid.confirm-all',
  'paid.noted',
  'paid.noted-all',
  'paid.already',
  'paid.said-before',
  'preferences.none',
  'preferences.on',
  'preferences.fewer',
  'preferences.confirm-stop',
  'preferences.confirm-later',
  'preferences.confirm-resume',
  'preferences.stopped',
  'preferences.put-off',
  'preferences.resumed',
  'preferences.all-on',
  'preferences.too-late',
  'preferences.put-off-used',
  'note.can-stop',
  'note.cannot-stop',
  'note.put-off-until',
  'note.partner-holds',
  'note.other-wishes',
  'note.no-payment-yet',
] as const

type Note = NonNullable<Answer['notes']>[number]
type About = {
  readonly account: Account
  readonly standing: Standing
  readonly today: Day
  readonly rules: Rules | undefined
}

const untilFact = (customer: CustomerId, until: Day) => dayFact(until, ofStanding(customer, 'holds.until'))
const named = (invoice: Invoice): Facts => ({ invoice: textFact(invoice.number, ofInvoice(invoice, 'number')) })

/** What Saldo knows: the last payment that is on record, or that there is none. */
function knownNote({ payments }: Account): Note {
  const [last] = payments
  if (!last) return { kind: 'note.no-payment-yet', facts: {} }
  return {
    kind: 'note.last-payment',
    facts: {
      amount: moneyFact(last.amount, ofPayment(last, 'amount')),
      on: dayFact(last.receivedOn, ofPayment(last, 'receivedOn')),
    },
  }
}

/** "I have paid" is noted: until when it holds the reminders, and what is on record. */
export function paidNoted({ account }: About, hold: Hold, invoice: Invoice | undefined, isNew: boolean): Answered {
  const { id } = account.customer
  const kind = !isNew ? 'paid.already' : invoice ? 'paid.noted' : 'paid.noted-all'
  return reply(
    kind,
    {
      until: untilFact(id, hold.until ?? hold.from),
      ...(isNew && invoice && named(invoice)),
      from: dayFact(hold.from, ofStanding(id, 'holds.from')),
    },
    { notes: [knownNote(account)], offers: [howToPay, invoice ? showInvoice(invoice) : openInvoices] },
  )
}

/** Said in a message: noted after a yes. */
export const confirmPaid = (until: Day, invoice: Invoice | undefined): Answered =>
  reply(
    invoice ? 'paid.confirm' : 'paid.confirm-all',
    {
      ...(invoice && named(invoice)),
      until: dayFact(
        until,
        computed('days that reminders wait for a payment', [configured('policy.paidDays'), clockSource]),
      ),
    },
    { offers: [confirmPreference, notNow], choosing: true },
  )

/** It was said before and nothing came: somebody has to look for the payment. */
export const saidBefore = ({ account }: About, hold: Hold, invoice: Invoice): Answered =>
  reply(
    'paid.said-before',
    { ...named(invoice), from: dayFact(hold.from, ofStanding(account.customer.id, 'holds.from')) },
    { notes: [knownNote(account)], offers: [ticketAbout('payment.status'), aPerson, howToPay] },
  )

/** How it stands with reminders, and what of it the customer decides. */
export function preferences({ account, standing, today, rules }: About): Answered {
  const { id, timeZone } = account.customer
  const held = standing.holds.filter((hold) => isInForce(hold, today))
  const isExempt = rules?.exemptions.some(({ invoice, until }) => invoice === undefined && today <= until) ?? false
  const notes: Note[] = [
    ...promiseNotes({ account, today }, standing),
    ...(isExempt ? [{ kind: 'note.partner-holds', facts: {} }] : []),
    ...held.flatMap((hold): Note[] => {
      if (hold.kind === 'later' && hold.until)
        return [{ kind: 'note.put-off-until', facts: { until: untilFact(id, hold.until) } }]
      return hold.kind === 'held' || hold.kind === 'exempt' ? [{ kind: 'note.partner-holds', facts: {} }] : []
    }),
    ...(standing.stopped ? [] : [{ kind: 'note.can-stop', facts: {} }]),
    { kind: 'note.cannot-stop', facts: {} },
    { kind: 'note.other-wishes', facts: {} },
  ]
  const others = [ticketAbout('reminder.preferences')]
  if (standing.stopped) {
    const since = dayFact(dayIn(timeZone, standing.stopped.at), ofStanding(id, 'stopped.at'))
    return reply(
      'preferences.fewer',
      { since },
      { notes: once(notes), offers: [resumeReminders, remindLater, ...others] },
    )
  }
  const isPutOff = held.some(({ kind }) => kind === 'later')
  const offers = [stopReminders, isPutOff ? resumeReminders : remindLater, ...others]
  return reply('preferences.on', {}, { notes: once(notes), offers })
}

const once = (notes: readonly Note[]): readonly Note[] =>
  notes.filter(({ kind }, at) => kind !== 'note.partner-holds' || notes.findIndex((note) => note.kind === kind) === at)

/** Nobody is reminded of anything here. */
export const noReminders = (): Answered =>
  reply('preferences.none', {}, { offers: [ticketAbout('reminder.preferences'), howMuchOwed] })

const latestFact = (latest: Day) =>
  dayFact(latest, computed('days that reminders can be put off', [configured('policy.laterDays'), clockSource]))

const cannotStop: Note = { kind: 'note.cannot-stop', facts: {} }

export const confirmStop = (): Answered =>
  reply('preferences.confirm-stop', {}, { notes: [cannotStop], offers: [confirmPreference, notNow], choosing: true })
export const confirmResume = (): Answered =>
  reply('preferences.confirm-resume', {}, { offers: [confirmPreference, notNow], choosing: true })
export const confirmLater = (until: Day): Answered =>
  reply(
    'preferences.confirm-later',
    { until: latestFact(until) },
    { offers: [confirmPreference, notNow], choosing: true },
  )

export const stopped = (): Answered =>
  reply('preferences.stopped', {}, { notes: [cannotStop], offers: [resumeReminders, howMuchOwed] })
export const resumed = (): Answered => reply('preferences.resumed', {}, { offers: [howMuchOwed, stopReminders] })
/** There was nothing to turn on again. */
export const allOn = (): Answered => reply('preferences.all-on', {}, { offers: [stopReminders, howMuchOwed] })
export const putOff = ({ account }: About, until: Day): Answered =>
  reply(
    'preferences.put-off',
    { until: untilFact(account.customer.id, until) },
    { offers: [howToPay, resumeReminders] },
  )
/** Further than the policy lets reminders be put off. */
export const tooLate = (latest: Day): Answered => {
  const fact = latestFact(latest)
  return reply('preferences.too-late', { latest: fact }, { offers: [putOffUntil(latest, fact), aPerson] })
}
export const putOffUsed = (): Answered => reply('preferences.put-off-used', {}, { offers: [howToPay, aPerson] })
