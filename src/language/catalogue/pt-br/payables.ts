import type { Catalogue } from '../../catalogue.ts'

/** O que os administradores de cobrança do parceiro ficam sabendo sobre o pagamento à Microsoft. */
export const payables: Catalogue = {
  templates: {
    'payables.at-risk': {
      title: 'A fatura {invoice} da Microsoft vence em {due}',
      text: 'A fatura {invoice} da Microsoft, referente a {period}, é de {total} e precisa ser paga até {due}. A partir de {risk}, a Microsoft pode suspender a nossa própria conta do Partner Center.',
      row: '{customer} ainda precisa pagar {open}{latenessIs, select, all {, tudo já vencido} late {, dos quais {overdue} já venceram} other {}}',
    },
    'note.payables-behind':
      'Dos {billed} cobrados dos clientes desta fatura, {open} estão em aberto{latenessIs, select, all {, tudo já vencido} late {; {overdue} já venceram} other {, nada vencido}}.',
    'note.payables-settled': 'Os {billed} cobrados dos clientes desta fatura já foram pagos.',
    'note.payables-unbilled':
      '{count, plural, one {# cliente ainda não foi cobrado} other {# clientes ainda não foram cobrados}} por esta fatura.',
    'note.payables-more':
      '{more, plural, one {Há mais # cliente que não pagou.} other {Há mais # clientes que não pagaram.}} O comando saldo payables lista todos.',
    'note.payables-reckoned':
      'O vencimento conta a partir do primeiro dia em que a Microsoft emite faturas. Se ela já foi paga, registre com saldo payables paid.',
  },
  terms: {
    'lateness.all': 'vencido',
    'lateness.late': 'vencido em parte',
    'lateness.in-time': 'a vencer',
    'label.risk': 'Conta em risco a partir de',
    'label.overdue': 'Vencido',
    'label.lateness': 'Situação',
  },
}
