import type { Catalogue } from '../../catalogue.ts'
import { select } from '../select.ts'

const days = '{days, plural, one {# día} other {# días}}'
const row = `{invoice}, {period}: ${select('statusIs', {
  before: '{amount}, vencimiento el {due}',
  today: '{amount}, vence hoy',
  overdue: '{amount}, vencimiento el {due}, {late, plural, one {# día} other {# días}} de retraso',
  promised: '{amount}, pago prometido hasta el {by}',
  says_paid: '{amount}, {status}',
  held: '{amount}, {status}',
  other: '{status}',
})}`
const detail = select('statusIs', {
  overdue: '{late, plural, one {# día} other {# días}} de retraso',
  promised: 'pago prometido hasta el {by}',
  other: '{status}',
})
const renewal = `El {term} de {product} (${select('measureIs', {
  seats: '{quantity, plural, one {# licencia} other {# licencias}}',
  other: '{measure}',
})}) termina ${select('whenIs', {
  today: 'hoy, {end}',
  tomorrow: 'mañana, {end}',
  other: 'el {end}',
})}; {renews}.`

/** Recordatorios y avisos, tal como se envían. */
export const collections: Catalogue = {
  templates: {
    reminder: {
      title: select('whyIs', {
        courtesy: 'Pago próximo a vencer',
        due: 'Vence hoy',
        last: 'Último recordatorio de pago',
        other: 'Pago vencido',
      }),
      text: `${select('totalsIs', {
        one: select('whenIs', {
          past: `{count, plural, one {Quedan por pagar {total}, con vencimiento el {due}, hace ${days}; no nos consta el pago.} other {Quedan por pagar {total}, en # facturas; la más antigua venció el {due}, hace ${days}.}}`,
          today:
            '{count, plural, one {El pago de {total} vence hoy, {due}.} other {Quedan por pagar {total}, en # facturas; la primera vence hoy, {due}.}}',
          tomorrow:
            '{count, plural, one {El pago de {total} vence mañana, {due}.} other {Quedan por pagar {total}, en # facturas; la primera vence mañana, {due}.}}',
          other: `{count, plural, one {El pago de {total} vence el {due}, dentro de ${days}.} other {Quedan por pagar {total}, en # facturas; la primera vence el {due}, dentro de ${days}.}}`,
        }),
        other: select('whenIs', {
          past: `Hay {count, number} facturas por pagar, en más de una moneda; la más antigua venció el {due}, hace ${days}.`,
          today: 'Hay {count, number} facturas por pagar, en más de una moneda; la primera vence hoy, {due}.',
          tomorrow: 'Hay {count, number} facturas por pagar, en más de una moneda; la primera vence mañana, {due}.',
          other: `Hay {count, number} facturas por pagar, en más de una moneda; la primera vence el {due}, dentro de ${days}.`,
        }),
      })}${select('whyIs', {
        courtesy: ' Es solo un aviso de cortesía antes del vencimiento.',
        last: ' Este es el último recordatorio antes de que consideremos suspender el acceso.',
        other: '',
      })}`,
      row,
      detail,
    },
    'reminder.waiting': {
      title: 'Este recordatorio está en espera',
      text: '{count, plural, one {Por ahora no hay nada que pagar de esta factura, que está así:} other {Por ahora no hay nada que pagar de estas # facturas, que están así:}}',
      row,
      detail,
    },
    'reminder.settled': {
      title: 'Todo saldado, gracias',
      text: '{count, plural, one {Gracias. Esta factura está saldada y ya no queda nada por pagar.} other {Gracias. Estas # facturas están saldadas y ya no queda nada por pagar.}}',
      row,
      detail,
    },
    'note.reminder-total': 'Por pagar: {total} en {count, plural, one {# factura} other {# facturas}}.',
    'note.reminder-coming':
      'Además, aún sin vencer: {total}, en {count, plural, one {# factura, con vencimiento el {due}} other {# facturas, la primera con vencimiento el {due}}}.',
    'note.reminder-more': 'Y {count, plural, one {# factura más} other {# facturas más}}, por un total de {total}.',
    'note.reminder-more-done':
      'Y {count, plural, one {# factura más en la que} other {# facturas más en las que}} no hay nada que pagar ahora.',
    'note.reminder-held':
      'De la factura {invoice}, {held} están en espera porque usted los ha reclamado: no se incluyen aquí y, por ahora, no tiene que pagarlos.',
    'note.reminder-part': 'De la factura {invoice} ya hemos recibido {paid}; el importe indicado aquí es lo que queda.',
    'note.reminder-fee': `Por el retraso en el pago de la factura {invoice}, nuestra política de cobro prevé ${select(
      'howIs',
      {
        percent: 'el {percent} del importe vencido, es decir, {amount}',
        per_year: 'un interés del {percent} anual, {amount} hasta ahora',
        other: '{amount}',
      },
    )}. No está incluido en los importes anteriores.`,
    'note.reminder-words': '{words}',
    'note.reminder-pay': 'Al pagar, indique el número de factura, por favor. Puede pagar así:',
    'note.reminder-pay-line': '{method}, {label}: {detail}',
    'note.reminder-next': 'Si sigue sin pagarse, el próximo recordatorio se enviará el {on}.',
    'note.reminder-next-warn': 'Si sigue sin pagarse, el {on} se enviará un último recordatorio.',
    'note.reminder-next-person':
      'Si sigue sin pagarse, a partir del {on} una persona de nuestro equipo estudiará el asunto.',
    'note.reminder-next-suspension':
      'Si sigue sin pagarse, a partir del {on} consideraremos suspender las suscripciones impagadas. Nunca es automático: lo decide una persona.',
    'note.reminder-next-none': 'No está previsto ningún otro recordatorio.',
    'note.suspension-notice': 'Si llegara el caso, le avisaremos {days, plural, one {# día} other {# días}} antes.',
    'note.reminder-stop':
      'Si no desea recordatorios antes del vencimiento ni avisos como este, elija «Parar los recordatorios». Puede volver a recibirlos cuando quiera.',
    'note.reminder-end':
      'Los recordatorios terminan en cuanto esté pagado. Si algo no es correcto o necesita más tiempo, díganoslo aquí, por favor: entonces quedan en espera.',
    'note.reminder-from': 'Mensaje enviado por {partner}, conforme a su política de cobro.',
    // Avisos
    'notice.invoice-ready': {
      title: 'Factura de {period}',
      text: `Ya está disponible su factura de {period}: {invoice}, {total}, con vencimiento el {due}.${select('againstIs', { more: ' Son {difference} más que en {before}.', less: ' Son {difference} menos que en {before}.', same: ' Es el mismo importe que en {before}.', other: '' })}`,
    },
    'notice.renewal': {
      title: 'Renovación de {product}',
      text: `${renewal} Si desea menos licencias, otro compromiso o no renovar, díganoslo antes de esa fecha, por favor.`,
    },
    'notice.cancellation-window': {
      title: 'Cambios en {product}',
      text: 'El {term} de {product} empezó el {from}. Hasta el {closes} todavía se pueden reducir o cancelar licencias; después se facturan hasta el {end}.',
    },
    'notice.promotion-ending': {
      title: 'Precio promocional de {product}',
      text: 'El precio promocional de {product} termina con el compromiso, el {end}. Consúltenos cuánto cuesta después, por favor.',
    },
    'notice.price-change': {
      title: 'Nuevo precio de {product}',
      text: 'A partir de la factura de {period}, una licencia de {product} ({billing}) cuesta {price} sin impuestos; hasta ahora costaba {before}.',
    },
    notices: {
      title: 'Sus facturas y suscripciones',
      text: 'Hay {count, plural, one {# novedad} other {# novedades}} sobre sus facturas y suscripciones:',
    },
    'note.notices-more': 'Y {count, plural, one {# más} other {# más}}.',
    // Próximos pasos
    'next.i-paid': 'Ya hemos pagado la factura',
    'next.i-paid-it': 'Ya hemos pagado la factura {invoice}',
    'next.promise': 'Pagaremos otro día',
    'next.promise-it': 'Pagaremos la factura {invoice} otro día',
    'next.wrong': 'Reclamamos un cargo',
    'next.wrong-it': 'La factura {invoice} está mal',
    'next.later': 'Recordármelo más tarde',
    'next.stop-reminders': 'Parar los recordatorios',
    'next.why-changed': '¿Por qué la factura {invoice} es distinta de la anterior?',
    'next.copy-of': 'Enviar una copia de la factura {invoice}',
  },
  terms: {
    'label.pay': 'Cómo pagar',
    'label.next': 'Qué viene después',
    'reminder.why.courtesy': 'un aviso de cortesía antes del vencimiento',
    'reminder.why.due': 'vence hoy',
    'reminder.why.overdue': 'vencido',
    'reminder.why.last': 'último recordatorio antes de que el acceso pueda verse afectado',
    'reminder.status.before': 'por vencer',
    'reminder.status.today': 'vence hoy',
    'reminder.status.overdue': 'vencida',
    'reminder.status.promised': 'pago prometido',
    'reminder.status.says-paid': 'pago en comprobación',
    'reminder.status.held': 'en espera',
    'reminder.status.disputed': 'reclamada, en espera',
    'reminder.status.paid': 'pagada',
    'reminder.status.settled': 'saldada',
    'totals.one': 'en una moneda',
    'totals.several': 'en varias monedas',
    'difference.more': 'más',
    'difference.less': 'menos',
    'difference.same': 'lo mismo',
    'difference.none': 'sin comparación',
    'fee.amount': 'un importe fijo',
    'fee.percent': 'un porcentaje',
    'fee.per-year': 'intereses',
  },
}
