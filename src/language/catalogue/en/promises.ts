import type { Catalogue } from '../../catalogue.ts'

/** Promises of payment, and what a customer wants of its reminders. */
export const promises: Catalogue = {
  templates: {
    // A promise in the making
    'promise.which-bills': {
      title: 'Which invoice?',
      text: '{count, plural, one {There is # invoice} other {There are # invoices}} to pay. Which one will you pay?',
      row: '{option}: {invoice}, {period}: {open} to pay, due {due}',
    },
    'promise.which-day': {
      title: 'By which day?',
      text: 'By which day will you pay {amount} for {count, plural, one {this invoice} other {these invoices}}? I can note any day up to {latest}.',
      row: '{invoice}, {period}: {open} to pay, due {due}',
    },
    'promise.confirm': {
      title: 'Note this payment?',
      text: 'You will pay {amount} by {by}; until then I will not remind you of {count, plural, one {this invoice} other {these invoices}}. Shall I note it?',
      row: '{invoice}, {period}: {open} to pay, due {due}',
    },
    'note.promise-part': '{rest} of it stays open and is not part of this.',
    'note.promise-replaces': 'It takes the place of what you told me before: {amount} by {by}.',
    'note.promise-last':
      'It is the last day that I can note for {count, plural, one {this invoice} other {these invoices}}; if it has to change, please talk to a person.',
    'note.still-promising':
      'Your payment date is not noted yet: answer my question to go on with it, or say “cancel” to leave it.',
    'note.still-changing': 'Your reminders are not changed yet: say “yes” to change them, or “cancel” to leave them.',
    // A promise made, and its end
    'promise.made': {
      title: 'Payment noted',
      text: 'Noted: you will pay {amount} by {by}. Until then I will not remind you of {count, plural, one {this invoice} other {these invoices}}:',
      row: '{invoice}',
    },
    'promise.already': {
      title: 'Payment noted',
      text: 'It is noted: you will pay {amount} by {by}. Until then I do not remind you of {count, plural, one {this invoice} other {these invoices}}:',
      row: '{invoice}',
    },
    'note.promise-kept': 'Once the payment is on record, that is settled, and you need not tell me.',
    'note.promise-broken':
      '{afterIs, select, remind {If it is not on record by then, I will remind you again.} warn {If it is not on record by then, you will get a warning.} person {If it is not on record by then, a colleague will contact you.} propose_suspension {If it is not on record by then, a colleague decides how it goes on.} other {{after}}}',
    'promise.withdrawn': {
      title: 'Payment date withdrawn',
      text: 'Your payment of {amount} by {by} is not noted any more; reminders of {count, plural, one {that invoice} other {those invoices}} go on.',
    },
    'promise.none': {
      title: 'No payment date noted',
      text: 'No payment date of yours is noted. Tell me when you will pay, and I will note it.',
    },
    'promise.dropped': {
      title: 'Nothing noted',
      text: 'All right, nothing is noted, and reminders stay as they are. Tell me when you know the day.',
    },
    // What cannot be noted
    'promise.past-day': {
      title: 'By which day?',
      text: 'That day has passed. By which day will you pay? I can note any day up to {latest}.',
    },
    'promise.too-far': {
      title: 'Too far ahead',
      text: 'I can note a day up to {latest}, no later. Name an earlier day, or let a person decide.',
    },
    'promise.too-much': {
      title: 'More than is due',
      text: 'That is more than there is to pay: {most}. How much will you pay?',
    },
    'promise.too-little': {
      title: 'A larger part',
      text: 'I can note {least} or more for this. Name another amount, or let a person decide.',
    },
    'promise.only-all': {
      title: 'All of it',
      text: 'I can only note all of it here: {most}. Will you pay all of it by then, or shall a person decide?',
    },
    'promise.too-many': {
      title: 'A person decides',
      text: 'I can note {count, plural, one {one payment date} other {# payment dates}} for an invoice, and that is used up. A person can agree on something else with you.',
    },
    'promise.one-currency': {
      title: 'One currency at a time',
      text: 'I can only note a payment in the currency of its invoices. Please tell me about one invoice at a time.',
    },
    'promise.instalments': {
      title: 'Payment in parts',
      text: 'I can note one day and one amount for an invoice; paying in parts is for a person to agree with you. Shall I open a ticket or call somebody? Or tell me a day by which you will pay all of it.',
    },
    'promise.not-then': {
      title: 'Another day?',
      text: 'Thank you for telling me; I note no payment for that. By which day can you pay? I can note any day up to {latest}. A person can agree on something else with you, and if an invoice is wrong, tell me what is wrong with it.',
    },
    'promise.not-taken': {
      title: 'More time to pay',
      text: 'I cannot note a payment date here: a person has to agree to it. Shall I open a ticket or call somebody?',
    },
    'promise.nothing-due': {
      title: 'Nothing to pay',
      text: 'There is nothing to pay at the moment, so there is nothing to note.',
    },
    'promise.bill-settled': {
      title: 'Nothing to pay',
      text: 'On invoice {invoice} there is nothing to pay, so there is nothing to note.',
    },
    'promise.not-yours': {
      title: 'For billing contacts',
      text: 'Payment dates and reminders are for your company’s billing contacts. Please ask one of them, or ask us to register you.',
    },
    'promise.staff': {
      title: 'Reminders of customers',
      text: 'Customers tell me their payment dates in their own chat. You hold, exempt and release customers with the commands “saldo hold” and “saldo release”, and see their promises with “saldo promises”.',
    },
    // Beside other answers
    'note.promise-open':
      'A payment of {amount} by {by} is noted{count, plural, one {} other { for # invoices}}; there is no reminder until then.',
    'note.said-paid': 'Invoice {invoice} was said to be paid on {on}; there is no reminder of it until {until}.',
    'note.said-paid-all': 'All was said to be paid on {on}; there is no reminder until {until}.',
    'note.dispute-due': 'What remains to be paid of the contested amount of invoice {invoice} is due on {due}.',
    // "I have paid"
    'paid.which': {
      title: 'Which invoice?',
      text: '{count, plural, one {There is # invoice} other {There are # invoices}} to pay. Which one have you paid?',
      row: '{option}: {invoice}, {period}: {open} to pay, due {due}',
    },
    'paid.confirm': {
      title: 'Paid?',
      text: 'You have paid invoice {invoice}, and it is not on record yet. Shall I note it, and send no reminder of this invoice until {until}?',
    },
    'paid.confirm-all': {
      title: 'Paid?',
      text: 'You have paid everything, and it is not on record yet. Shall I note it, and send no reminders until {until}?',
    },
    'paid.noted': {
      title: 'Thank you',
      text: 'Thank you, I have noted that invoice {invoice} is paid. The payment is not on record yet; a transfer usually takes a few working days. I will not remind you of this invoice until {until}.',
    },
    'paid.noted-all': {
      title: 'Thank you',
      text: 'Thank you, I have noted that everything is paid. It is not on record yet; a transfer usually takes a few working days. I will not remind you until {until}.',
    },
    'paid.already': {
      title: 'Noted already',
      text: 'You told me on {from} that it is paid, and I will not remind you until {until}. The payment is not on record yet.',
    },
    'paid.said-before': {
      title: 'Payment not found',
      text: 'You told me on {from} that invoice {invoice} is paid, but no payment for it has come in. Please check the transfer, or let somebody look for it: open a ticket and add the proof of payment.',
    },
    'note.no-payment-yet': 'No payment of yours is on record yet.',
    // Reminders as the customer wants them
    'preferences.none': {
      title: 'Reminders',
      text: 'I do not send your company any reminders. For anything else about them, open a ticket.',
    },
    'preferences.on': {
      title: 'Your reminders',
      text: 'Your company gets all reminders: before the due date, of overdue payments, and notices about invoices and renewals.',
    },
    'preferences.fewer': {
      title: 'Your reminders',
      text: 'Since {since} your company gets reminders of overdue payments only: none before the due date, and no notices.',
    },
    'note.can-stop': 'You can stop reminders before the due date and notices, or put all reminders off for a few days.',
    'note.cannot-stop': 'Reminders of overdue payments cannot be stopped; they end when the invoice is paid.',
    'note.put-off-until': 'All reminders are put off until {until}.',
    'note.partner-holds': 'We have put reminders on hold for now.',
    'note.other-wishes': 'For who gets them, how often, or by which way, open a ticket: a person sets that.',
    'preferences.confirm-stop': {
      title: 'Fewer reminders?',
      text: 'Shall I stop reminders before the due date and notices about invoices and renewals? It holds for your whole company, and you can turn them on again at any time.',
    },
    'preferences.confirm-later': {
      title: 'Remind you later?',
      text: 'Shall I put all reminders off until {until}? What is due stays due.',
    },
    'preferences.confirm-resume': {
      title: 'All reminders again?',
      text: 'Shall I turn all reminders and notices on again?',
    },
    'preferences.stopped': {
      title: 'Fewer reminders',
      text: 'Done: no more reminders before the due date, and no notices. You can turn them on again at any time.',
    },
    'preferences.put-off': {
      title: 'Reminders put off',
      text: 'Done: no reminders until {until}. What is due stays due.',
    },
    'preferences.resumed': {
      title: 'Reminders are on',
      text: 'Done: your company gets all reminders and notices again.',
    },
    'preferences.all-on': { title: 'Reminders are on', text: 'All reminders and notices are on already.' },
    'preferences.too-late': {
      title: 'Not that long',
      text: 'I can put reminders off until {latest}, no longer. If you need more time to pay, tell me the day on which you will pay.',
    },
    'preferences.put-off-used': {
      title: 'Not again yet',
      text: 'Reminders were put off already and none has come since. If you need more time to pay, tell me the day on which you will pay.',
    },
    // Buttons
    'next.confirm-promise': 'Yes, note it',
    'next.withdraw-promise': 'We cannot pay {invoice} by that day after all',
    'next.all-bills': 'All of them',
    'next.pay-by': 'We will pay by {by}',
    'next.pay-amount': 'We will pay {amount}',
    'next.confirm-preference': 'Yes, please',
    'next.resume-reminders': 'Turn all reminders on again',
    'next.put-off-until': 'Remind us after {until}',
  },
  terms: {
    'after.remind': 'a reminder',
    'after.warn': 'a warning',
    'after.person': 'a colleague contacts you',
    'after.propose-suspension': 'a colleague decides how it goes on',
  },
}
