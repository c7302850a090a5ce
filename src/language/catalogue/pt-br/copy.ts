import type { Catalogue } from '../../catalogue.ts'

/** Copies of bills: the certified document, the billing statement, how they are paid. */
export const copy: Catalogue = {
  templates: {
    'invoice.copy.original': {
      title: '{document} {invoice}',
      text: 'Aqui está o documento original de {invoice} ({period}), no total de {total}.',
    },
    'invoice.copy.statement': {
      title: 'Demonstrativo de cobrança {invoice}',
      text: 'Aqui está o demonstrativo de cobrança referente a {invoice} ({period}), no total de {total}. Ele não é um documento fiscal; {taxDocumentIs, select, known {o documento fiscal é {legal}, emitido por {partner}} other {o documento fiscal é emitido por {partner}}}.',
    },
    'invoice.copy.off': {
      title: 'Documento não disponível aqui',
      text: 'O documento de {invoice} ({period}, {total}) não está disponível aqui. Solicite-o, por favor, à contabilidade.',
    },
    'note.copy-xml': 'É um documento eletrônico (XML), para sistemas de contabilidade.',
    // On the statement itself
    statement: {
      title: 'Demonstrativo de cobrança',
      text: 'Este demonstrativo de cobrança não é um documento fiscal. {taxDocumentIs, select, known {O documento fiscal destes valores é {legal}, emitido por {partner}.} other {O documento fiscal é emitido por {partner}.}}',
      row: '{what}, {period}',
    },
    'statement.tax': '{name} de {rate} sobre {base}',
    'statement.as-of': 'Valores pagos e em aberto em {today}.',
    'statement.page': 'Página {page, number} de {pages, number}',
    'statement.payment': 'Como pagar',
    'statement.scan-epc':
      'Leia este código no aplicativo do seu banco: a transferência já vem preenchida; é só conferir e confirmar.',
    'statement.scan-pix': 'Leia este QR Code no aplicativo do seu banco, confira o pagamento e confirme.',
  },
  terms: {
    'tax-document.known': 'emitido',
    'tax-document.unknown': 'não registrado',
    'statement.paste': 'Pix Copia e Cola',
    'label.number': 'Número',
    'label.taxNumber': 'Identificação fiscal',
    'label.credited': 'Creditado',
    'label.creditLeft': 'Crédito disponível',
  },
}
