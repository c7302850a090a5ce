import type { Catalogue } from '../../catalogue.ts'
import { select } from '../select.ts'

const days = select('countIs', {
  business: '{days, plural, one {# dia útil} other {# dias úteis}}',
  other: '{days, plural, one {# dia} other {# dias}}',
})
const when = select('whenIs', {
  on: select('fromIs', { invoice_date: 'Na data da fatura', other: 'No vencimento' }),
  before: `${days} antes do vencimento`,
  other: `${days} depois ${select('fromIs', { invoice_date: 'da data da fatura', other: 'do vencimento' })}`,
})
const fee = select('feeIs', {
  amount: '; há multa de {charge} por atraso',
  percent: '; há multa de {charge} sobre o valor em atraso',
  per_year: '; há juros de {charge} ao ano sobre o valor em atraso',
  some: '; há multa ou juros por atraso',
  other: '',
})
const count = '{days, plural, one {# dia} other {# dias}}'

/** The collections policy in plain words. */
export const policy: Catalogue = {
  templates: {
    'collections.policy': {
      title: 'Quando um pagamento atrasa',
      text: 'Esta é a nossa política de cobrança, em vigor desde {since}. Enquanto uma fatura estiver em aberto:',
      row: `${when}: {does}${fee}.`,
    },
    'collections.policy.none': {
      title: 'Pagamentos em atraso',
      text: 'O que acontece quando um pagamento atrasa não está registrado aqui, e prefiro não adivinhar. Nossa equipe pode responder, e posso abrir um chamado sobre isso.',
    },
    'note.policy-changes': 'A partir de {from} vale uma nova versão desta política.',
    'note.policy-nothing-open': 'No momento não há nenhuma fatura em aberto.',
    'note.policy-no-fee': 'Esta política não acrescenta multa nem juros por atraso; seu contrato pode prever.',
    'note.policy-suspension': `Seu acesso: se nada mais resolver, as assinaturas em atraso, e só elas, podem ser suspensas. Nunca é automático: uma pessoa decide, e você é avisado ${count} antes. O pagamento encerra o processo.`,
    'note.policy-no-suspension': 'Esta política não tem nenhuma etapa que afete seu acesso.',
    'note.policy-hours':
      'As mensagens chegam {spanIs, select, one {em {first}} other {de {first} a {last}}}, {times} ({zone}).',
    'note.policy-together':
      'O que cair em outro dia{holidaysIs, select, known {, ou em feriado,} other {}} chega no próximo desses dias. Tudo o que há para pagar vem em uma só mensagem.',
    'note.policy-cap': `Você recebe no máximo {contacts, plural, one {# mensagem dessas} other {# mensagens dessas}} em ${count}.`,
    'note.policy-promise': `Para prometer um pagamento, diga um valor e uma data: até ${count} à frente, {leastIs, select, part {pelo menos {part} do valor a pagar} other {de todo o valor a pagar}}, {times, plural, one {uma vez} other {até # vezes}} por fatura. Os lembretes dessa fatura esperam até lá.`,
    'note.policy-broken': 'Se uma promessa não for cumprida, o que vem é: {does}.',
    'note.policy-dispute': `Se algo em uma fatura estiver errado, conteste aqui: essa parte fica suspensa e o restante mantém o vencimento. Depois da decisão, você tem ${count} para pagar o que sobrar dela.`,
    'note.policy-paid': `Se você já pagou, me diga: os lembretes esperam ${count} até o pagamento entrar.`,
    'note.policy-later': `“Lembre-me mais tarde” adia os lembretes por ${count}, e você pode parar os que vêm antes do vencimento.`,
    'note.policy-contacts':
      'Os contatos de cobrança da sua empresa podem, aqui, prometer um pagamento, contestar um valor e adiar lembretes.',
    'note.policy-exempt': 'Os lembretes estão desligados para sua empresa até {until}.',
    'note.policy-bill': '{invoice}: {amount}, vencimento em {due}, {state}.',
    'note.policy-more':
      '{more, plural, one {Há mais uma fatura em aberto, que não aparece aqui} other {Há mais # faturas em aberto, que não aparecem aqui}}.',
    'note.policy-next': 'Como está hoje, o próximo passo é em {on}: {does}.',
    'note.policy-access': 'Por essas etapas, seu acesso não é afetado antes de {on}.',
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
    'policy.does.warn': 'um aviso de que outras medidas podem vir em seguida',
    'policy.does.person': 'alguém da nossa equipe analisa o caso e pode entrar em contato com você',
    'policy.does.propose-suspension': 'avaliamos suspender as assinaturas em atraso',
    'policy.fee.none': 'sem acréscimo',
    'policy.fee.some': 'um acréscimo',
    'policy.fee.amount': 'multa',
    'policy.fee.percent': 'multa',
    'policy.fee.per-year': 'juros',
    'policy.least.part': 'uma parte',
    'policy.least.all': 'tudo',
    'policy.holidays.known': 'feriados',
    'policy.holidays.unknown': 'sem feriados registrados',
    'policy.bill.running': 'em aberto',
    'policy.bill.disputed': 'contestada',
    'policy.bill.promised': 'com pagamento prometido',
    'policy.bill.exempt': 'sem lembretes',
    'policy.bill.held': 'lembretes em espera',
    'policy.bill.says-paid': 'informada como paga',
    'policy.bill.later': 'lembretes adiados',
    'policy.bill.suspension': 'suspensão em andamento',
  },
}
