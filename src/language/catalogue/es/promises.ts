import type { Catalogue } from '../../catalogue.ts'

/** Pagos que el cliente anuncia, y lo que quiere de los recordatorios. */
export const promises: Catalogue = {
  templates: {
    // Un pago por anotar
    'promise.which-bills': {
      title: '¿Qué factura?',
      text: '{count, plural, one {Hay # factura} other {Hay # facturas}} por pagar. ¿Cuál va a pagar?',
      row: '{option}: {invoice}, {period}: {open} por pagar, vencimiento {due}',
    },
    'promise.which-day': {
      title: '¿Hasta qué día?',
      text: '¿Hasta qué día va a pagar {amount} de {count, plural, one {esta factura} other {estas facturas}}? Puedo anotar cualquier día hasta el {latest}.',
      row: '{invoice}, {period}: {open} por pagar, vencimiento {due}',
    },
    'promise.confirm': {
      title: '¿Anoto este pago?',
      text: 'Va a pagar {amount} a más tardar el {by}; hasta entonces no le recordaré {count, plural, one {esta factura} other {estas facturas}}. ¿Lo anoto?',
      row: '{invoice}, {period}: {open} por pagar, vencimiento {due}',
    },
    'note.promise-part': 'Quedan {rest} por pagar, que no entran en esto.',
    'note.promise-replaces': 'Sustituye lo que me dijo antes: {amount} a más tardar el {by}.',
    'note.promise-last':
      'Es la última fecha que puedo anotar para {count, plural, one {esta factura} other {estas facturas}}; si tiene que cambiar, hable con una persona, por favor.',
    'note.still-promising':
      'La fecha de pago aún no está anotada: responda a mi pregunta para seguir o diga «cancelar» para dejarlo.',
    'note.still-changing':
      'Los recordatorios aún no han cambiado: diga «sí» para cambiarlos o «cancelar» para dejarlos como están.',
    // Anotado, y después
    'promise.made': {
      title: 'Pago anotado',
      text: 'Anotado: va a pagar {amount} a más tardar el {by}. Hasta entonces no le recordaré {count, plural, one {esta factura} other {estas facturas}}:',
      row: '{invoice}',
    },
    'promise.already': {
      title: 'Pago anotado',
      text: 'Está anotado: va a pagar {amount} a más tardar el {by}. Hasta entonces no le recuerdo {count, plural, one {esta factura} other {estas facturas}}:',
      row: '{invoice}',
    },
    'note.promise-kept': 'En cuanto el pago conste, queda resuelto; no hace falta que me avise.',
    'note.promise-broken':
      '{afterIs, select, remind {Si para entonces no consta, volveré a recordárselo.} warn {Si para entonces no consta, recibirá un aviso.} person {Si para entonces no consta, un compañero se pondrá en contacto con usted.} propose_suspension {Si para entonces no consta, un compañero decidirá cómo seguir.} other {{after}}}',
    'promise.withdrawn': {
      title: 'Fecha de pago anulada',
      text: 'El pago de {amount} a más tardar el {by} ya no está anotado; siguen los recordatorios de {count, plural, one {esa factura} other {esas facturas}}.',
    },
    'promise.none': {
      title: 'Ninguna fecha anotada',
      text: 'No hay anotada ninguna fecha de pago suya. Dígame cuándo va a pagar y la anoto.',
    },
    'promise.dropped': {
      title: 'Nada anotado',
      text: 'De acuerdo, no anoto nada y los recordatorios quedan como están. Cuando sepa el día, dígamelo.',
    },
    // Lo que no se puede anotar
    'promise.past-day': {
      title: '¿Hasta qué día?',
      text: 'Ese día ya ha pasado. ¿Hasta qué día va a pagar? Puedo anotar cualquier día hasta el {latest}.',
    },
    'promise.too-far': {
      title: 'Demasiado lejos',
      text: 'Puedo anotar un día hasta el {latest}, no más tarde. Indique un día anterior o deje que decida una persona.',
    },
    'promise.too-much': {
      title: 'Más de lo que se debe',
      text: 'Es más de lo que hay por pagar: {most}. ¿Cuánto va a pagar?',
    },
    'promise.too-little': {
      title: 'Una parte mayor',
      text: 'Aquí puedo anotar {least} o más. Indique otro importe o deje que decida una persona.',
    },
    'promise.only-all': {
      title: 'El importe total',
      text: 'Aquí solo puedo anotar el importe total: {most}. ¿Lo paga todo para entonces o prefiere que decida una persona?',
    },
    'promise.too-many': {
      title: 'Decide una persona',
      text: 'Puedo anotar {count, plural, one {una fecha de pago} other {# fechas de pago}} por factura, y ya se han usado. Una persona puede acordar otra solución con usted.',
    },
    'promise.one-currency': {
      title: 'Una moneda cada vez',
      text: 'Solo puedo anotar un pago en la moneda de sus facturas. Indique una factura cada vez, por favor.',
    },
    'promise.instalments': {
      title: 'Pago en partes',
      text: 'Puedo anotar un día y un importe por factura; un pago en partes lo tiene que acordar una persona con usted. ¿Abro una incidencia o llamo a alguien? O dígame hasta qué día lo paga todo.',
    },
    'promise.not-then': {
      title: '¿Otro día?',
      text: 'Gracias por avisar; no anoto ese pago. ¿Hasta qué día puede pagar? Puedo anotar cualquier día hasta el {latest}. Una persona puede acordar otra solución con usted y, si alguna factura no es correcta, dígame qué está mal.',
    },
    'promise.not-taken': {
      title: 'Más tiempo para pagar',
      text: 'No puedo anotar aquí una fecha de pago: una persona tiene que aceptarla. ¿Abro una incidencia o llamo a alguien?',
    },
    'promise.nothing-due': {
      title: 'Nada por pagar',
      text: 'De momento no hay nada por pagar, así que no hay nada que anotar.',
    },
    'promise.bill-settled': {
      title: 'Nada por pagar',
      text: 'En la factura {invoice} no hay nada por pagar, así que no hay nada que anotar.',
    },
    'promise.not-yours': {
      title: 'Para contactos de facturación',
      text: 'Las fechas de pago y los recordatorios son cosa de los contactos de facturación de su empresa. Pídaselo a uno de ellos, o pídanos que le demos de alta.',
    },
    'promise.staff': {
      title: 'Recordatorios de los clientes',
      text: 'Los clientes me dicen sus fechas de pago en su propio chat. Con los comandos «saldo hold» y «saldo release» se retiene, exime y libera a un cliente, y con «saldo promises» se ven sus promesas.',
    },
    // Junto a otras respuestas
    'note.promise-open':
      'Está anotado un pago de {amount} a más tardar el {by}{count, plural, one {} other { para # facturas}}; hasta entonces no hay recordatorios.',
    'note.said-paid': 'La factura {invoice} se dio por pagada el {on}; no hay recordatorios de ella hasta el {until}.',
    'note.said-paid-all': 'Todo se dio por pagado el {on}; no hay recordatorios hasta el {until}.',
    'note.dispute-due': 'Lo que queda por pagar del importe reclamado de la factura {invoice} vence el {due}.',
    // "Ya he pagado"
    'paid.which': {
      title: '¿Qué factura?',
      text: '{count, plural, one {Hay # factura} other {Hay # facturas}} por pagar. ¿Cuál ha pagado?',
      row: '{option}: {invoice}, {period}: {open} por pagar, vencimiento {due}',
    },
    'paid.confirm': {
      title: '¿Está pagada?',
      text: 'Ha pagado la factura {invoice}, y el pago aún no consta. ¿Lo anoto, y no le envío recordatorios de esta factura hasta el {until}?',
    },
    'paid.confirm-all': {
      title: '¿Está todo pagado?',
      text: 'Lo ha pagado todo, y aún no consta. ¿Lo anoto, y no le envío recordatorios hasta el {until}?',
    },
    'paid.noted': {
      title: 'Gracias',
      text: 'Gracias, he anotado que la factura {invoice} está pagada. El pago aún no consta; una transferencia suele tardar unos días hábiles. No le recordaré esta factura hasta el {until}.',
    },
    'paid.noted-all': {
      title: 'Gracias',
      text: 'Gracias, he anotado que todo está pagado. Aún no consta; una transferencia suele tardar unos días hábiles. No le enviaré recordatorios hasta el {until}.',
    },
    'paid.already': {
      title: 'Ya está anotado',
      text: 'El {from} me dijo que está pagado, y no le enviaré recordatorios hasta el {until}. El pago aún no consta.',
    },
    'paid.said-before': {
      title: 'Pago no encontrado',
      text: 'El {from} me dijo que la factura {invoice} está pagada, pero no ha entrado ningún pago de ella. Compruebe la transferencia, por favor, o deje que alguien la busque: abra una incidencia y adjunte el justificante.',
    },
    'note.no-payment-yet': 'Aún no consta ningún pago suyo.',
    // Los recordatorios como los quiere el cliente
    'preferences.none': {
      title: 'Recordatorios',
      text: 'No envío recordatorios a su empresa. Para cualquier otra cosa sobre ellos, abra una incidencia.',
    },
    'preferences.on': {
      title: 'Sus recordatorios',
      text: 'Su empresa recibe todos los recordatorios: antes del vencimiento, de pagos atrasados, y avisos de facturas y renovaciones.',
    },
    'preferences.fewer': {
      title: 'Sus recordatorios',
      text: 'Desde el {since} su empresa solo recibe recordatorios de pagos atrasados: ninguno antes del vencimiento, y ningún aviso.',
    },
    'note.can-stop':
      'Puede desactivar los recordatorios antes del vencimiento y los avisos, o aplazar todos los recordatorios unos días.',
    'note.cannot-stop':
      'Los recordatorios de pagos atrasados no se pueden desactivar; terminan cuando se paga la factura.',
    'note.put-off-until': 'Todos los recordatorios están aplazados hasta el {until}.',
    'note.partner-holds': 'Por nuestra parte, los recordatorios están en pausa por ahora.',
    'note.other-wishes':
      'Para quién los recibe, con qué frecuencia o por qué vía, abra una incidencia: eso lo ajusta una persona.',
    'preferences.confirm-stop': {
      title: '¿Menos recordatorios?',
      text: '¿Desactivo los recordatorios antes del vencimiento y los avisos de facturas y renovaciones? Vale para toda la empresa, y puede volver a activarlos cuando quiera.',
    },
    'preferences.confirm-later': {
      title: '¿Recordar más tarde?',
      text: '¿Aplazo todos los recordatorios hasta el {until}? Lo que se debe se sigue debiendo.',
    },
    'preferences.confirm-resume': {
      title: '¿Todos los recordatorios otra vez?',
      text: '¿Vuelvo a activar todos los recordatorios y avisos?',
    },
    'preferences.stopped': {
      title: 'Menos recordatorios',
      text: 'Hecho: no habrá más recordatorios antes del vencimiento, ni avisos. Puede volver a activarlos cuando quiera.',
    },
    'preferences.put-off': {
      title: 'Recordatorios aplazados',
      text: 'Hecho: no hay recordatorios hasta el {until}. Lo que se debe se sigue debiendo.',
    },
    'preferences.resumed': {
      title: 'Recordatorios activos',
      text: 'Hecho: su empresa vuelve a recibir todos los recordatorios y avisos.',
    },
    'preferences.all-on': {
      title: 'Recordatorios activos',
      text: 'Todos los recordatorios y avisos ya están activos.',
    },
    'preferences.too-late': {
      title: 'Tanto tiempo no',
      text: 'Puedo aplazar los recordatorios hasta el {latest}, no más. Si necesita más tiempo para pagar, dígame qué día pagará.',
    },
    'preferences.put-off-used': {
      title: 'Aún no otra vez',
      text: 'Los recordatorios ya se aplazaron y desde entonces no ha salido ninguno. Si necesita más tiempo para pagar, dígame qué día pagará.',
    },
    // Botones
    'next.confirm-promise': 'Sí, anótelo',
    'next.withdraw-promise': 'Al final no vamos a pagar la {invoice} ese día',
    'next.all-bills': 'Todas',
    'next.pay-by': 'Vamos a pagar hasta el {by}',
    'next.pay-amount': 'Vamos a pagar {amount}',
    'next.confirm-preference': 'Sí, por favor',
    'next.resume-reminders': 'Volver a activar todos los recordatorios',
    'next.put-off-until': 'Recordar después del {until}',
  },
  terms: {
    'after.remind': 'un recordatorio',
    'after.warn': 'un aviso',
    'after.person': 'un compañero se pone en contacto',
    'after.propose-suspension': 'un compañero decide cómo seguir',
  },
}
