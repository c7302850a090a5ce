import type { Catalogue } from '../../catalogue.ts'

/** Lo que el equipo de soporte lee en la conversación de un caso y en su tarjeta. */
export const cases: Catalogue = {
  templates: {
    'case.claimed': {
      title: '{ticket} asignada',
      text: 'La incidencia {ticket} la lleva ahora {name}. Lo que escriba aquí sin mencionarme le llega al cliente; para una nota interna, empiece por «nota:».',
    },
    'case.taken': {
      title: '{ticket} ya asignada',
      text: 'La incidencia {ticket} ya la lleva {name}. Lo que escriba aquí queda como nota interna.',
    },
    'case.not-yours': {
      title: 'No enviado',
      text: 'El mensaje no le ha llegado al cliente: la incidencia {ticket} la lleva {name}. Queda guardado como nota interna.',
    },
    'case.not-taken': {
      title: 'No enviado',
      text: 'El mensaje no le ha llegado al cliente: nadie lleva la incidencia {ticket}. Queda guardado como nota interna; primero asuma la incidencia y escriba de nuevo.',
    },
    'case.noted': { title: 'Nota guardada', text: 'Guardada como nota interna de la incidencia {ticket}.' },
    'case.sent': { title: 'Enviado', text: 'Su mensaje va de camino al cliente.' },
    'case.offered': {
      title: '{ticket} ofrecida',
      text: 'La incidencia {ticket} se ha ofrecido a {name}, que puede asumirla.',
    },
    'case.queued': {
      title: '{ticket} en espera',
      text: 'La incidencia {ticket} ha vuelto a la cola: cualquiera del equipo puede asumirla.',
    },
    'case.customer-left': {
      title: '{ticket}: el cliente se ha ido',
      text: 'El cliente ha terminado la conversación de la incidencia {ticket}. Indique cómo ha acabado y cierre el caso, por favor.',
    },
    'case.ended': {
      title: '{ticket}: por cerrar',
      text: 'La conversación de la incidencia {ticket} ha terminado y el cliente vuelve a estar con el bot. Indique cómo ha acabado y cierre el caso, por favor.',
    },
    'case.closed': {
      title: '{ticket}: caso cerrado',
      text: 'El caso queda cerrado; la incidencia {ticket} está {stateIs, select, waiting_customer {a la espera del cliente} other {{state}}}.',
    },
    'case.returned': {
      title: '{ticket} de vuelta con el bot',
      text: 'El cliente de la incidencia {ticket} vuelve a estar con el bot; la incidencia está {stateIs, select, waiting_customer {a la espera del cliente} other {{state}}}.',
    },
    'case.waits': {
      title: 'Un cliente espera',
      text: 'El cliente de la incidencia {ticket} sigue esperando a alguien. ¿Quién la asume?',
    },
    'case.late': {
      title: '{ticket} con retraso',
      text: 'La incidencia {ticket} (prioridad {priority}) ha superado el plazo para {why}. ¿Quién puede atenderla ahora?',
    },
    'case.not-delivered': {
      title: 'No entregado',
      text: 'Esto no le ha llegado al cliente de la incidencia {ticket} ({why}): «{text}» Contacte con él por otra vía, por favor, o envíelo de nuevo desde la tarjeta.',
    },
    'case.maybe-delivered': {
      title: 'Quizá no entregado',
      text: 'No se sabe si esto le ha llegado al cliente de la incidencia {ticket} ({why}): «{text}» No repito el envío por mi cuenta; pregunte al cliente o envíelo de nuevo desde la tarjeta.',
    },
    'case.thread-missing': {
      title: '{ticket} sin conversación en el canal',
      text: 'No se sabe si la tarjeta de la incidencia {ticket} llegó al canal. A partir de ahora, su lugar es esta conversación.',
    },
    'case.attachment': {
      title: 'Adjunto no enviado',
      text: 'Su adjunto no le ha llegado al cliente: los archivos de este canal no se pueden reenviar. Envíelo por correo electrónico o ponga en el mensaje un enlace que el cliente pueda abrir.',
    },
    'case.confirmed': {
      title: '{ticket} cerrada',
      text: 'El cliente dice que la incidencia {ticket} está resuelta; queda cerrada.',
    },
    'case.rated': { title: '{ticket} valorada', text: 'Al cliente de la incidencia {ticket} {why}.' },
    'case.reopened': { title: '{ticket} reabierta', text: 'El cliente ha reabierto la incidencia {ticket}: «{text}»' },
    'case.withdrawn': { title: '{ticket} anulada', text: 'El cliente ha anulado la incidencia {ticket}.' },
    'case.no-role': {
      title: 'No incluido en su rol',
      text: 'Su rol no incluye esto. Quien administra los usuarios puede cambiar los roles.',
    },
    'case.channel-set': {
      title: 'Canal de soporte',
      text: 'A partir de ahora los casos llegan a este canal, cada uno en su propia conversación. Para cambiarlo, mencióneme en otro canal con «casos aquí».',
    },
    'case.channel-known': {
      title: 'Canal de soporte',
      text: 'Los casos ya llegan a este canal; no hay nada que cambiar.',
    },
    'case.no-case': {
      title: 'Sin caso',
      text: 'Esta conversación no pertenece a ningún caso. Para que los casos lleguen a este canal, mencióneme con «casos aquí».',
    },
    'case.what': {
      title: 'No lo he entendido',
      text: 'Eso no puedo hacerlo aquí. Pregúnteme por las facturas del cliente, empiece por «nota:» para una nota interna o use los botones de la tarjeta.',
    },
    'case.done': {
      title: 'Hecho',
      text: 'Hecho: la incidencia {ticket} está {stateIs, select, waiting_customer {a la espera del cliente} other {{state}}}.',
    },
    'case.linked': {
      title: '{ticket} es una de varias',
      text: 'La incidencia {ticket} tiene la misma causa que otras: {text}. Resuélvalas a la vez, con el botón de la tarjeta.',
    },
    'case.no-helpdesk': {
      title: 'Aún sin configurar',
      text: 'No puedo preparar un caso para Microsoft: no consta cómo trabaja este equipo de soporte ni qué tiene contratado. Pida que importen el archivo helpdesk.yaml e inténtelo de nuevo.',
    },
    'case.no-vehicle': {
      title: 'Sin vía hacia Microsoft',
      text: 'Para esto no se puede presentar un caso a Microsoft. {why}',
    },
    'case.prepared': {
      title: 'Caso {escalation} preparado',
      text: 'El caso {escalation} está listo para presentarlo a Microsoft. Dónde: «{where}» Por qué ahí: «{why}» Una vez presentado, escriba en la tarjeta el número que le haya dado Microsoft.',
    },
  },
  terms: {
    'undelivered.unreachable': 'el chat ya no existe',
    'undelivered.blocked': 'el cliente ha bloqueado o quitado la aplicación',
    'undelivered.too-large': 'es demasiado largo',
    'undelivered.refused': 'Teams no lo ha aceptado',
    'undelivered.no-answer': 'Teams no ha respondido',
    'late.respond': 'la primera respuesta',
    'late.resolve': 'la solución',
    'rated.good': 'le ha gustado la atención recibida',
    'rated.bad': 'no le ha gustado la atención recibida',
  },
}
