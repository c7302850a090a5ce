import type { Catalogue } from '../../catalogue.ts'

/** Copies of bills: the certified document, the billing statement, how they are paid. */
export const copy: Catalogue = {
  templates: {
    'invoice.copy.original': {
      title: '{document} {invoice}',
      text: 'Here is the original document for {invoice} ({period}): {total}.',
    },
    'invoice.copy.statement': {
      title: 'Billing statement {invoice}',
      text: 'Here is the billing statement for {invoice} ({period}): {total}. It is not a tax document; {taxDocumentIs, select, known {the tax document is {legal}, issued by {partner}} other {{partner} issues that}}.',
    },
    'invoice.copy.off': {
      title: 'Document not available here',
      text: 'The document for {invoice} ({period}, {total}) is not available here. Please ask the accounts department for it.',
    },
    'note.copy-xml': 'It is an electronic invoice (XML) for accounting software.',
    // On the statement itself
    statement: {
      title: 'Billing statement',
      text: 'This billing statement is not a tax document. {taxDocumentIs, select, known {The tax document for these amounts is {legal}, issued by {partner}.} other {The tax document is issued by {partner}.}}',
      row: '{what}, {period}',
    },
    'statement.tax': '{name} {rate} on {base}',
    'statement.as-of': 'Paid and outstanding amounts as of {today}.',
    'statement.page': 'Page {page, number} of {pages, number}',
    'statement.payment': 'How to pay',
    'statement.scan-epc':
      'Scan this code with your banking app: it fills in the transfer for you to check and confirm.',
    'statement.scan-pix': 'Scan this code with your banking app, check the payment and confirm it.',
  },
  terms: {
    'tax-document.known': 'issued',
    'tax-document.unknown': 'not on record',
    'statement.paste': 'Pix copy and paste',
    'label.number': 'Number',
    'label.taxNumber': 'Tax number',
    'label.credited': 'Credited',
    'label.creditLeft': 'Credit left',
  },
}
