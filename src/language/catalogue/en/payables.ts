import type { Catalogue } from '../../catalogue.ts'

/** What the partner's billing admins are told about paying Microsoft. */
export const payables: Catalogue = {
  templates: {
    'payables.at-risk': {
      title: 'Microsoft’s invoice {invoice} is due on {due}',
      text: 'Microsoft’s invoice {invoice} for {period} comes to {total} and has to be paid by {due}. From {risk} on, Microsoft can suspend our own Partner Center account.',
      row: '{customer} has yet to pay {open}{latenessIs, select, all {, all of it overdue} late {, of which {overdue} is overdue} other {}}',
    },
    'note.payables-behind':
      'Of the {billed} billed to the customers behind it, {open} is outstanding{latenessIs, select, all {, all of it overdue} late {; {overdue} is overdue} other {, none of it overdue}}.',
    'note.payables-settled': 'The {billed} billed to the customers behind it has been paid.',
    'note.payables-unbilled':
      '{count, plural, one {# customer has} other {# customers have}} not been billed for it yet.',
    'note.payables-more':
      '{more, plural, one {# more customer has not paid.} other {# more customers have not paid.}} The saldo payables command lists them all.',
    'note.payables-reckoned':
      'The due date counts from the earliest day on which Microsoft issues invoices. If it has been paid, please note it with saldo payables paid.',
  },
  terms: {
    'lateness.all': 'overdue',
    'lateness.late': 'partly overdue',
    'lateness.in-time': 'not due yet',
    'label.risk': 'Account at risk from',
    'label.overdue': 'Overdue',
    'label.lateness': 'Status',
  },
}
