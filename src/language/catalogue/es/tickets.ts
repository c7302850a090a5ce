import type { Catalogue } from '../../catalogue.ts'

/** Incidencias y personas: qué se pregunta antes de abrir una, cómo va, y qué se le comunica al cliente. */
export const tickets: Catalogue = {
  templates: {
    // Ver incidencias
    'ticket.list': {
      title: 'Incidencias',
      text: '{count, plural, one {Hay # incidencia} other {Hay # incidencias, de la más reciente a la más antigua}}:',
      row: '{ticket}: {topic}; {state}, abierta el {opened}',
    },
    'ticket.none': {
      title: 'Incidencias',
      text: 'No tiene incidencias. Para abrir una, solo tiene que decirme de qué se trata.',
    },
    'ticket.show': {
      title: 'Incidencia {ticket}',
      text: 'La incidencia {ticket} ({topic}) está {state} desde el {since}.{respondIs, select, promised { La primera respuesta está prevista antes del {by}.} other {}}',
      row: '{at}, {who}: {text}',
    },
    'ticket.unknown': {
      title: 'Incidencia no encontrada',
      text: 'No encuentro la incidencia {ticket} entre las que puede consultar. Compruebe el número, por favor, o pídame que le muestre sus incidencias.',
    },
    'ticket.which': {
      title: '¿Qué incidencia?',
      text: '¿A qué incidencia se refiere?',
      row: '{option}: {ticket}, {topic} ({state})',
    },
    'note.more-tickets':
      '{more, plural, one {Hay # más antigua que no muestro; escriba su número para verla.} other {Hay # más antiguas que no muestro; escriba el número de una de ellas para verla.}}',
    'note.problem': 'Otras personas tienen el mismo problema; lo estamos resolviendo para todas a la vez.',
    // Abrir, añadir, terminar
    'ticket.opened': {
      title: 'Incidencia {ticket} abierta',
      text: 'Hecho: la incidencia {ticket} está abierta ({topic}). {respondIs, select, promised {La primera respuesta está prevista antes del {by}.} other {Alguien la atenderá y le responderá aquí.}}',
    },
    'ticket.same': {
      title: 'Incidencia {ticket}',
      text: 'Ya hay una incidencia sobre esto: {ticket} ({state}). Le he añadido lo que ha escrito.',
    },
    'ticket.reopened': {
      title: 'Incidencia {ticket} reabierta',
      text: 'La incidencia {ticket} vuelve a estar abierta y alguien la atenderá. Puede añadir lo que sigue sin resolverse.',
    },
    'ticket.what-to-add': {
      title: 'Incidencia {ticket}',
      text: '¿Qué debo añadir a la incidencia {ticket}? Escríbalo en un solo mensaje, por favor.',
    },
    'ticket.added': {
      title: 'Incidencia {ticket}',
      text: 'Gracias, lo he añadido a la incidencia {ticket}; quien la atiende lo leerá.',
    },
    'ticket.confirm-withdraw': {
      title: '¿Anular la incidencia {ticket}?',
      text: '¿Quiere que anule la incidencia {ticket} ({topic})? Nadie seguirá trabajando en ella, pero puede reabrirla cuando quiera.',
    },
    'ticket.withdrawn': {
      title: 'Incidencia {ticket} anulada',
      text: 'La incidencia {ticket} está anulada. Si al final la necesita, puede reabrirla.',
    },
    'ticket.confirmed': {
      title: 'Incidencia {ticket} cerrada',
      text: 'Me alegro. La incidencia {ticket} está cerrada. ¿Le ha gustado la atención recibida?',
    },
    'ticket.over': {
      title: 'Incidencia {ticket}',
      text: 'La incidencia {ticket} está {state} desde el {since}. Para continuar, reábrala.',
    },
    'ticket.confirm': {
      title: '¿Abrir una incidencia?',
      text: 'La incidencia sería esta: {topic}, prioridad {priority}. Con sus palabras: «{text}» ¿La abro?',
    },
    'ticket.not-opened': {
      title: 'Todo queda como está',
      text: 'De acuerdo, todo queda como está. ¿Necesita algo más?',
    },
    'ticket.staff': {
      title: 'Incidencias',
      text: 'Los clientes abren incidencias en su propio chat. El equipo las atiende en el canal de soporte y puede listarlas con el comando «saldo tickets».',
    },
    // Recogida de datos
    'intake.what': {
      title: '¿Qué ocurre?',
      text: '¿Qué ocurre exactamente y, si aparece un mensaje de error, qué dice? Basta con una o dos frases.',
    },
    'intake.since': { title: '¿Desde cuándo?', text: '¿Desde cuándo ocurre?' },
    'intake.impact': { title: '¿A quién afecta?', text: '¿A quién afecta?' },
    'intake.reason': {
      title: '¿Qué no es correcto?',
      text: '¿Qué no es correcto en este cargo? Dígamelo con sus palabras, por favor.',
    },
    'intake.details': { title: '¿De qué se trata?', text: 'Dígame en una o dos frases de qué se trata, por favor.' },
    'note.still-asking':
      'Su incidencia todavía no está abierta: para continuar, solo tiene que responder a mi última pregunta.',
    'note.charged-request': 'Este tipo de asistencia cuesta {price} por {per}. Nada empieza sin su conformidad.',
    'note.about-bill': 'Se refiere a la factura {invoice}.',
    'note.disputed-amount': 'Importe reclamado, impuestos incluidos: {amount}.',
    'note.settles-it': 'Esto es lo que consta en los registros. ¿Queda aclarado, o quiere que abra una incidencia?',
    'dispute.settled': {
      title: 'Aclarado',
      text: 'Bien. No he abierto ninguna incidencia. Si al final algo no es correcto, dígamelo.',
    },
    'technical.known': {
      title: 'Un problema conocido',
      text: 'Es un problema conocido desde el {from}: «{text}» ¿Queda aclarado?',
    },
    'technical.no-subscription': {
      title: 'Sobre {product}',
      text: 'Su suscripción de {product} está {status}{untilIs, select, day { (fecha de fin: {end})} other {}}, y esa puede ser la causa. ¿Queda aclarado?',
    },
    'note.incident': 'Incidente de Microsoft: {incident}.',
    'note.known-until': 'Debería quedar resuelto antes del {until}.',
    // Noticias de una incidencia
    'ticket.replied': {
      title: 'Sobre la incidencia {ticket}',
      text: 'Hemos respondido a su incidencia {ticket} ({topic}).',
    },
    'ticket.asks': {
      title: 'Una pregunta sobre la incidencia {ticket}',
      text: 'Para seguir con la incidencia {ticket}, necesitamos una respuesta suya. Añádala a la incidencia, por favor.',
    },
    'ticket.with-microsoft': {
      title: 'Incidencia {ticket} en Microsoft',
      text: 'Hemos llevado la incidencia {ticket} a Microsoft. No tiene que hacer nada; le diremos aquí qué responden.',
    },
    'ticket.resolved': {
      title: 'Incidencia {ticket} resuelta',
      text: 'Por nuestra parte, la incidencia {ticket} ({topic}) está resuelta. ¿Por la suya también?',
    },
    'problem.resolved': {
      title: 'Incidencia {ticket} resuelta',
      text: 'El problema que causó su incidencia {ticket} ({topic}), y que también han tenido otras personas, está resuelto. ¿Por su parte también?',
    },
    'ticket.ended': {
      title: 'Incidencia {ticket} {state}',
      text: 'La incidencia {ticket} ({topic}) está {state}. Si queda algo por hacer, reábrala. ¿Le ha gustado la atención recibida?',
    },
    'rating.thanks': {
      title: 'Gracias',
      text: 'Gracias por su opinión. Si quiere contarnos el motivo, escriba «añadir a {ticket}» y una frase.',
    },
    'rating.noted': {
      title: 'Gracias',
      text: 'Gracias: hemos recibido lo que ha escrito sobre la incidencia {ticket}.',
    },
    'note.said': '«{text}»',
    // Una persona
    'person.confirm': {
      title: 'Hablar con una persona',
      text: '¿Quiere que llame a alguien de {partner}? Esa persona sabrá quién es usted y verá sus facturas{saidIs, select, some {; lo que hemos escrito hoy en este chat ({count, plural, one {# mensaje} other {# mensajes}}), solo si usted está de acuerdo} other {}}.',
    },
    'person.closed': {
      title: 'Ahora no hay nadie',
      text: 'En este momento no hay nadie de {partner}; el soporte vuelve a abrir el {opens}. Puedo abrir una incidencia, que se leerá entonces{saidIs, select, some {; lo que hemos escrito hoy en este chat ({count, plural, one {# mensaje} other {# mensajes}}) solo se adjunta si usted está de acuerdo} other {}}. ¿La abro?',
    },
    'person.closed-long': {
      title: 'Ahora no hay nadie',
      text: 'En este momento no hay nadie de {partner}, y no hay apertura prevista en las próximas dos semanas. Puedo abrir una incidencia{saidIs, select, some {; lo que hemos escrito hoy en este chat ({count, plural, one {# mensaje} other {# mensajes}}) solo se adjunta si usted está de acuerdo} other {}}. ¿La abro?',
    },
    'person.nobody': {
      title: 'Hablar con una persona',
      text: 'No puedo pasarle con nadie, porque nuestro equipo de soporte no está conectado a este chat. Utilice, por favor, el contacto que le hemos indicado.',
    },
    'person.queued': {
      title: 'Llamando a alguien',
      text: 'Estoy llamando a alguien; su incidencia es la {ticket}. Personas por delante: {ahead, number}. Puede seguir escribiendo aquí: quien venga lo leerá.',
    },
    'person.ticket-left': {
      title: 'Incidencia {ticket} abierta',
      text: 'Hecho: la incidencia {ticket} está abierta y se leerá a partir del {opens}. La respuesta le llegará aquí.',
    },
    'person.waits': {
      title: 'Llamando a alguien',
      text: 'Está en la cola desde el {waiting} (incidencia {ticket}). Le avisaré en cuanto haya alguien; mientras tanto, puede seguir escribiendo aquí.',
    },
    'person.stopped': {
      title: 'Espera terminada',
      text: 'De acuerdo, ya no estoy llamando a nadie. La incidencia {ticket} se mantiene, y puede volver a pedir una persona cuando quiera.',
    },
    'person.joined': {
      title: '{agent} está aquí',
      text: '{agent} ya está aquí y lee lo que usted escriba. Yo no intervendré hasta que termine la conversación.',
    },
    'person.moved': {
      title: 'Continúa otra persona',
      text: 'Otra persona continuará con la incidencia {ticket}. Espere un momento, por favor; puede seguir escribiendo.',
    },
    'person.ended': {
      title: 'La conversación ha terminado',
      text: 'La conversación sobre la incidencia {ticket} ha terminado y estoy de vuelta. La incidencia está {state}.',
    },
    'person.back': {
      title: 'Estoy de vuelta',
      text: 'Nadie ha podido atenderle ahora, así que estoy de vuelta. La incidencia {ticket} sigue con nosotros y la respuesta le llegará aquí.',
    },
    'person.passed-on': {
      title: 'Entregado',
      text: 'Lo he añadido a la incidencia {ticket}; quien venga lo leerá.',
    },
    'person.file-passed-on': {
      title: 'Archivo entregado',
      text: 'He añadido su archivo a la incidencia {ticket}, donde nuestro equipo puede abrirlo.',
    },
    'person.file-refused': {
      title: 'Archivo no recibido',
      text: 'No he podido recibir ese archivo: es demasiado grande, o no hay ninguna incidencia ni conversación a la que adjuntarlo. Abra antes una incidencia, o envíelo por correo electrónico.',
    },
    // Botones
    'next.confirm-ticket': 'Sí, abrir la incidencia',
    'next.confirm-withdraw': 'Sí, anularla',
    'next.not-now': 'No, ahora no',
    'next.skip': 'Saltar esta pregunta',
    'next.go-on': 'No, abrir una incidencia',
    'next.settled': 'Sí, queda aclarado',
    'next.everybody': 'Toda la empresa',
    'next.several': 'Varias personas',
    'next.one': 'Una persona',
    'next.with-words': 'Sí, y mostrar lo que hemos escrito',
    'next.without-words': 'Sí, sin mostrar lo que hemos escrito',
    'next.connect': 'Sí, llamar a alguien',
    'next.leave-ticket': 'Sí, abrir una incidencia',
    'next.stop-waiting': 'Dejar de esperar',
    'next.end-talk': 'Terminar esta conversación',
    'next.solved': 'Cerrar la incidencia {ticket}, está resuelta',
    'next.not-solved': 'Reabrir la incidencia {ticket}: el problema sigue',
    'next.good': '{ticket}: sí, me ha gustado',
    'next.bad': '{ticket}: no me ha gustado',
    'next.ticket-show': '¿Cómo va la incidencia {ticket}?',
    'next.ticket-add': 'Añadir a la incidencia {ticket}',
    'next.ticket-withdraw': 'Anular la incidencia {ticket}',
    'next.ticket-reopen': 'Reabrir la incidencia {ticket}',
    'next.ticket-about': 'Abrir una incidencia sobre esto',
    'next.tickets': 'Ver mis incidencias',
  },
  terms: {
    'said.some': 'con mensajes',
    'said.none': 'sin mensajes',
    'topic.general': 'una consulta',
    'ticket.new': 'pendiente de atender',
    'ticket.open': 'en curso',
    'ticket.waiting-customer': 'a la espera de su respuesta',
    'ticket.waiting-microsoft': 'en manos de Microsoft',
    'ticket.resolved': 'resuelta',
    'ticket.closed': 'cerrada',
    'ticket.withdrawn': 'anulada',
    'ticket-kind.commercial': 'facturación',
    'ticket-kind.technical': 'técnica',
    'priority.urgent': 'urgente',
    'priority.high': 'alta',
    'priority.normal': 'normal',
    'priority.low': 'baja',
    'respond.promised': 'prometida',
    'respond.open': 'sin plazo',
    'who.you': 'de su parte',
    'who.us': 'de nuestro equipo',
    'who.saldo': 'de Saldo',
    'label.ticket': 'Incidencia',
    'label.topic': 'Asunto',
    'label.state': 'Estado',
    'label.priority': 'Prioridad',
    'label.opened': 'Abierta',
    'label.since': 'Desde',
    'label.by': 'Primera respuesta antes del',
  },
}
