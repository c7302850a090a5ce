import type { Catalogue } from '../../catalogue.ts'

const seats =
  '{product}{measureIs, select, seats { ({quantity, plural, one {# licencia} other {# licencias}})} other {}}'

/** Suspensiones: lo que se le dice al cliente y lo que ve el equipo de soporte. */
export const suspension: Catalogue = {
  templates: {
    // Al cliente
    'suspension.notice': {
      title: 'El acceso se suspenderá el {day}',
      text: 'Si estas facturas siguen sin pagarse, el {day} suspenderemos el acceso que se indica abajo:',
      row: '{invoice}: {amount}, vencimiento el {due}',
    },
    'suspension.on-hold': {
      title: 'Suspensión en espera',
      text: 'La suspensión anunciada para el {day} no se ha llevado a cabo: está en espera ({why}). Antes de cualquier paso le indicaremos un nuevo día.',
    },
    'suspension.lifted': {
      title: 'Sin suspensión',
      text: '{becauseIs, select, paid {Gracias: su pago ha llegado.} other {La hemos retirado.}} La suspensión anunciada para el {day} no tendrá lugar, y usted no tiene que hacer nada.',
    },
    'suspension.now': {
      title: 'El acceso está suspendido',
      text: '{stateIs, select, executing {Estamos suspendiendo ahora el acceso que se indica abajo, por estas facturas sin pagar:} other {El acceso que se indica abajo está suspendido desde el {since}, por estas facturas sin pagar:}}',
      row: '{invoice}: {amount}, vencimiento el {due}',
    },
    'suspension.restoring': {
      title: 'Se está restableciendo el acceso',
      text: 'Estamos restableciendo el acceso que se indica abajo. No tiene que hacer nada más; le avisaré aquí cuando esté hecho.',
    },
    'suspension.restored': {
      title: 'El acceso está restablecido',
      text: 'El acceso que se indica abajo está restablecido desde el {restored}. Si algo no funciona como antes, díganoslo, por favor.',
    },
    'note.suspension-product': `• ${seats}{keptIs, select, known {; sus datos se conservan al menos hasta el {until}} other {; no nos consta hasta cuándo se conservan sus datos}}`,
    'note.suspension-alone': `• ${seats}`,
    'note.suspension-backup':
      'Los administradores conservan el acceso a los datos; si el acceso sigue suspendido, pídales a tiempo una copia de seguridad.',
    'note.suspension-export':
      'No nos consta hasta cuándo se conserva una parte de los datos: pida a sus administradores que los exporten antes de la suspensión.',
    'note.suspension-export-now':
      'Los administradores conservan el acceso a los datos. No nos consta hasta cuándo se conserva una parte: pídales que los exporten ya.',
    'note.suspension-only': 'No cambia nada más de lo que tiene contratado con nosotros.',
    'note.suspension-avoid':
      'Para evitarlo, pague antes, o dígame aquí qué día pagará, o qué no está bien en las facturas.',
    'note.suspension-way-back':
      'El acceso vuelve en cuanto el pago conste en nuestros registros; no hace falta otra aprobación. Si ya ha pagado, díganoslo, por favor.',
    // A petición
    'suspension.none': {
      title: 'No hay nada suspendido',
      text: 'No hemos suspendido ningún acceso suyo, ni hay ninguna suspensión anunciada. Si algo no funciona, la causa será técnica: puedo abrir una incidencia.',
    },
    'suspension.elsewhere': {
      title: 'Suspendido, pero no por nosotros',
      text: 'En nuestros registros consta como suspendido: {product}. No lo hicimos nosotros por una factura. Puedo abrir una incidencia, para que alguien averigüe el motivo.',
    },
    'suspension.company-none': {
      title: 'No hay nada suspendido',
      text: 'No hemos suspendido ningún acceso de su empresa. Si algo no funciona, la causa será técnica: puedo abrir una incidencia.',
    },
    'suspension.company-now': {
      title: 'El acceso está suspendido',
      text: 'Hemos suspendido este acceso de su empresa: {product}. Para saber el motivo y cuándo vuelve, pregunte al contacto de facturación de su empresa, o hable con alguien de nuestro equipo.',
    },
    'note.suspension-told-before':
      'Si alguna vez tuviéramos que suspender algo, le indicaríamos el día con antelación.',
    'note.suspension-overdue': 'Hay, eso sí, {count, plural, one {# factura vencida} other {# facturas vencidas}}.',
    'note.suspension-listed':
      'Suspendido por nosotros{stateIs, select, restoring { y restableciéndose ahora} other {}}: {product}, desde el {since}.',
    'note.suspension-listed-bills':
      'Suspendido por nosotros, por facturas sin pagar ({invoices}){stateIs, select, restoring {, y restableciéndose ahora} other {}}: {product}, desde el {since}.',
    'note.suspension-desk': '{suspension}: {state}.',
    // El hilo del equipo
    'suspension.card': {
      title: 'Suspensión {suspension}: {customer}',
      text: '{stateIs, select, proposed {Propuesta. Suspender el {on} quitaría el acceso a, como máximo, {people, plural, one {# persona} other {# personas}}, en {count, plural, one {# suscripción} other {# suscripciones}}:} approved {Aprobada; hay que avisar al cliente antes de cualquier paso:} announced {El cliente está avisado: el {day} se suspende lo siguiente, salvo que pague antes:} held {En espera, aunque anunciada para el {day}:} executing {Por suspender ahora, paso a paso:} suspended {Suspendida desde el {since}:} restoring {Por restablecer ahora, paso a paso:} restored {Restablecida desde el {restored}:} other {Terminada ({state}):}}',
      row: `${seats}: {commerce}; Microsoft nos sigue facturando: {keeps}; renovación automática: {renew}; {keptIs, select, known {los datos se conservan al menos hasta el {until}} other {aquí no consta hasta cuándo se conservan los datos: consúltelo en Partner Center}}{coveredIs, select, known {; otra factura suya está pagada hasta el {paid}} other {}}`,
    },
    'suspension.news': {
      title: '{suspension}: {state}',
      text: '{suspension}, {customer}: {stateIs, select, announced {el cliente está avisado; se suspende el {day}, salvo que pague antes} held {en espera: {why}} other {{state}}}.',
    },
    'suspension.ok': { title: '{suspension}', text: 'Hecho. {suspension}: {state}.' },
    'suspension.was-done': { title: '{suspension}', text: 'Ya estaba hecho. {suspension}: {state}.' },
    'suspension.refused': { title: 'No se ha hecho', text: 'No ha cambiado nada: {because}. {suspension}: {state}.' },
    'suspension.unclear': {
      title: 'No lo he entendido',
      text: 'No ha cambiado nada. Use, por favor, los botones de la tarjeta de este hilo.',
    },
    'note.suspension-bill': 'Sin pagar: {invoice}, {amount} al proponerla, vencimiento el {due}.',
    'note.suspension-due': 'Se debe ahora: {amount}.',
    'note.suspension-left':
      'Se queda como está: {product} ({left}{keptIs, select, known {, pagado hasta el {until}} other {}}).',
    'note.suspension-mean': 'Otros medios: {mean}.',
    'note.suspension-rule':
      '{rule}{certaintyIs, select, uncertain { (las fuentes discrepan: cuenta el día más cercano)} other {}}. Fuente: {from}, consultada el {checked}.',
    'note.suspension-untouched': 'No toca nada más del cliente, ni de inmediato los datos de nadie.',
    'note.suspension-extended':
      'Cuidado al desactivar la renovación automática: un periodo que termina puede seguir como mensual de pago, más caro (Extended Service Term; fuente: {from}, consultada el {checked}).',
    'note.suspension-renew-first':
      'Según su política, primero se desactiva la renovación automática: indique que está hecho, o que no se hará, antes de que alguien pueda aprobar.',
    'note.suspension-auto-renew': 'Renovación automática, en su lugar o primero: {how}.',
    'note.suspension-needs':
      '{count, plural, one {Debe aprobarla un Admin agent que no la haya propuesto.} other {Deben aprobarla # Admin agents que no la hayan propuesto.}}',
    'note.suspension-approved': 'Aprobada por {name}, {at}.',
    'note.suspension-held': 'En espera: {why}. Cuando eso termine, se avisa al cliente de un nuevo día.',
    'note.suspension-reason': 'Motivo: {text}',
    'note.suspension-untold':
      'No se ha podido llegar a nadie del cliente. Avísele por otra vía e indíquelo aquí; el plazo de aviso cuenta desde entonces.',
    'note.suspension-provider': 'Son un indirect reseller: pidan cada paso a {provider}.',
    'note.suspension-noted':
      'Antes de la suspensión, {product}: renovación automática: {renew}; cambios programados: {changes}.',
    'note.suspension-task': '☐ {task}: {what}{setIs, select, known {: {to}} other {}} – {product}',
    'note.suspension-done': '☑ {task}: {what}{setIs, select, known {: {to}} other {}} – {product} ({name}, {at})',
    'note.suspension-difference': '⚠ {product}: {field}: antes {before}, ahora {after}.',
  },
  terms: {
    'suspension-state.proposed': 'propuesta',
    'suspension-state.approved': 'aprobada',
    'suspension-state.announced': 'anunciada',
    'suspension-state.held': 'en espera',
    'suspension-state.executing': 'en curso',
    'suspension-state.suspended': 'suspendida',
    'suspension-state.restoring': 'restableciéndose',
    'suspension-state.restored': 'restablecida',
    'suspension-state.declined': 'rechazada',
    'suspension-state.cancelled': 'cancelada',
    'suspension-hold.promised': 'hay un pago prometido',
    'suspension-hold.disputed': 'lo que se debe está en disputa',
    'suspension-hold.held': 'estamos aclarando una cuestión',
    'suspension-hold.exempt': 'rige una exención',
    'suspension-hold.says-paid': 'el pago estará en camino',
    'suspension-hold.stale-payments': 'aún no conocemos los últimos pagos',
    'suspension-hold.unmatched-credit': 'antes hay que asignar un pago',
    'suspension-hold.not-told': 'no es seguro que el aviso haya llegado',
    'suspension-task.azure-inactive': 'cancelar cada suscripción de Azure del plan (Global admin y Admin agent)',
    'suspension-task.suspend': 'suspender',
    'suspension-task.reactivate': 'reactivar',
    'suspension-task.azure-active': 'reactivar las suscripciones de Azure del plan',
    'suspension-task.auto-renew': 'dejar la renovación automática como estaba',
    'suspension-task.scheduled': 'volver a programar los cambios',
    'suspension-task.verify': 'comprobar que todo está como antes',
    'suspension-left.paid': 'saldada',
    'suspension-left.other-bill': 'facturada en otra factura',
    'suspension-left.disputed': 'su cargo está en disputa o se devolvió',
    'suspension-left.not-billed': 'no facturada',
    'suspension-left.not-running': 'no está activa',
    'suspension-mean.promise': 'una promesa de pago',
    'suspension-mean.instalments': 'pago a plazos',
    'suspension-mean.auto-renew-off': 'desactivar la renovación automática, para que acabe con su periodo',
    'suspension-mean.call': 'una llamada',
    'suspension-rule.access-lost':
      'Las personas pierden el acceso de inmediato, también a los complementos; los administradores conservan el acceso a los datos',
    'suspension-rule.new-commerce-billed': 'Microsoft nos sigue facturando las suscripciones New Commerce (NCE)',
    'suspension-rule.legacy-not-billed':
      'Por las suscripciones antiguas (legacy) Microsoft no nos factura nada durante la suspensión',
    'suspension-rule.auto-renew-off':
      'La renovación automática de las suscripciones New Commerce (NCE) se desactiva, y así sigue tras reanudarlas',
    'suspension-rule.scheduled-lost': 'Los cambios programados de las suscripciones New Commerce (NCE) se pierden',
    'suspension-rule.new-commerce-data':
      'Los datos de las suscripciones New Commerce (NCE) pueden desaparecer al final del periodo',
    'suspension-rule.legacy-data':
      'Las suscripciones antiguas (legacy) se eliminan algún tiempo después de suspenderlas',
    'suspension-rule.azure-inactive-first':
      'Un plan de Azure solo puede suspenderse cuando sus suscripciones de Azure están inactivas: cada una se cancela a mano',
    'suspension-rule.azure-data':
      'Las máquinas de las suscripciones de Azure desactivadas se detienen, y los datos pueden eliminarse pronto',
    'renew-first.offered': 'ofrecida',
    'renew-first.done': 'desactivada',
    'renew-first.declined': 'no se desactiva',
    'suspension-field.status': 'el estado',
    'suspension-field.quantity': 'el número de licencias',
    'suspension-field.autoRenew': 'la renovación automática',
    'suspension-field.scheduled': 'los cambios programados',
    'suspension-field.end': 'el final del periodo',
    'certainty.certain': 'seguro',
    'certainty.uncertain': 'incierto',
    'commerce.new': 'New Commerce (NCE)',
    'commerce.legacy': 'antigua (legacy)',
    'commerce.unknown': 'no se sabe cómo se compró',
    'keeps-billing.yes': 'sí',
    'keeps-billing.no': 'no',
    'keeps-billing.unknown': 'no se sabe',
    'auto-renew.on': 'activada',
    'auto-renew.off': 'desactivada',
    'auto-renew.unknown': 'no consta',
    'scheduled.none': 'ninguno',
    'scheduled.unknown': 'nada anotado, consulte Partner Center',
    'data.known': 'consta',
    'data.unknown': 'no consta',
    'lifted.paid': 'pagada',
    'lifted.other': 'retirada',
    'suspension-why.no-role': 'su función no lo permite; aprobar, rechazar y suspender corresponde a un Admin agent',
    'suspension-why.own-proposal': 'la propuso usted, así que decide otra persona',
    'suspension-why.same-person': 'ya la ha aprobado; la segunda aprobación es de otra persona',
    'suspension-why.not-now': 'no es el momento para ello, o hay algo antes',
    'suspension-do.approve': 'aprobar',
    'suspension-do.decline': 'rechazar',
    'suspension-do.cancel': 'retirar',
    'suspension-do.restore': 'restablecer el acceso',
    'suspension-do.auto-renew-done': 'renovación automática desactivada',
    'suspension-do.auto-renew-declined': 'mantener la renovación automática',
    'suspension-do.told': 'he avisado al cliente',
    'suspension-do.done': 'hecho',
    'suspension-do.undone': 'al final no se hizo',
    'suspension-do.record': 'anotar cómo está',
    'suspension-do.verify': 'decir qué difiere',
    'suspension-do.accept': 'dejarlo así',
    'suspension-do.reason': 'motivo',
    'suspension-do.subscription': 'suscripción',
    'suspension-do.renewing': 'renovación automática',
    'suspension-do.renewing-on': 'activada',
    'suspension-do.renewing-off': 'desactivada',
    'suspension-do.scheduled': 'cambios programados (déjelo vacío si no hay)',
    'suspension-do.seats': 'licencias',
    'suspension-do.missing': 'Rellene este campo, por favor.',
    'suspension-do.keep': 'guardar',
  },
}
