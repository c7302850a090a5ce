import type { Catalogue } from '../../catalogue.ts'
import { select } from '../select.ts'

const days = select('countIs', {
  business: '{days, plural, one {# business day} other {# business days}}',
  other: '{days, plural, one {# day} other {# days}}',
})
const when = select('whenIs', {
  on: select('fromIs', { invoice_date: 'On the invoice date', other: 'On the due date' }),
  before: `${days} before the due date`,
  other: `${days} after the ${select('fromIs', { invoice_date: 'invoice date', other: 'due date' })}`,
})
const fee = select('feeIs', {
  amount: '; a late fee of {charge} applies',
  percent: '; a late fee of {charge} of what is late applies',
  per_year: '; interest of {charge} a year applies to what is late',
  some: '; a late fee or interest applies',
  other: '',
})
const count = '{days, plural, one {# day} other {# days}}'

/** The collections policy in plain words. */
export const policy: Catalogue = {
  templates: {
    'collections.policy': {
      title: 'When a payment is late',
      text: 'This is our payment policy, in force since {since}. While an invoice is unpaid, this happens:',
      row: `${when}: {does}${fee}.`,
    },
    'collections.policy.none': {
      title: 'Late payments',
      text: 'What happens when a payment is late is not on record here, and I do not want to guess. Our team can tell you, and I can open a ticket about it.',
    },
    'note.policy-changes': 'A newer version of this policy applies from {from}.',
    'note.policy-nothing-open': 'No invoice is open at the moment.',
    'note.policy-no-fee': 'This policy adds no late fee and no interest; your contract may.',
    'note.policy-suspension': `Your access: if nothing else helps, the subscriptions that are unpaid, and no others, may be suspended. That is never automatic: a person decides, and you are told ${count} before. Paying stops it.`,
    'note.policy-no-suspension': 'This policy has no step that affects your access.',
    'note.policy-hours':
      'Messages come {spanIs, select, one {on {first}} other {{first} to {last}}}, {times} ({zone}).',
    'note.policy-together':
      'What falls on another day{holidaysIs, select, known {, or on a public holiday,} other {}} comes on the next of these days. All that is due comes in one message.',
    'note.policy-cap': `You get at most {contacts, plural, one {# such message} other {# such messages}} in ${count}.`,
    'note.policy-promise': `Tell me an amount and a date to promise a payment: up to ${count} ahead, {leastIs, select, part {at least {part} of what is due} other {for all that is due}}, {times, plural, one {once} other {up to # times}} for an invoice. Its reminders wait until then.`,
    'note.policy-broken': 'If a promise is not kept, this follows: {does}.',
    'note.policy-dispute': `If something on an invoice is wrong, contest it here: that part is put on hold and the rest stays due. Once it is decided, you have ${count} to pay what is left of it.`,
    'note.policy-paid': `If you have paid already, tell me: the reminders wait ${count} for the payment to arrive.`,
    'note.policy-later': `“Remind me later” puts them off for ${count}, and you can stop reminders before the due date.`,
    'note.policy-contacts':
      'Your company’s billing contacts can promise a payment, contest a charge and put off reminders here.',
    'note.policy-exempt': 'Reminders are switched off for your company until {until}.',
    'note.policy-bill': '{invoice}: {amount}, due on {due}, {state}.',
    'note.policy-more': '{more, plural, one {One more open invoice is} other {# more open invoices are}} not shown.',
    'note.policy-next': 'As things stand, the next step comes on {on}: {does}.',
    'note.policy-access': 'By these steps, your access is not affected before {on}.',
  },
  terms: {
    'policy.when.on': 'on the day',
    'policy.when.before': 'before',
    'policy.when.after': 'after',
    'policy.count.calendar': 'days',
    'policy.count.business': 'business days',
    'policy.from.due-date': 'due date',
    'policy.from.invoice-date': 'invoice date',
    'policy.does.courtesy': 'a friendly reminder',
    'policy.does.remind': 'a reminder',
    'policy.does.warn': 'a warning that further steps may follow',
    'policy.does.person': 'one of our staff looks into it and may contact you',
    'policy.does.propose-suspension': 'we consider suspending the unpaid subscriptions',
    'policy.fee.none': 'no charge',
    'policy.fee.some': 'a charge',
    'policy.fee.amount': 'a late fee',
    'policy.fee.percent': 'a late fee',
    'policy.fee.per-year': 'interest',
    'policy.least.part': 'a part',
    'policy.least.all': 'all',
    'policy.holidays.known': 'public holidays',
    'policy.holidays.unknown': 'no public holidays on record',
    'policy.bill.running': 'open',
    'policy.bill.disputed': 'contested',
    'policy.bill.promised': 'promised',
    'policy.bill.exempt': 'not reminded',
    'policy.bill.held': 'reminders on hold',
    'policy.bill.says-paid': 'reported as paid',
    'policy.bill.later': 'reminders put off',
    'policy.bill.suspension': 'suspension in progress',
  },
}
