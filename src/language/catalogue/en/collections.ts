import type { Catalogue } from '../../catalogue.ts'
import { select } from '../select.ts'

const days = '{days, plural, one {# day} other {# days}}'
const row = `{invoice}, {period}: ${select('statusIs', {
  before: '{amount}, due on {due}',
  today: '{amount}, due today',
  overdue: '{amount}, due on {due}, {late, plural, one {# day} other {# days}} overdue',
  promised: '{amount}, promised for {by}',
  says_paid: '{amount}, {status}',
  held: '{amount}, {status}',
  other: '{status}',
})}`

const detail = select('statusIs', {
  overdue: '{late, plural, one {# day} other {# days}} overdue',
  promised: 'promised for {by}',
  other: '{status}',
})
const renewal = `The {term} of {product} (${select('measureIs', {
  seats: '{quantity, plural, one {# licence} other {# licences}}',
  other: '{measure}',
})}) ends ${select('whenIs', {
  today: 'today, {end}',
  tomorrow: 'tomorrow, {end}',
  other: 'on {end}',
})}; {renews}.`

/** Reminders and notices, as they are sent. */
export const collections: Catalogue = {
  templates: {
    reminder: {
      title: select('whyIs', {
        courtesy: 'Coming up for payment',
        due: 'Due today',
        last: 'Last payment reminder',
        other: 'Payment overdue',
      }),
      text: `${select('totalsIs', {
        one: select('whenIs', {
          past: `{count, plural, one {{total} was due on {due}, ${days} ago, and has not been paid according to our records.} other {{total} is to be paid on # invoices; the oldest was due on {due}, ${days} ago.}}`,
          today:
            '{count, plural, one {{total} is due today, {due}.} other {{total} is to be paid on # invoices, the first of them today, {due}.}}',
          tomorrow:
            '{count, plural, one {{total} is due tomorrow, {due}.} other {{total} is to be paid on # invoices, the first of them by tomorrow, {due}.}}',
          other: `{count, plural, one {{total} is due on {due}, in ${days}.} other {{total} is to be paid on # invoices, the first of them by {due}, in ${days}.}}`,
        }),
        other: select('whenIs', {
          past: `There are {count, number} invoices to be paid, in more than one currency; the oldest was due on {due}, ${days} ago.`,
          today:
            'There are {count, number} invoices to be paid, in more than one currency, the first of them today, {due}.',
          tomorrow:
            'There are {count, number} invoices to be paid, in more than one currency, the first of them by tomorrow, {due}.',
          other: `There are {count, number} invoices to be paid, in more than one currency, the first of them by {due}, in ${days}.`,
        }),
      })}${select('whyIs', { courtesy: ' This is just a courtesy before the due date.', last: ' This is the last reminder before we consider suspending access.', other: '' })}`,
      row,
      detail,
    },
    'reminder.waiting': {
      title: 'This reminder is waiting',
      text: '{count, plural, one {For now there is nothing to pay on this invoice. This is how it stands:} other {For now there is nothing to pay on these # invoices. This is how they stand:}}',
      row,
      detail,
    },
    'reminder.settled': {
      title: 'Settled, thank you',
      text: '{count, plural, one {Thank you. This invoice is settled, and nothing is due on it any more.} other {Thank you. These # invoices are settled, and nothing is due on them any more.}}',
      row,
      detail,
    },
    'note.reminder-total': 'To pay: {total} on {count, plural, one {# invoice} other {# invoices}}.',
    'note.reminder-coming':
      'Besides, not due yet: {total} on {count, plural, one {# invoice, due on {due}} other {# invoices, the first of them due on {due}}}.',
    'note.reminder-more': 'And {count, plural, one {# more invoice} other {# more invoices}}, {total} in total.',
    'note.reminder-more-done':
      'And {count, plural, one {# more invoice on which there is} other {# more invoices on which there is}} nothing to pay now.',
    'note.reminder-held':
      'Of {invoice}, {held} is on hold because you contested it. It is not included here, and you need not pay it for now.',
    'note.reminder-part': 'On {invoice}, {paid} has been received; the amount here is what is left.',
    'note.reminder-fee': `For late payment of {invoice}, our payment policy provides for ${select('howIs', {
      percent: '{percent} of what is late, {amount}',
      per_year: 'interest at {percent} a year, {amount} so far',
      other: '{amount}',
    })}. It is not included in the amounts above.`,
    'note.reminder-words': '{words}',
    'note.reminder-pay': 'Please quote the invoice number when you pay. You can pay this way:',
    'note.reminder-pay-line': '{method}, {label}: {detail}',
    'note.reminder-next': 'If it stays unpaid, the next reminder follows on {on}.',
    'note.reminder-next-warn': 'If it stays unpaid, a final reminder follows on {on}.',
    'note.reminder-next-person': 'If it stays unpaid, one of our staff looks into it from {on}.',
    'note.reminder-next-suspension':
      'If it stays unpaid, from {on} we consider suspending the subscriptions that are unpaid. That is never automatic: a person decides.',
    'note.reminder-next-none': 'No further reminder is scheduled.',
    'note.suspension-notice':
      'Should it come to that, we let you know {days, plural, one {# day} other {# days}} before.',
    'note.reminder-stop':
      'If you do not want reminders before the due date, or notices like this, choose “Stop the reminders”. You can have them back at any time.',
    'note.reminder-end':
      'The reminders end when it is paid. If something is not right, or you need more time, please say so here, and they wait.',
    'note.reminder-from': '{partner} sends you this under its payment policy.',
    // Notices
    'notice.invoice-ready': {
      title: 'Invoice for {period}',
      text: `Your invoice for {period} is ready: {invoice}, {total}, due on {due}.${select('againstIs', { more: ' That is {difference} more than for {before}.', less: ' That is {difference} less than for {before}.', same: ' That is as much as for {before}.', other: '' })}`,
    },
    'notice.renewal': {
      title: 'Renewal of {product}',
      text: `${renewal} If you want fewer licences, another term, or no renewal, please tell us before then.`,
    },
    'notice.cancellation-window': {
      title: 'Changes to {product}',
      text: 'The {term} of {product} began on {from}. Until {closes}, licences can still be reduced or cancelled; after that, they are billed until {end}.',
    },
    'notice.promotion-ending': {
      title: 'Promotional price of {product}',
      text: 'The promotional price of {product} ends with its term, on {end}. Please ask us what it costs after that.',
    },
    'notice.price-change': {
      title: 'New price of {product}',
      text: 'From your invoice for {period}, one licence of {product} ({billing}) costs {price} before tax; so far it was {before}.',
    },
    notices: {
      title: 'Your invoices and subscriptions',
      text: 'There {count, plural, one {is # thing} other {are # things}} to know about your invoices and subscriptions:',
    },
    'note.notices-more': 'And {count, plural, one {# more} other {# more}}.',
    // Next steps
    'next.i-paid': 'We have already paid',
    'next.i-paid-it': 'We have already paid {invoice}',
    'next.promise': 'We will pay on another day',
    'next.promise-it': 'We will pay {invoice} on another day',
    'next.wrong': 'We contest a charge',
    'next.wrong-it': 'Something is wrong with {invoice}',
    'next.later': 'Remind me later',
    'next.stop-reminders': 'Stop the reminders',
    'next.why-changed': 'Why is {invoice} different from the one before?',
    'next.copy-of': 'Send me a copy of {invoice}',
  },
  terms: {
    'label.pay': 'How to pay',
    'label.next': 'What comes next',
    'reminder.why.courtesy': 'a courtesy before the due date',
    'reminder.why.due': 'due today',
    'reminder.why.overdue': 'overdue',
    'reminder.why.last': 'last reminder before access is affected',
    'reminder.status.before': 'coming up',
    'reminder.status.today': 'due today',
    'reminder.status.overdue': 'overdue',
    'reminder.status.promised': 'promised',
    'reminder.status.says-paid': 'payment being checked',
    'reminder.status.held': 'on hold',
    'reminder.status.disputed': 'contested, on hold',
    'reminder.status.paid': 'paid',
    'reminder.status.settled': 'settled',
    'totals.one': 'in one currency',
    'totals.several': 'in several currencies',
    'difference.more': 'more',
    'difference.less': 'less',
    'difference.same': 'as much',
    'difference.none': 'no comparison',
    'fee.amount': 'a fixed amount',
    'fee.percent': 'a percentage',
    'fee.per-year': 'interest',
  },
}
