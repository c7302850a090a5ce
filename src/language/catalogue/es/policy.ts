import type { Catalogue } from '../../catalogue.ts'
import { select } from '../select.ts'

const days = select('countIs', {
  business: '{days, plural, one {# día hábil} other {# días hábiles}}',
  other: '{days, plural, one {# día} other {# días}}',
})
const when = select('whenIs', {
  on: select('fromIs', { invoice_date: 'En la fecha de la factura', other: 'El día del vencimiento' }),
  before: `${days} antes del vencimiento`,
  other: `${days} después ${select('fromIs', { invoice_date: 'de la fecha de la factura', other: 'del vencimiento' })}`,
})
const fee = select('feeIs', {
  amount: '; se aplica un recargo de {charge} por demora',
  percent: '; se aplica un recargo de {charge} del importe vencido',
  per_year: '; se aplican intereses de {charge} al año sobre el importe vencido',
  some: '; se aplica un recargo o intereses por demora',
  other: '',
})
const count = '{days, plural, one {# día} other {# días}}'

/** The collections policy in plain words. */
export const policy: Catalogue = {
  templates: {
    'collections.policy': {
      title: 'Cuando un pago se retrasa',
      text: 'Esta es nuestra política de pagos, en vigor desde el {since}. Mientras una factura está sin pagar:',
      row: `${when}: {does}${fee}.`,
    },
    'collections.policy.none': {
      title: 'Pagos con retraso',
      text: 'Lo que ocurre cuando un pago se retrasa no consta aquí, y prefiero no adivinarlo. Nuestro equipo puede responderle, y puedo abrir una incidencia sobre ello.',
    },
    'note.policy-changes': 'Desde el {from} se aplica una nueva versión de esta política.',
    'note.policy-nothing-open': 'En este momento no hay ninguna factura pendiente.',
    'note.policy-no-fee': 'Esta política no añade recargos ni intereses por demora; su contrato puede preverlos.',
    'note.policy-suspension': `Su acceso: si nada más da resultado, pueden suspenderse las suscripciones sin pagar, y solo esas. Nunca es automático: lo decide una persona, y se le avisa ${count} antes. El pago lo detiene.`,
    'note.policy-no-suspension': 'Esta política no prevé ningún paso que afecte a su acceso.',
    'note.policy-hours':
      'Los mensajes llegan {spanIs, select, one {el {first}} other {de {first} a {last}}}, {times} ({zone}).',
    'note.policy-together':
      'Lo que caiga en otro día{holidaysIs, select, known {, o en festivo,} other {}} llega el siguiente de estos días. Todo lo pendiente va en un solo mensaje.',
    'note.policy-cap': `Recibe como máximo {contacts, plural, one {# mensaje de este tipo} other {# mensajes de este tipo}} en ${count}.`,
    'note.policy-promise': `Para prometer un pago, dígame un importe y una fecha: hasta ${count} más adelante, {leastIs, select, part {al menos {part} de lo pendiente} other {por todo lo pendiente}}, {times, plural, one {una vez} other {hasta # veces}} por factura. Los recordatorios de esa factura esperan hasta entonces.`,
    'note.policy-broken': 'Si una promesa no se cumple, lo que sigue es: {does}.',
    'note.policy-dispute': `Si algo de una factura no es correcto, reclámelo aquí: esa parte queda en suspenso y el resto mantiene su vencimiento. Una vez resuelto, tiene ${count} para pagar lo que quede de ella.`,
    'note.policy-paid': `Si ya ha pagado, dígamelo: los recordatorios esperan ${count} a que llegue el pago.`,
    'note.policy-later': `«Recuérdemelo más tarde» los aplaza ${count}, y puede detener los recordatorios anteriores al vencimiento.`,
    'note.policy-contacts':
      'Los contactos de facturación de su empresa pueden, aquí, prometer un pago, reclamar un cargo y aplazar recordatorios.',
    'note.policy-exempt': 'Los recordatorios están desactivados para su empresa hasta el {until}.',
    'note.policy-bill': '{invoice}: {amount}, vencimiento el {due}, {state}.',
    'note.policy-more':
      '{more, plural, one {Hay otra factura pendiente, que no se muestra} other {Hay otras # facturas pendientes, que no se muestran}}.',
    'note.policy-next': 'Tal como está, el próximo paso es el {on}: {does}.',
    'note.policy-access': 'Según estos pasos, su acceso no se ve afectado antes del {on}.',
  },
  terms: {
    'policy.when.on': 'ese día',
    'policy.when.before': 'antes',
    'policy.when.after': 'después',
    'policy.count.calendar': 'días',
    'policy.count.business': 'días hábiles',
    'policy.from.due-date': 'vencimiento',
    'policy.from.invoice-date': 'fecha de la factura',
    'policy.does.courtesy': 'un recordatorio de cortesía',
    'policy.does.remind': 'un recordatorio',
    'policy.does.warn': 'un aviso de que pueden seguir otras medidas',
    'policy.does.person': 'alguien de nuestro equipo lo revisa y puede ponerse en contacto con usted',
    'policy.does.propose-suspension': 'valoramos suspender las suscripciones sin pagar',
    'policy.fee.none': 'sin recargo',
    'policy.fee.some': 'un recargo',
    'policy.fee.amount': 'un recargo',
    'policy.fee.percent': 'un recargo',
    'policy.fee.per-year': 'intereses',
    'policy.least.part': 'una parte',
    'policy.least.all': 'todo',
    'policy.holidays.known': 'festivos',
    'policy.holidays.unknown': 'sin festivos registrados',
    'policy.bill.running': 'pendiente',
    'policy.bill.disputed': 'reclamada',
    'policy.bill.promised': 'con pago prometido',
    'policy.bill.exempt': 'sin recordatorios',
    'policy.bill.held': 'recordatorios en espera',
    'policy.bill.says-paid': 'indicada como pagada',
    'policy.bill.later': 'recordatorios aplazados',
    'policy.bill.suspension': 'suspensión en curso',
  },
}
