import type { Catalogue } from '../../catalogue.ts'

/** Lo que se dice a los administradores de facturación del proveedor sobre el pago a Microsoft. */
export const payables: Catalogue = {
  templates: {
    'payables.at-risk': {
      title: 'La factura {invoice} de Microsoft vence el {due}',
      text: 'La factura {invoice} de Microsoft, correspondiente a {period}, asciende a {total} y debe pagarse hasta el {due}. Desde el {risk}, Microsoft puede suspender nuestra propia cuenta de Partner Center.',
      row: '{customer} tiene pendientes {open}{latenessIs, select, all {, todo ya vencido} late {, de los que {overdue} están vencidos} other {}}',
    },
    'note.payables-behind':
      'De los {billed} facturados a los clientes de esta factura, {open} están pendientes{latenessIs, select, all {, todo ya vencido} late {; {overdue} ya han vencido} other {, nada vencido}}.',
    'note.payables-settled': 'Los {billed} facturados a los clientes de esta factura ya están pagados.',
    'note.payables-unbilled':
      '{count, plural, one {A # cliente aún no se le ha facturado} other {A # clientes aún no se les ha facturado}} por ella.',
    'note.payables-more':
      '{more, plural, one {Hay # cliente más que no ha pagado.} other {Hay # clientes más que no han pagado.}} El comando saldo payables los muestra todos.',
    'note.payables-reckoned':
      'El vencimiento se cuenta desde el primer día en que Microsoft emite facturas. Si ya está pagada, anótelo con saldo payables paid.',
  },
  terms: {
    'lateness.all': 'vencido',
    'lateness.late': 'vencido en parte',
    'lateness.in-time': 'sin vencer',
    'label.risk': 'Cuenta en riesgo desde',
    'label.overdue': 'Vencido',
    'label.lateness': 'Estado',
  },
}
