import type { Catalogue } from '../../catalogue.ts'

/** O que os administradores de faturação do parceiro ficam a saber sobre o pagamento à Microsoft. */
export const payables: Catalogue = {
  templates: {
    'payables.at-risk': {
      title: 'A fatura {invoice} da Microsoft vence a {due}',
      text: 'A fatura {invoice} da Microsoft, relativa a {period}, é de {total} e tem de ser paga até {due}. A partir de {risk}, a Microsoft pode suspender a nossa própria conta do Partner Center.',
      row: '{customer} ainda tem por pagar {open}{latenessIs, select, all {, tudo já vencido} late {, dos quais {overdue} já vencidos} other {}}',
    },
    'note.payables-behind':
      'Dos {billed} faturados aos clientes desta fatura, estão por pagar {open}{latenessIs, select, all {, tudo já vencido} late {; {overdue} já venceram} other {, nada vencido}}.',
    'note.payables-settled': 'Os {billed} faturados aos clientes desta fatura já foram pagos.',
    'note.payables-unbilled':
      '{count, plural, one {# cliente ainda não foi faturado} other {# clientes ainda não foram faturados}} por esta fatura.',
    'note.payables-more':
      '{more, plural, one {Há mais # cliente que não pagou.} other {Há mais # clientes que não pagaram.}} O comando saldo payables lista-os todos.',
    'note.payables-reckoned':
      'O vencimento conta do primeiro dia em que a Microsoft emite faturas. Se já estiver paga, registe-o com saldo payables paid.',
  },
  terms: {
    'lateness.all': 'vencido',
    'lateness.late': 'vencido em parte',
    'lateness.in-time': 'por vencer',
    'label.risk': 'Conta em risco a partir de',
    'label.overdue': 'Vencido',
    'label.lateness': 'Estado',
  },
}
