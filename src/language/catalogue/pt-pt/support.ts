import type { Catalogue } from '../../catalogue.ts'

/** What the partner says of its support: hours, contact, price, promises. */
export const support: Catalogue = {
  templates: {
    'support.terms': {
      title: 'Apoio da {partner}',
      text: 'Horário de atendimento da {partner}:',
      row: '{spanIs, select, one {{first}} other {{first} a {last}}}: {times} ({zone})',
    },
    'support.terms.none': { title: 'Apoio', text: 'Ainda não há horário de apoio registado aqui.' },
    'note.contact': 'Contacto da {partner}: {mail}',
    'note.contact-phone': 'Contacto da {partner}: {mail}, {phone}',
    'note.portal': 'Portal: {portal}',
    'note.hours': '{spanIs, select, one {{first}} other {{first} a {last}}}: {times} ({zone})',
    'note.open': 'O atendimento está aberto neste momento.',
    'note.open-now': 'O atendimento está aberto neste momento, até {until}.',
    'note.closed-now': 'O atendimento está fechado neste momento; reabre {opens}.',
    'note.closed': 'O atendimento está fechado neste momento, sem abertura prevista nos próximos dias.',
    'note.holiday': 'O atendimento está fechado em {day}, por ser feriado.',
    'note.plan': 'O seu plano de apoio: {plan}.',
    'note.covers': 'Inclui: {covers}',
    'note.model':
      '{modelIs, select, resold {O apoio é prestado pela {provider}; nós revendemo-lo.} outsourced {O apoio é prestado pela {provider}, em nosso nome.} other {O apoio é prestado pela equipa da {provider}.}}',
    'note.price':
      '{chargedIs, select, technical {O apoio técnico custa {price} por {per}; as questões de faturação e de licenças não têm custo adicional.} commercial {A ajuda com faturação e licenças custa {price} por {per}; o apoio técnico não tem custo adicional.} other {O apoio custa {price} por {per}.}}',
    'note.no-price': 'O apoio não tem custo adicional.',
    'note.target':
      '{priority}: primeira resposta no prazo de {respondInIs, select, hours {{respond, plural, one {# hora útil} other {# horas úteis}}} other {{respond, plural, one {# minuto útil} other {# minutos úteis}}}}, solução no prazo de {resolveInIs, select, hours {{resolve, plural, one {# hora útil} other {# horas úteis}}} other {{resolve, plural, one {# minuto útil} other {# minutos úteis}}}}.',
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
    'support.outsourced': 'subcontratado',
    'per.hour': 'hora',
    'per.case': 'pedido',
    'per.month': 'mês',
    'charged.all': 'todos os pedidos',
    'charged.technical': 'apoio técnico',
    'charged.commercial': 'faturação e licenças',
    'target.urgent': 'Urgente (ninguém consegue trabalhar)',
    'target.high': 'Alta (várias pessoas não conseguem trabalhar)',
    'target.normal': 'Normal (uma pessoa é afetada)',
    'target.low': 'Baixa (uma pergunta)',
    'business.hours': 'horas úteis',
    'business.minutes': 'minutos úteis',
  },
}
