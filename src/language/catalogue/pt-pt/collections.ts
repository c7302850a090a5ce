import type { Catalogue } from '../../catalogue.ts'
import { select } from '../select.ts'

const days = '{days, plural, one {# dia} other {# dias}}'
const row = `{invoice}, {period}: ${select('statusIs', {
  before: '{amount}, vencimento a {due}',
  today: '{amount}, vence hoje',
  overdue: '{amount}, vencimento a {due}, {late, plural, one {# dia} other {# dias}} de atraso',
  promised: '{amount}, pagamento prometido até {by}',
  says_paid: '{amount}, {status}',
  held: '{amount}, {status}',
  other: '{status}',
})}`
const detail = select('statusIs', {
  overdue: '{late, plural, one {# dia} other {# dias}} de atraso',
  promised: 'pagamento prometido até {by}',
  other: '{status}',
})
const renewal = `O {term} de {product} (${select('measureIs', {
  seats: '{quantity, plural, one {# licença} other {# licenças}}',
  other: '{measure}',
})}) termina ${select('whenIs', {
  today: 'hoje, {end}',
  tomorrow: 'amanhã, {end}',
  other: 'a {end}',
})}; {renews}.`

/** Lembretes e avisos, tal como são enviados. */
export const collections: Catalogue = {
  templates: {
    reminder: {
      title: select('whyIs', {
        courtesy: 'Pagamento a vencer em breve',
        due: 'Vence hoje',
        last: 'Último lembrete de pagamento',
        other: 'Pagamento vencido',
      }),
      text: `${select('totalsIs', {
        one: select('whenIs', {
          past: `{count, plural, one {Estão por pagar {total}, com vencimento a {due}, há ${days}; não temos registo do pagamento.} other {Estão por pagar {total}, em # faturas; a mais antiga venceu a {due}, há ${days}.}}`,
          today:
            '{count, plural, one {Vence hoje, {due}, o pagamento de {total}.} other {Estão por pagar {total}, em # faturas; a primeira vence hoje, {due}.}}',
          tomorrow:
            '{count, plural, one {Vence amanhã, {due}, o pagamento de {total}.} other {Estão por pagar {total}, em # faturas; a primeira vence amanhã, {due}.}}',
          other: `{count, plural, one {Vence a {due}, dentro de ${days}, o pagamento de {total}.} other {Estão por pagar {total}, em # faturas; a primeira vence a {due}, dentro de ${days}.}}`,
        }),
        other: select('whenIs', {
          past: `Há {count, number} faturas por pagar, em mais do que uma moeda; a mais antiga venceu a {due}, há ${days}.`,
          today: 'Há {count, number} faturas por pagar, em mais do que uma moeda; a primeira vence hoje, {due}.',
          tomorrow: 'Há {count, number} faturas por pagar, em mais do que uma moeda; a primeira vence amanhã, {due}.',
          other: `Há {count, number} faturas por pagar, em mais do que uma moeda; a primeira vence a {due}, dentro de ${days}.`,
        }),
      })}${select('whyIs', {
        courtesy: ' É apenas um aviso de cortesia antes do vencimento.',
        last: ' Este é o último lembrete antes de ponderarmos a suspensão do acesso.',
        other: '',
      })}`,
      row,
      detail,
    },
    'reminder.waiting': {
      title: 'Este lembrete está em espera',
      text: '{count, plural, one {De momento, não há nada a pagar nesta fatura, que está assim:} other {De momento, não há nada a pagar nestas # faturas, que estão assim:}}',
      row,
      detail,
    },
    'reminder.settled': {
      title: 'Tudo regularizado, obrigado',
      text: '{count, plural, one {Obrigado. Esta fatura está regularizada e já não há nada a pagar.} other {Obrigado. Estas # faturas estão regularizadas e já não há nada a pagar.}}',
      row,
      detail,
    },
    'note.reminder-total': 'A pagar: {total} em {count, plural, one {# fatura} other {# faturas}}.',
    'note.reminder-coming':
      'Além disso, ainda por vencer: {total}, em {count, plural, one {# fatura, com vencimento a {due}} other {# faturas, a primeira com vencimento a {due}}}.',
    'note.reminder-more': 'E {count, plural, one {mais # fatura} other {mais # faturas}}, no total de {total}.',
    'note.reminder-more-done':
      'E {count, plural, one {mais # fatura em que} other {mais # faturas em que}} não há nada a pagar agora.',
    'note.reminder-held':
      'Da fatura {invoice}, {held} estão em espera por terem sido contestados: não entram neste valor e, por agora, não têm de ser pagos.',
    'note.reminder-part': 'Da fatura {invoice}, já foram recebidos {paid}; o valor aqui indicado é o que falta.',
    'note.reminder-fee': `Pelo atraso no pagamento da fatura {invoice}, a nossa política de cobrança prevê ${select(
      'howIs',
      {
        percent: '{percent} do valor em atraso, ou seja, {amount}',
        per_year: 'juros de {percent} ao ano, {amount} até agora',
        other: '{amount}',
      },
    )}. Não está incluído nos valores acima.`,
    'note.reminder-words': '{words}',
    'note.reminder-pay': 'Ao pagar, indique o número da fatura, por favor. Pode pagar assim:',
    'note.reminder-pay-line': '{method}, {label}: {detail}',
    'note.reminder-next': 'Se continuar por pagar, o próximo lembrete segue a {on}.',
    'note.reminder-next-warn': 'Se continuar por pagar, segue um último lembrete a {on}.',
    'note.reminder-next-person':
      'Se continuar por pagar, a partir de {on} uma pessoa da nossa equipa analisa o assunto.',
    'note.reminder-next-suspension':
      'Se continuar por pagar, a partir de {on} ponderamos suspender as subscrições por pagar. Nunca é automático: é uma pessoa que decide.',
    'note.reminder-next-none': 'Não está previsto mais nenhum lembrete.',
    'note.suspension-notice': 'Se for esse o caso, avisamos {days, plural, one {# dia} other {# dias}} antes.',
    'note.reminder-stop':
      'Se não quiser lembretes antes do vencimento nem avisos como este, escolha “Parar os lembretes”. Pode voltar a recebê-los quando quiser.',
    'note.reminder-end':
      'Os lembretes terminam assim que estiver pago. Se algo não estiver certo, ou se precisar de mais tempo, diga-o aqui, por favor: ficam então em espera.',
    'note.reminder-from': 'Mensagem enviada por {partner}, segundo a sua política de cobrança.',
    // Avisos
    'notice.invoice-ready': {
      title: 'Fatura de {period}',
      text: `Já está disponível a fatura de {period}: {invoice}, {total}, com vencimento a {due}.${select('againstIs', { more: ' São mais {difference} do que em {before}.', less: ' São menos {difference} do que em {before}.', same: ' É o mesmo valor que em {before}.', other: '' })}`,
    },
    'notice.renewal': {
      title: 'Renovação de {product}',
      text: `${renewal} Se quiser menos licenças, outro compromisso ou não renovar, diga-nos antes dessa data, por favor.`,
    },
    'notice.cancellation-window': {
      title: 'Alterações a {product}',
      text: 'O {term} de {product} começou a {from}. Até {closes}, ainda é possível reduzir ou cancelar licenças; depois disso, são faturadas até {end}.',
    },
    'notice.promotion-ending': {
      title: 'Preço promocional de {product}',
      text: 'O preço promocional de {product} termina com o compromisso, a {end}. Pergunte-nos, por favor, quanto custa depois.',
    },
    'notice.price-change': {
      title: 'Novo preço de {product}',
      text: 'A partir da fatura de {period}, uma licença de {product} ({billing}) custa {price} sem imposto; até agora, custava {before}.',
    },
    notices: {
      title: 'As suas faturas e subscrições',
      text: 'Há {count, plural, one {# informação} other {# informações}} sobre as suas faturas e subscrições:',
    },
    'note.notices-more': 'E {count, plural, one {mais #} other {mais #}}.',
    // Próximos passos
    'next.i-paid': 'Já pagámos',
    'next.i-paid-it': 'Já pagámos a fatura {invoice}',
    'next.promise': 'Vamos pagar noutro dia',
    'next.promise-it': 'Vamos pagar a fatura {invoice} noutro dia',
    'next.wrong': 'Contestamos um valor',
    'next.wrong-it': 'A fatura {invoice} está errada',
    'next.later': 'Lembrar-me mais tarde',
    'next.stop-reminders': 'Parar os lembretes',
    'next.why-changed': 'Porque é que a fatura {invoice} é diferente da anterior?',
    'next.copy-of': 'Enviar uma cópia da fatura {invoice}',
  },
  terms: {
    'label.pay': 'Como pagar',
    'label.next': 'O que se segue',
    'reminder.why.courtesy': 'um aviso de cortesia antes do vencimento',
    'reminder.why.due': 'vence hoje',
    'reminder.why.overdue': 'vencido',
    'reminder.why.last': 'último lembrete antes de o acesso poder ser afetado',
    'reminder.status.before': 'a vencer',
    'reminder.status.today': 'vence hoje',
    'reminder.status.overdue': 'vencida',
    'reminder.status.promised': 'pagamento prometido',
    'reminder.status.says-paid': 'pagamento em verificação',
    'reminder.status.held': 'em espera',
    'reminder.status.disputed': 'contestada, em espera',
    'reminder.status.paid': 'paga',
    'reminder.status.settled': 'regularizada',
    'totals.one': 'numa moeda',
    'totals.several': 'em várias moedas',
    'difference.more': 'mais',
    'difference.less': 'menos',
    'difference.same': 'o mesmo',
    'difference.none': 'sem comparação',
    'fee.amount': 'um valor fixo',
    'fee.percent': 'uma percentagem',
    'fee.per-year': 'juros',
  },
}
