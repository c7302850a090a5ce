import type { Catalogue } from '../../catalogue.ts'

/** How charges come about: parts of a cycle, tax, exchange rates, credits, billing periods, the next bill, and the lines behind figures. */
export const charges: Catalogue = {
  templates: {
    'charge.proration': {
      title: 'Part of a period on {invoice}',
      text: 'Invoice {invoice} has {count, plural, one {# item} other {# items}} for part of a period, {net} before tax in total. How it is worked out: price of the full period ÷ days of the period × days billed × quantity.',
      row: '{formIs, select, seats {{product}, from {from}: {before} → {quantity} licences for {billed, number} of {of, number} {partIs, select, months {months} other {days}}. New quantity: {price} ÷ {of, number} × {billed, number} × {quantity} = {exact}{digitsIs, select, cut {…} other {}}, billed {charged} (line {line, number}). Previous quantity credited: {price} ÷ {of, number} × {billed, number} × {oldQuantity} = {oldExact}{oldDigitsIs, select, cut {…} other {}}, billed {refunded} (line {refundLine, number}). Together {net}.} pair {{product} ({period}): {partIs, select, whole {{price} × {quantity}} other {{price} ÷ {of, number} × {billed, number} × {quantity}}} = {exact}{digitsIs, select, cut {…} other {}}, billed {charged} (line {line, number}). Credit for {oldProduct}: {partIs, select, whole {{oldPrice} × {oldQuantity}} other {{oldPrice} ÷ {oldOf, number} × {oldBilled, number} × {oldQuantity}}} = {oldExact}{oldDigitsIs, select, cut {…} other {}}, billed {refunded} (line {refundLine, number}). Together {net}.} single {{product} ({what}, {period}), line {line, number}: {price} ÷ {of, number} × {billed, number} × {quantity} = {exact}{digitsIs, select, cut {…} other {}}, billed {net}; {billed, number} of {of, number} {partIs, select, months {months} other {days}}.} other {{product} ({what}, {period}), line {line, number}: {quantity} × {unitPrice} = {net}. The unit price is for these days.}}',
    },
    'charge.proration.whole': {
      title: 'Not part of a period',
      text: '{count, plural, one {This charge on invoice {invoice} is} other {These charges on invoice {invoice} are}} not for part of a period. The calculation:',
      row: '{line, number}. {product} ({what}, {period}): {price} × {quantity} = {exact}{digitsIs, select, cut {…} other {}}, billed {net}',
    },
    'charge.proration.none': {
      title: 'No part of a period',
      text: 'Nothing on invoice {invoice} is for part of a period: {count, plural, one {its only line is for a full period, usage or a single purchase} other {its # lines are for full periods, usage or single purchases}}.',
    },
    'note.why-seats':
      'When a quantity changes part-way through a period, the previous quantity is credited and the new one is charged, both from the day of the change to the end of the period.',
    'note.more-changes':
      '{more, plural, one {One smaller change comes} other {# smaller changes come}} to {net} in total.',
    'note.committed':
      'Licences are committed for their term. They can be reduced against credit within {days, plural, one {# day} other {# days}} of being bought, added or renewed; after that the full number is billed until the term ends, even if some are no longer used.',
    'note.committed-until': '{product}: {quantity, plural, one {# licence} other {# licences}} until {end}.',
    'note.rounding': 'Rounding, {count, plural, one {line} other {lines}} {lines}: {rounding}.',
    'note.unit-rounded':
      'Line {line, number}: {price} ÷ {of, number} × {billed, number} is first rounded down to {unit} for one unit; × {quantity} = {net}.',
    'note.not-reproduced':
      'Line {line, number}: the calculation comes to {worked}, and {net} was billed, a difference of {difference}. The amount on the invoice applies; a person can check it.',
    'note.calculation':
      'The calculation: {partIs, select, whole {{price} × {quantity}} other {{price} for a full period ÷ {of, number} × {billed, number} {partIs, select, months {months} other {days}} × {quantity}}} = {exact}{digitsIs, select, cut {…} other {}}',
    'charge.tax': {
      title: 'Tax on {invoice}',
      text: '{document} {invoice}: {tax} tax on {net}, {total} in total. As billed:',
      row: '{name} {rate} on {base}: {fitIs, select, exact {{amount}} nearest {{exact}, rounded to the nearest cent: {amount}} other {{amount}, as billed; the rate on this base would give {exact}}}',
    },
    'charge.tax.zero': {
      title: 'Tax on {invoice}',
      text: '{document} {invoice} has no tax: {total} is the amount before and after tax.',
      row: '{name} {rate} on {base}: {amount}',
    },
    'note.tax-by-line':
      'Tax is worked out once, on the sum of the lines at each rate. Worked out line by line it can come to a cent more or less; what is on the invoice applies.',
    'note.tax-document': 'The tax document itself is issued by the accounts department.',
    'charge.currency': {
      title: 'Exchange rates on {invoice}',
      text: 'Invoice {invoice} is in {currency}. {count, plural, one {# line has} other {# lines have}} a price in another currency, billed as follows:',
      row: '{pricing} to {currency}: {rate}{datedIs, select, known {, rate of {day}} other {}}; {product}, {count, plural, one {line} other {lines}} {lines}, {net} before tax',
    },
    'charge.currency.none': {
      title: 'No exchange rate on {invoice}',
      text: 'Invoice {invoice} has no exchange rate: its prices are set in {currency}.',
    },
    'note.rate-as-billed':
      'The rate was fixed with the invoice and does not change afterwards; I do no conversions of my own.',
    'charge.credit': {
      title: 'Credits and refunds',
      text: 'There {count, plural, one {is # credit} other {are # credits}} on record{whichIs, select, amount { for {amount}} product { for {product}} period { for {period}} other {}}. {leftIs, select, left {{unused} of your credit has not been applied to any invoice yet.} other {No credit is waiting to be applied.}}',
      row: '{formIs, select, note {Credit note {invoice} of {on}: {amount}. {appliedIs, select, used {All of it was applied to invoice {bill}.} partly {{used} was applied to invoice {bill}; {left} is left.} other {Not applied to any invoice yet; {left} is left.}}} payment {Payment of {amount} received on {on}: {left} is left, not applied to any invoice.} other {Invoice {invoice} ({billed}), {count, plural, one {line} other {lines}} {lines}: {product} ({what}), {amount} before tax, already deducted on that invoice.}}',
    },
    'charge.credit.none': {
      title: 'No credit found',
      text: 'No credit, refund or credit note is on record{whichIs, select, amount { for {amount}} product { for {product}} period { for {period}} other {}}.',
    },
    'note.more-credits': '{more, plural, one {One more is} other {# more are}} not shown.',
    'billing.period': {
      title: 'Billing period of {invoice}',
      text: '{document} {invoice}, dated {issued}, covers {period}{coversIs, select, calendar {, a calendar month} other {}}.',
      row: '{product}: {billing}{cycleIs, select, billed {, on this invoice {covered}} other {}}',
    },
    'note.cycles':
      'Each subscription runs in months or years of its own, counted from the day it started; an invoice has those that began in its calendar month.',
    'note.next-ready': 'The next invoice covers {period} and should come around {expected} (estimate).',
    'billing.next': {
      title: 'Next invoice (estimate)',
      text: 'The next invoice covers {period} and should come around {expected}. Estimate: {total} including tax ({net} before tax).',
      row: '{suretyIs, select, usage_last {{product}: {net} before tax, as much usage as on the last invoice} usage_average {{product}: {net} before tax, average usage of the last three invoices} if_renewed {{quantity} × {product}: {net} before tax, if renewed} other {{quantity} × {product}: {net} before tax}}',
    },
    'note.certain':
      '{certain} before tax is certain as long as nothing is changed; {estimated} depends on renewals or usage.',
    'note.seats-changed': '{product}: {before} → {after} licences, billed for a full period for the first time.',
    'note.promotion-ends': '{product}: the promotion ends with the term, so the price may change at renewal.',
    provenance: {
      title: 'Lines behind the figures',
      text: '{count, plural, one {# line is} other {# lines are}} behind these figures; amounts are before tax.',
      row: '{invoice}, line {line, number}: {product} ({what}, {period}), {quantity} × {unitPrice} = {net}{importedIs, select, file {; imported {at} from {file}} time {; imported {at}} other {}}',
    },
    'provenance.none': { title: 'Lines behind the figures', text: 'No line of an invoice is behind that answer.' },
    'note.behind': '{figure} ← {lines}',
    'note.lines-left': '{more, plural, one {One more line is} other {# more lines are}} not shown.',
    'next.partial': 'Which charges on {invoice} are for part of a month?',
    'next.all-of-it': 'Show everything',
    'next.lines': 'Show the lines behind it',
  },
  terms: {
    'form.seats': 'change of quantity',
    'form.pair': 'change',
    'form.single': 'part of a period',
    'form.stated': 'as billed',
    'part.days': 'days',
    'part.months': 'months',
    'part.whole': 'full period',
    'digits.all': 'all digits',
    'digits.cut': 'first digits',
    'rounding.exact': 'no rounding was needed',
    'rounding.A': 'the price of one unit is rounded down to the cent first, then multiplied by the quantity',
    'rounding.unit': 'the price of one unit for these days is rounded first, then multiplied by the quantity',
    'rounding.B': 'rounded down to the cent, once, at the end',
    'rounding.H': 'rounded to the nearest cent, once, at the end',
    'rounding.usage': 'usage × price, rounded down to the cent',
    'rounding.none': 'no rule gives exactly this amount',
    'taxfit.exact': 'exact',
    'taxfit.nearest': 'rounded',
    'taxfit.billed': 'as billed',
    'dated.known': 'with a date',
    'dated.unknown': 'without a date',
    'credit.note': 'credit note',
    'credit.line': 'on the invoice',
    'credit.payment': 'payment',
    'applied.used': 'applied',
    'applied.partly': 'partly applied',
    'applied.unused': 'not applied',
    'wanted.all': 'all',
    'wanted.amount': 'of an amount',
    'wanted.product': 'for a product',
    'wanted.period': 'for a period',
    'unused.left': 'some left',
    'unused.none': 'none left',
    'covers.calendar': 'calendar month',
    'covers.anniversary': 'from the anniversary day',
    'cycle.billed': 'on this invoice',
    'cycle.other': 'not on this invoice',
    'expected.usage-last': 'usage as last billed',
    'expected.usage-average': 'average usage',
    'imported.file': 'imported from a file',
    'imported.time': 'imported',
    'imported.none': 'import not on record',
  },
}
