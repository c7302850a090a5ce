import type { Catalogue } from '../../catalogue.ts'

/** Copies of bills: the certified document, the billing statement, how they are paid. */
export const copy: Catalogue = {
  templates: {
    'invoice.copy.original': {
      title: '{document} {invoice}',
      text: 'Aqui está o documento original de {invoice} ({period}), no total de {total}.',
    },
    'invoice.copy.statement': {
      title: 'Extrato de faturação {invoice}',
      text: 'Aqui está o extrato de faturação relativo a {invoice} ({period}), no total de {total}. Não é um documento fiscal; {taxDocumentIs, select, known {o documento fiscal é {legal}, emitido por {partner}} other {o documento fiscal é emitido por {partner}}}.',
    },
    'invoice.copy.off': {
      title: 'Documento não disponível aqui',
      text: 'O documento de {invoice} ({period}, {total}) não está disponível aqui. Peça-o, por favor, à contabilidade.',
    },
    'note.copy-xml': 'É uma fatura eletrónica (XML), para programas de contabilidade.',
    // On the statement itself
    statement: {
      title: 'Extrato de faturação',
      text: 'Este extrato de faturação não é um documento fiscal. {taxDocumentIs, select, known {O documento fiscal destes valores é {legal}, emitido por {partner}.} other {O documento fiscal é emitido por {partner}.}}',
      row: '{what}, {period}',
    },
    'statement.tax': '{name} a {rate} sobre {base}',
    'statement.as-of': 'Valores pagos e em aberto à data de {today}.',
    'statement.page': 'Página {page, number} de {pages, number}',
    'statement.payment': 'Como pagar',
    'statement.scan-epc':
      'Leia este código com a aplicação do seu banco: a transferência fica preenchida e só tem de a verificar e confirmar.',
    'statement.scan-pix': 'Leia este código com a aplicação do seu banco, verifique o pagamento e confirme.',
  },
  terms: {
    'tax-document.known': 'emitido',
    'tax-document.unknown': 'não registado',
    'statement.paste': 'Pix Copia e Cola',
    'label.number': 'Número',
    'label.taxNumber': 'Número de identificação fiscal',
    'label.credited': 'Creditado',
    'label.creditLeft': 'Crédito disponível',
  },
}
