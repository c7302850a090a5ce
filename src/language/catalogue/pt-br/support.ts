import type { Catalogue } from '../../catalogue.ts'

/** What the partner says of its support: hours, contact, price, promises. */
export const support: Catalogue = {
  templates: {
    'support.terms': {
      title: 'Suporte da {partner}',
      text: 'Horário de atendimento da {partner}:',
      row: '{spanIs, select, one {{first}} other {{first} a {last}}}: {times} ({zone})',
    },
    'support.terms.none': { title: 'Suporte', text: 'Ainda não há horário de suporte registrado aqui.' },
    'note.contact': 'Contato da {partner}: {mail}',
    'note.contact-phone': 'Contato da {partner}: {mail}, {phone}',
    'note.portal': 'Portal: {portal}',
    'note.hours': '{spanIs, select, one {{first}} other {{first} a {last}}}: {times} ({zone})',
    'note.open': 'O atendimento está aberto neste momento.',
    'note.open-now': 'O atendimento está aberto neste momento, até {until}.',
    'note.closed-now': 'O atendimento está fechado neste momento; reabre {opens}.',
    'note.closed': 'O atendimento está fechado neste momento, sem abertura prevista para os próximos dias.',
    'note.holiday': 'O atendimento está fechado em {day}, por ser feriado.',
    'note.plan': 'Seu plano de suporte: {plan}.',
    'note.covers': 'Inclui: {covers}',
    'note.model':
      '{modelIs, select, resold {O suporte é prestado pela {provider}; nós o revendemos.} outsourced {O suporte é prestado pela {provider}, em nosso nome.} other {O suporte é prestado pela equipe da {provider}.}}',
    'note.price':
      '{chargedIs, select, technical {O suporte técnico custa {price} por {per}; dúvidas de cobrança e de licenças não têm custo adicional.} commercial {A ajuda com cobrança e licenças custa {price} por {per}; o suporte técnico não tem custo adicional.} other {O suporte custa {price} por {per}.}}',
    'note.no-price': 'O suporte não tem custo adicional.',
    'note.target':
      '{priority}: primeira resposta em até {respondInIs, select, hours {{respond, plural, one {# hora útil} other {# horas úteis}}} other {{respond, plural, one {# minuto útil} other {# minutos úteis}}}}, solução em até {resolveInIs, select, hours {{resolve, plural, one {# hora útil} other {# horas úteis}}} other {{resolve, plural, one {# minuto útil} other {# minutos úteis}}}}.',
  },
  terms: {
    'weekday.monday': 'segunda-feira',
    'weekday.tuesday': 'terça-feira',
    'weekday.wednesday': 'quarta-feira',
    'weekday.thursday': 'quinta-feira',
    'weekday.friday': 'sexta-feira',
    'weekday.saturday': 'sábado',
    'weekday.sunday': 'domingo',
    'span.one': 'um dia',
    'span.many': 'vários dias',
    'support.own': 'próprio',
    'support.resold': 'revendido',
    'support.outsourced': 'terceirizado',
    'per.hour': 'hora',
    'per.case': 'chamado',
    'per.month': 'mês',
    'charged.all': 'todos os chamados',
    'charged.technical': 'suporte técnico',
    'charged.commercial': 'cobrança e licenças',
    'target.urgent': 'Urgente (ninguém consegue trabalhar)',
    'target.high': 'Alta (várias pessoas não conseguem trabalhar)',
    'target.normal': 'Normal (uma pessoa é afetada)',
    'target.low': 'Baixa (uma dúvida)',
    'business.hours': 'horas úteis',
    'business.minutes': 'minutos úteis',
  },
}
