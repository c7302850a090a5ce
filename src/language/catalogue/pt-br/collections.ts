import type { Catalogue } from '../../catalogue.ts'
import { select } from '../select.ts'

const days = '{days, plural, one {# dia} other {# dias}}'
const row = `{invoice}, {period}: ${select('statusIs', {
  before: '{amount}, vencimento em {due}',
  today: '{amount}, vence hoje',
  overdue: '{amount}, vencimento em {due}, {late, plural, one {# dia} other {# dias}} de atraso',
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
  other: 'em {end}',
})}; {renews}.`

/** Lembretes e avisos, do jeito que são enviados. */
export const collections: Catalogue = {
  templates: {
    reminder: {
      title: select('whyIs', {
        courtesy: 'Pagamento próximo do vencimento',
        due: 'Vence hoje',
        last: 'Último lembrete de pagamento',
        other: 'Pagamento vencido',
      }),
      text: `${select('totalsIs', {
        one: select('whenIs', {
          past: `{count, plural, one {Falta pagar {total}, com vencimento em {due}, há ${days}; não temos registro do pagamento.} other {Falta pagar {total}, em # faturas; a mais antiga venceu em {due}, há ${days}.}}`,
          today:
            '{count, plural, one {O pagamento de {total} vence hoje, {due}.} other {Falta pagar {total}, em # faturas; a primeira vence hoje, {due}.}}',
          tomorrow:
            '{count, plural, one {O pagamento de {total} vence amanhã, {due}.} other {Falta pagar {total}, em # faturas; a primeira vence amanhã, {due}.}}',
          other: `{count, plural, one {O pagamento de {total} vence em {due}, daqui a ${days}.} other {Falta pagar {total}, em # faturas; a primeira vence em {due}, daqui a ${days}.}}`,
        }),
        other: select('whenIs', {
          past: `Há {count, number} faturas a pagar, em mais de uma moeda; a mais antiga venceu em {due}, há ${days}.`,
          today: 'Há {count, number} faturas a pagar, em mais de uma moeda; a primeira vence hoje, {due}.',
          tomorrow: 'Há {count, number} faturas a pagar, em mais de uma moeda; a primeira vence amanhã, {due}.',
          other: `Há {count, number} faturas a pagar, em mais de uma moeda; a primeira vence em {due}, daqui a ${days}.`,
        }),
      })}${select('whyIs', {
        courtesy: ' É só um aviso de cortesia antes do vencimento.',
        last: ' Este é o último lembrete antes de avaliarmos a suspensão do acesso.',
        other: '',
      })}`,
      row,
      detail,
    },
    'reminder.waiting': {
      title: 'Este lembrete está em espera',
      text: '{count, plural, one {Por enquanto, não há nada a pagar nesta fatura, que está assim:} other {Por enquanto, não há nada a pagar nestas # faturas, que estão assim:}}',
      row,
      detail,
    },
    'reminder.settled': {
      title: 'Tudo quitado, obrigado',
      text: '{count, plural, one {Obrigado! Esta fatura está quitada e não há mais nada a pagar.} other {Obrigado! Estas # faturas estão quitadas e não há mais nada a pagar.}}',
      row,
      detail,
    },
    'note.reminder-total': 'A pagar: {total} em {count, plural, one {# fatura} other {# faturas}}.',
    'note.reminder-coming':
      'Além disso, ainda a vencer: {total}, em {count, plural, one {# fatura, com vencimento em {due}} other {# faturas, a primeira com vencimento em {due}}}.',
    'note.reminder-more': 'E {count, plural, one {mais # fatura} other {mais # faturas}}, no total de {total}.',
    'note.reminder-more-done':
      'E {count, plural, one {mais # fatura em que} other {mais # faturas em que}} não há nada a pagar agora.',
    'note.reminder-held':
      'Da fatura {invoice}, {held} estão em espera porque você contestou: não entram neste valor e, por enquanto, não precisam ser pagos.',
    'note.reminder-part': 'Da fatura {invoice}, já recebemos {paid}; o valor informado aqui é o que falta.',
    'note.reminder-fee': `Pelo atraso no pagamento da fatura {invoice}, a nossa política de cobrança prevê ${select(
      'howIs',
      {
        percent: '{percent} do valor em atraso, ou seja, {amount}',
        per_year: 'juros de {percent} ao ano, {amount} até agora',
        other: '{amount}',
      },
    )}. Isso não está incluído nos valores acima.`,
    'note.reminder-words': '{words}',
    'note.reminder-pay': 'Ao pagar, informe o número da fatura, por favor. Você pode pagar assim:',
    'note.reminder-pay-line': '{method}, {label}: {detail}',
    'note.reminder-next': 'Se continuar sem pagamento, o próximo lembrete será enviado em {on}.',
    'note.reminder-next-warn': 'Se continuar sem pagamento, um último lembrete será enviado em {on}.',
    'note.reminder-next-person':
      'Se continuar sem pagamento, a partir de {on} uma pessoa da nossa equipe vai analisar o assunto.',
    'note.reminder-next-suspension':
      'Se continuar sem pagamento, a partir de {on} vamos avaliar a suspensão das assinaturas não pagas. Nunca é automático: quem decide é uma pessoa.',
    'note.reminder-next-none': 'Não há mais nenhum lembrete previsto.',
    'note.suspension-notice': 'Se chegar a esse ponto, avisamos você {days, plural, one {# dia} other {# dias}} antes.',
    'note.reminder-stop':
      'Se você não quiser lembretes antes do vencimento nem avisos como este, escolha “Parar os lembretes”. Você pode voltar a recebê-los quando quiser.',
    'note.reminder-end':
      'Os lembretes acabam quando estiver pago. Se algo não estiver certo, ou se você precisar de mais tempo, avise por aqui: aí eles ficam em espera.',
    'note.reminder-from': 'Mensagem enviada por {partner}, conforme a sua política de cobrança.',
    // Avisos
    'notice.invoice-ready': {
      title: 'Fatura de {period}',
      text: `A sua fatura de {period} já está disponível: {invoice}, {total}, com vencimento em {due}.${select('againstIs', { more: ' São {difference} a mais que em {before}.', less: ' São {difference} a menos que em {before}.', same: ' É o mesmo valor de {before}.', other: '' })}`,
    },
    'notice.renewal': {
      title: 'Renovação de {product}',
      text: `${renewal} Se você quiser menos licenças, outro compromisso ou não renovar, fale conosco antes dessa data.`,
    },
    'notice.cancellation-window': {
      title: 'Alterações em {product}',
      text: 'O {term} de {product} começou em {from}. Até {closes}, ainda dá para reduzir ou cancelar licenças; depois disso, elas são cobradas até {end}.',
    },
    'notice.promotion-ending': {
      title: 'Preço promocional de {product}',
      text: 'O preço promocional de {product} termina com o compromisso, em {end}. Para saber o preço depois disso, fale conosco.',
    },
    'notice.price-change': {
      title: 'Novo preço de {product}',
      text: 'A partir da fatura de {period}, uma licença de {product} ({billing}) custa {price} sem impostos; até agora, custava {before}.',
    },
    notices: {
      title: 'As suas faturas e assinaturas',
      text: 'Há {count, plural, one {# informação} other {# informações}} sobre as suas faturas e assinaturas:',
    },
    'note.notices-more': 'E {count, plural, one {mais #} other {mais #}}.',
    // Próximos passos
    'next.i-paid': 'Já pagamos',
    'next.i-paid-it': 'Já pagamos a fatura {invoice}',
    'next.promise': 'Vamos pagar outro dia',
    'next.promise-it': 'Vamos pagar a fatura {invoice} outro dia',
    'next.wrong': 'Contestamos um valor',
    'next.wrong-it': 'A fatura {invoice} está errada',
    'next.later': 'Me lembre mais tarde',
    'next.stop-reminders': 'Parar os lembretes',
    'next.why-changed': 'Por que a fatura {invoice} é diferente da anterior?',
    'next.copy-of': 'Enviar uma cópia da fatura {invoice}',
  },
  terms: {
    'label.pay': 'Como pagar',
    'label.next': 'O que vem depois',
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
    'reminder.status.settled': 'quitada',
    'totals.one': 'em uma moeda',
    'totals.several': 'em várias moedas',
    'difference.more': 'a mais',
    'difference.less': 'a menos',
    'difference.same': 'o mesmo',
    'difference.none': 'sem comparação',
    'fee.amount': 'um valor fixo',
    'fee.percent': 'uma porcentagem',
    'fee.per-year': 'juros',
  },
}
