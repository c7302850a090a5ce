import type { Catalogue } from '../../catalogue.ts'

/** Copies of bills: the certified document, the billing statement, how they are paid. */
export const copy: Catalogue = {
  templates: {
    'invoice.copy.original': {
      title: '{document} {invoice}',
      text: 'Aquí tiene el documento original de {invoice} ({period}), por un total de {total}.',
    },
    'invoice.copy.statement': {
      title: 'Extracto de facturación {invoice}',
      text: 'Aquí tiene el extracto de facturación de {invoice} ({period}), por un total de {total}. No es un documento fiscal; {taxDocumentIs, select, known {el documento fiscal es {legal}, emitido por {partner}} other {ese lo emite {partner}}}.',
    },
    'invoice.copy.off': {
      title: 'Documento no disponible aquí',
      text: 'El documento de {invoice} ({period}, {total}) no está disponible aquí. Pídalo, por favor, al departamento de contabilidad.',
    },
    'note.copy-xml': 'Es una factura electrónica (XML), para programas de contabilidad.',
    // On the statement itself
    statement: {
      title: 'Extracto de facturación',
      text: 'Este extracto de facturación no es un documento fiscal. {taxDocumentIs, select, known {El documento fiscal de estos importes es {legal}, emitido por {partner}.} other {El documento fiscal lo emite {partner}.}}',
      row: '{what}, {period}',
    },
    'statement.tax': '{name} al {rate} sobre {base}',
    'statement.as-of': 'Importes pagados y pendientes a fecha de {today}.',
    'statement.page': 'Página {page, number} de {pages, number}',
    'statement.payment': 'Cómo pagar',
    'statement.scan-epc':
      'Escanee este código con la aplicación de su banco: la transferencia aparece rellenada y solo tiene que comprobarla y confirmarla.',
    'statement.scan-pix': 'Escanee este código con la aplicación de su banco, compruebe el pago y confírmelo.',
  },
  terms: {
    'tax-document.known': 'emitido',
    'tax-document.unknown': 'no registrado',
    'statement.paste': 'Pix Copia e Cola',
    'label.number': 'Número',
    'label.taxNumber': 'Identificación fiscal',
    'label.credited': 'Abonado',
    'label.creditLeft': 'Saldo a favor',
  },
}
