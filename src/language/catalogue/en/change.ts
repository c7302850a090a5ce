import type { Catalogue } from '../../catalogue.ts'
import { select } from '../select.ts'

const cause = select('causeIs', {
  quantity: '{product}: quantity {before} → {after}',
  usage: '{product}, {meter}: usage {before} → {after}',
  meters: '{product}: usage of {meters, plural, one {# meter} other {# meters}}',
  unit_price: '{product}: price {priceBefore} → {priceAfter} each',
  prices: '{product}: other prices',
  partial_period:
    '{product}: quantity {seatsBefore} → {seatsAfter} from {day}, for {days, number} of {of, number} days',
  partial_period_gone:
    '{product}: the charge from {day} for {days, number} of {of, number} days was on the earlier invoice only',
  partial_periods: '{product}: changes part-way through a period',
  product_started: '{product}: new',
  more_cycles: '{product}: billed more often',
  product_ended: '{product}: ended',
  fewer_cycles: '{product}: billed less often',
  plan: '{product}: change of plan, term or billing',
  plan_into: '{product}: changed to {into}',
  promotion: '{product}: promotion changed, price {priceBefore} → {priceAfter} each',
  one_off: '{product}: charged once, not every month',
  one_off_gone: '{product}: charged once on the earlier invoice, not again',
  credit: '{product}: credit',
  credit_gone: '{product}: the credit on the earlier invoice is not repeated',
  correction: '{product}: correction of earlier days',
  correction_gone: '{product}: the correction on the earlier invoice is not repeated',
  exchange_rate: 'Exchange rate, as billed',
  tax: 'Tax',
  rounding: 'Rounding to the cent',
  other: 'Not explained by the lines',
})
const row = `${cause}: {sign}{amount}`

const to = select('toWhatIs', {
  bill: 'Invoice {toName} comes to',
  month: 'The {toName} invoice comes to',
  other: 'The invoices for {toName} come to',
})
const from = select('fromWhatIs', {
  bill: 'than invoice {fromName}',
  month: 'than the {fromName} invoice',
  other: 'than those for {fromName}',
})
const within = select('toWhatIs', { bill: 'on invoice {toName}', month: 'in {toName}', other: 'in {toName}' })
const thanWithin = select('fromWhatIs', {
  bill: 'than on invoice {fromName}',
  month: 'than in {fromName}',
  other: 'than in {fromName}',
})
const title = select('toWhatIs', { bill: 'What changed: invoice {toName}', other: 'What changed: {toName}' })
const compared = (side: string) =>
  select('directionIs', {
    more: `{difference} more ${side} ({from})`,
    less: `{difference} less ${side} ({from})`,
    other: `no more and no less ${side}`,
  })
const thanPeriod = select('directionIs', {
  more: `{difference} more than for {fromName} ({from})`,
  less: `{difference} less than for {fromName} ({from})`,
  other: `the same as for {fromName}`,
})
const reasons = select('reasonsIs', {
  none: 'Nothing has changed.',
  one: 'The reason:',
  other: 'The reasons, biggest first, with any tax on its own line:',
})

/** Why one bill differs from another. */
export const change: Catalogue = {
  templates: {
    'invoice.change': { title, text: `${to} {to}, ${compared(from)}. ${reasons}`, row, detail: cause },
    'invoice.change.product': {
      title: '{product}, {toName}',
      text: `{product} ${within} comes to {to} before tax, ${compared(thanWithin)}.`,
      row,
      detail: cause,
    },
    'usage.change': {
      title: 'Azure, {toName}',
      text: `Azure usage ${within} comes to {to} before tax, ${compared(thanWithin)}. By resource group and meter, biggest change first:`,
      row: '{group} ({place}), {meter}: {before} → {after} ({unit}): {sign}{amount}',
      detail: '{group} ({place}), {meter}: {before} → {after} ({unit})',
    },
    'cost.change': {
      title: 'What changed in the cost: {toName}',
      text: `Microsoft billed {to} for {toName}, ${thanPeriod}.`,
      row,
      detail: cause,
    },
    'margin.change': {
      title: 'The margin of {toName}',
      text: `Before tax, {to} is left for {toName}, ${thanPeriod}.`,
      row,
      detail: cause,
    },
    'invoice.change.alone': {
      title: 'Nothing to compare with',
      text: 'There is no earlier invoice than {toName} that it could be compared with.',
    },
    'invoice.change.none-of-period': {
      title: 'Nothing to compare with',
      text: 'There is no invoice for {period} that {toName} could be compared with.',
    },
    'invoice.change.other-currency': {
      title: 'Different currencies',
      text: '{toName} and {fromName} are billed in different currencies. Amounts are never converted, so there is no difference to explain.',
    },
    'cost.change.none': {
      title: 'No charges',
      text: 'Microsoft has billed nothing for this customer in {period}, or that file was not imported.',
    },
    'margin.change.other-currency': {
      title: 'No margin',
      text: 'The customer is billed in another currency than Microsoft bills, or not for both periods: no margin can be stated, because nothing is converted.',
    },
    'note.fewer-bills':
      'Please mind: {toName} has {toCount, plural, one {# billed month} other {# billed months}}, {fromName} has {fromCount, number}.',
    'note.more-causes':
      '{more, plural, one {One smaller reason adds} other {# smaller reasons add}} up to {sign}{amount}.',
    'note.more-rises':
      '{more, plural, one {One smaller change adds} other {# smaller changes add}} up to {sign}{amount}.',
    'note.beside-usage':
      'Credits and other Azure lines are not part of these figures; before tax they come to {before} ({fromName}) and {after} ({toName}).',
    'note.no-resource-groups':
      'Which resource group it was is not on record: the daily usage behind these invoices is not here.',
    'note.unexplained':
      '{amount} of the difference is not explained by the lines. A person should look into it: ask me for one.',
    'next.all-causes': 'Show all reasons',
    'next.last-year': 'Compare with a year ago',
    'next.resource-groups': 'Which Azure resource group was it?',
  },
  terms: {
    'cause.quantity': 'quantity',
    'cause.usage': 'usage',
    'cause.meters': 'usage',
    'cause.unit-price': 'price',
    'cause.prices': 'prices',
    'cause.partial-period': 'part of a period',
    'cause.partial-period-gone': 'earlier charge for some days',
    'cause.partial-periods': 'changes part-way',
    'cause.product-started': 'new',
    'cause.more-cycles': 'more often',
    'cause.product-ended': 'ended',
    'cause.fewer-cycles': 'less often',
    'cause.plan': 'change of plan',
    'cause.plan-into': 'change of plan',
    'cause.promotion': 'promotion',
    'cause.one-off': 'charged once',
    'cause.one-off-gone': 'charged once before',
    'cause.credit': 'credit',
    'cause.credit-gone': 'earlier credit',
    'cause.correction': 'correction of earlier days',
    'cause.correction-gone': 'earlier correction',
    'cause.exchange-rate': 'exchange rate',
    'cause.tax': 'tax',
    'cause.rounding': 'rounding',
    'cause.unexplained': 'not explained',
    'cause.others': 'everything else',
    'direction.more': 'more',
    'direction.less': 'less',
    'direction.same': 'the same',
    'reasons.none': 'none',
    'reasons.one': 'one',
    'reasons.several': 'several',
    'compared.bill': 'invoice',
    'compared.month': 'month',
    'compared.period': 'period',
    'usage.no-group': 'no resource group',
    'sign.plus': '+',
    'sign.minus': '',
  },
}
