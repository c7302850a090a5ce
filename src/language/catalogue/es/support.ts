import type { Catalogue } from '../../catalogue.ts'

/** What the partner says of its support: hours, contact, price, promises. */
export const support: Catalogue = {
  templates: {
    'support.terms': {
      title: 'Soporte de {partner}',
      text: 'Horario de atención de {partner}:',
      row: '{spanIs, select, one {{first}} other {{first} a {last}}}: {times} ({zone})',
    },
    'support.terms.none': { title: 'Soporte', text: 'Aquí todavía no consta ningún horario de soporte.' },
    'note.contact': 'Contacto de {partner}: {mail}',
    'note.contact-phone': 'Contacto de {partner}: {mail}, {phone}',
    'note.portal': 'Portal: {portal}',
    'note.hours': '{spanIs, select, one {{first}} other {{first} a {last}}}: {times} ({zone})',
    'note.open': 'El servicio de atención está abierto en este momento.',
    'note.open-now': 'El servicio de atención está abierto, hasta el {until}.',
    'note.closed-now': 'El servicio de atención está cerrado en este momento; vuelve a abrir el {opens}.',
    'note.closed': 'El servicio de atención está cerrado en este momento, sin apertura prevista en los próximos días.',
    'note.holiday': 'El servicio de atención está cerrado el {day}, por ser festivo.',
    'note.plan': 'Su plan de soporte: {plan}.',
    'note.covers': 'Incluye: {covers}',
    'note.model':
      '{modelIs, select, resold {El soporte lo presta {provider}; nosotros lo revendemos.} outsourced {El soporte lo presta {provider}, en nuestro nombre.} other {El soporte lo presta el equipo de {provider}.}}',
    'note.price':
      '{chargedIs, select, technical {El soporte técnico cuesta {price} por {per}; las consultas de facturación y de licencias no tienen coste adicional.} commercial {La ayuda con facturación y licencias cuesta {price} por {per}; el soporte técnico no tiene coste adicional.} other {El soporte cuesta {price} por {per}.}}',
    'note.no-price': 'El soporte no tiene coste adicional.',
    'note.target':
      '{priority}: primera respuesta en un plazo de {respondInIs, select, hours {{respond, plural, one {# hora laborable} other {# horas laborables}}} other {{respond, plural, one {# minuto laborable} other {# minutos laborables}}}}, solución en un plazo de {resolveInIs, select, hours {{resolve, plural, one {# hora laborable} other {# horas laborables}}} other {{resolve, plural, one {# minuto laborable} other {# minutos laborables}}}}.',
  },
  terms: {
    'weekday.monday': 'lunes',
    'weekday.tuesday': 'martes',
    'weekday.wednesday': 'miércoles',
    'weekday.thursday': 'jueves',
    'weekday.friday': 'viernes',
    'weekday.saturday': 'sábado',
    'weekday.sunday': 'domingo',
    'span.one': 'un día',
    'span.many': 'varios días',
    'support.own': 'propio',
    'support.resold': 'revendido',
    'support.outsourced': 'subcontratado',
    'per.hour': 'hora',
    'per.case': 'incidencia',
    'per.month': 'mes',
    'charged.all': 'todas las incidencias',
    'charged.technical': 'soporte técnico',
    'charged.commercial': 'facturación y licencias',
    'target.urgent': 'Urgente (nadie puede trabajar)',
    'target.high': 'Alta (varias personas no pueden trabajar)',
    'target.normal': 'Normal (afecta a una persona)',
    'target.low': 'Baja (una consulta)',
    'business.hours': 'horas laborables',
    'business.minutes': 'minutos laborables',
  },
}
