import type { Catalogue } from '../../catalogue.ts'
import { select } from '../select.ts'

const days = select('countIs', {
  business: '{days, plural, one {# dia útil} other {# dias úteis}}',
  other: '{days, plural, one {# dia} other {# dias}}',
})
const when = select('whenIs', {
  on: select('fromIs', { invoice_date: 'Na data da fatura', other: 'Na data de vencimento' }),
  before: `${days} antes do vencimento`,
  other: `${days} depois ${select('fromIs', { invoice_date: 'da data da fatura', other: 'do vencimento' })}`,
})
const fee = select('feeIs', {
  amount: '; acresce uma penalização de {charge} por atraso',
  percent: '; acresce uma penalização de {charge} do valor em atraso',
  per_year: '; acrescem juros de {charge} ao ano sobre o valor em atraso',
  some: '; acresce uma penalização ou juros por atraso',
  other: '',
})
const count = '{days, plural, one {# dia} other {# dias}}'

/** The collections policy in plain words. */
export const policy: Catalogue = {
  templates: {
    'collections.policy': {
      title: 'Quando um pagamento se atrasa',
      text: 'Esta é a nossa política de pagamentos, em vigor desde {since}. Enquanto uma fatura estiver por pagar:',
      row: `${when}: {does}${fee}.`,
    },
    'collections.policy.none': {
      title: 'Pagamentos em atraso',
      text: 'O que acontece quando um pagamento se atrasa não está registado aqui, e prefiro não adivinhar. A nossa equipa pode responder, e posso abrir um pedido sobre isto.',
    },
    'note.policy-changes': 'A partir de {from} aplica-se uma nova versão desta política.',
    'note.policy-nothing-open': 'Neste momento não há nenhuma fatura por pagar.',
    'note.policy-no-fee': 'Esta política não acrescenta penalizações nem juros por atraso; o contrato pode prevê-los.',
    'note.policy-suspension': `O acesso: se nada mais resultar, podem ser suspensas as subscrições por pagar, e só essas. Nunca é automático: a decisão é de uma pessoa, e o aviso chega ${count} antes. O pagamento põe-lhe termo.`,
    'note.policy-no-suspension': 'Esta política não prevê nenhum passo que afete o acesso.',
    'note.policy-hours':
      'As mensagens chegam {spanIs, select, one {em {first}} other {de {first} a {last}}}, {times} ({zone}).',
    'note.policy-together':
      'O que calhar noutro dia{holidaysIs, select, known {, ou num feriado,} other {}} chega no seguinte destes dias. Tudo o que há a pagar vem numa só mensagem.',
    'note.policy-cap': `São, no máximo, {contacts, plural, one {# mensagem destas} other {# mensagens destas}} em ${count}.`,
    'note.policy-promise': `Para prometer um pagamento, basta indicar um valor e uma data: até ${count} à frente, {leastIs, select, part {pelo menos {part} do valor a pagar} other {pela totalidade do valor a pagar}}, {times, plural, one {uma vez} other {até # vezes}} por fatura. Os lembretes dessa fatura esperam até lá.`,
    'note.policy-broken': 'Se uma promessa não for cumprida, segue-se: {does}.',
    'note.policy-dispute': `Se algo numa fatura estiver errado, pode ser contestado aqui: essa parte fica em suspenso e o resto mantém o vencimento. Depois da decisão, há ${count} para pagar o que restar dela.`,
    'note.policy-paid': `Se o pagamento já foi feito, basta dizê-lo: os lembretes esperam ${count} até que chegue.`,
    'note.policy-later': `«Lembre-me mais tarde» adia-os ${count}, e é possível parar os lembretes anteriores ao vencimento.`,
    'note.policy-contacts':
      'Os contactos de faturação da empresa podem, aqui, prometer um pagamento, contestar um valor e adiar lembretes.',
    'note.policy-exempt': 'Os lembretes estão desligados para a empresa até {until}.',
    'note.policy-bill': '{invoice}: {amount}, vencimento em {due}, {state}.',
    'note.policy-more':
      '{more, plural, one {Há mais uma fatura por pagar, que não aparece aqui} other {Há mais # faturas por pagar, que não aparecem aqui}}.',
    'note.policy-next': 'Como está agora, o próximo passo é em {on}: {does}.',
    'note.policy-access': 'Por estes passos, o acesso não é afetado antes de {on}.',
  },
  terms: {
    'policy.when.on': 'no dia',
    'policy.when.before': 'antes',
    'policy.when.after': 'depois',
    'policy.count.calendar': 'dias',
    'policy.count.business': 'dias úteis',
    'policy.from.due-date': 'vencimento',
    'policy.from.invoice-date': 'data da fatura',
    'policy.does.courtesy': 'um lembrete de cortesia',
    'policy.does.remind': 'um lembrete',
    'policy.does.warn': 'um aviso de que podem seguir-se outras medidas',
    'policy.does.person': 'alguém da nossa equipa analisa o caso e pode entrar em contacto',
    'policy.does.propose-suspension': 'ponderamos suspender as subscrições por pagar',
    'policy.fee.none': 'sem acréscimo',
    'policy.fee.some': 'um acréscimo',
    'policy.fee.amount': 'uma penalização',
    'policy.fee.percent': 'uma penalização',
    'policy.fee.per-year': 'juros',
    'policy.least.part': 'uma parte',
    'policy.least.all': 'tudo',
    'policy.holidays.known': 'feriados',
    'policy.holidays.unknown': 'sem feriados registados',
    'policy.bill.running': 'por pagar',
    'policy.bill.disputed': 'contestada',
    'policy.bill.promised': 'com pagamento prometido',
    'policy.bill.exempt': 'sem lembretes',
    'policy.bill.held': 'lembretes em espera',
    'policy.bill.says-paid': 'indicada como paga',
    'policy.bill.later': 'lembretes adiados',
    'policy.bill.suspension': 'suspensão em curso',
  },
}
