import type { Catalogue } from '../../catalogue.ts'

/** What the partner says of its support: hours, contact, price, promises. */
export const support: Catalogue = {
  templates: {
    'support.terms': {
      title: 'Support from {partner}',
      text: '{partner} answers during these hours:',
      row: '{spanIs, select, one {{first}} other {{first} to {last}}}: {times} ({zone})',
    },
    'support.terms.none': { title: 'Support', text: 'No support hours are on record here yet.' },
    'note.contact': 'Contact {partner}: {mail}',
    'note.contact-phone': 'Contact {partner}: {mail}, {phone}',
    'note.portal': 'Portal: {portal}',
    'note.hours': '{spanIs, select, one {{first}} other {{first} to {last}}}: {times} ({zone})',
    'note.open': 'Support is open now.',
    'note.open-now': 'Support is open now, until {until}.',
    'note.closed-now': 'Support is closed at the moment; it opens again on {opens}.',
    'note.closed': 'Support is closed at the moment, with no opening planned for the next few days.',
    'note.holiday': 'Support is closed on {day}, a holiday.',
    'note.plan': 'Your support plan: {plan}.',
    'note.covers': 'Covered: {covers}',
    'note.model':
      '{modelIs, select, resold {Support comes from {provider}; we resell it.} outsourced {{provider} provides support on our behalf.} other {Support is provided by the team of {provider}.}}',
    'note.price':
      '{chargedIs, select, technical {Technical support costs {price} per {per}; questions about billing and licences cost nothing extra.} commercial {Help with billing and licences costs {price} per {per}; technical support costs nothing extra.} other {Support costs {price} per {per}.}}',
    'note.no-price': 'Support comes at no extra cost.',
    'note.target':
      '{priority}: first answer within {respondInIs, select, hours {{respond, plural, one {# working hour} other {# working hours}}} other {{respond, plural, one {# working minute} other {# working minutes}}}}, solution within {resolveInIs, select, hours {{resolve, plural, one {# working hour} other {# working hours}}} other {{resolve, plural, one {# working minute} other {# working minutes}}}}.',
  },
  terms: {
    'weekday.monday': 'Monday',
    'weekday.tuesday': 'Tuesday',
    'weekday.wednesday': 'Wednesday',
    'weekday.thursday': 'Thursday',
    'weekday.friday': 'Friday',
    'weekday.saturday': 'Saturday',
    'weekday.sunday': 'Sunday',
    'span.one': 'one day',
    'span.many': 'several days',
    'support.own': 'our own',
    'support.resold': 'resold',
    'support.outsourced': 'outsourced',
    'per.hour': 'hour',
    'per.case': 'case',
    'per.month': 'month',
    'charged.all': 'all requests',
    'charged.technical': 'technical support',
    'charged.commercial': 'billing and licences',
    'target.urgent': 'Urgent (nobody can work)',
    'target.high': 'High (several people cannot work)',
    'target.normal': 'Normal (one person is affected)',
    'target.low': 'Low (a question)',
    'business.hours': 'working hours',
    'business.minutes': 'working minutes',
  },
}
