import type { Catalogue } from '../../catalogue.ts'
import { select } from '../select.ts'

const cause = select('causeIs', {
  quantity: '{product}: quantidade {before} → {after}',
  usage: '{product}, {meter}: consumo {before} → {after}',
  meters: '{product}: consumo de {meters, plural, one {# medidor} other {# medidores}}',
  unit_price: '{product}: preço {priceBefore} → {priceAfter} por unidade',
  prices: '{product}: outros preços',
  partial_period:
    '{product}: quantidade {seatsBefore} → {seatsAfter} a partir de {day}, {days, number} de {of, number} dias do período',
  partial_period_gone:
    '{product}: a cobrança parcial desde {day} ({days, number} de {of, number} dias) estava só na anterior',
  partial_periods: '{product}: alterações no meio de um período',
  product_started: '{product}: novo',
  more_cycles: '{product}: cobrado mais vezes',
  product_ended: '{product}: encerrado',
  fewer_cycles: '{product}: cobrado menos vezes',
  plan: '{product}: mudança de plano, de prazo ou de cobrança',
  plan_into: '{product}: passou para {into}',
  promotion: '{product}: a promoção mudou, preço {priceBefore} → {priceAfter} por unidade',
  one_off: '{product}: não é cobrado todo mês',
  one_off_gone: '{product}: estava só na anterior, porque não é cobrado todo mês',
  credit: '{product}: crédito',
  credit_gone: '{product}: o crédito da anterior não se repete',
  correction: '{product}: correção de dias anteriores',
  correction_gone: '{product}: a correção da anterior não se repete',
  exchange_rate: 'Taxa de câmbio, conforme cobrada',
  tax: 'Impostos',
  rounding: 'Arredondamento de centavos',
  other: 'Sem explicação nas linhas',
})
const row = `${cause}: {sign}{amount}`

const to = select('toWhatIs', {
  bill: 'A fatura {toName} soma',
  month: 'A fatura de {toName} soma',
  other: 'As faturas de {toName} somam',
})
const from = select('fromWhatIs', {
  bill: 'que a fatura {fromName}',
  month: 'que a de {fromName}',
  other: 'que as de {fromName}',
})
const title = select('toWhatIs', { bill: 'O que mudou na fatura {toName}', other: 'O que mudou em {toName}' })
const compared = (side: string) =>
  select('directionIs', {
    more: `{difference} a mais ${side} ({from})`,
    less: `{difference} a menos ${side} ({from})`,
    other: `nem mais nem menos ${side}`,
  })
const thanPeriod = select('directionIs', {
  more: `{difference} a mais que em {fromName} ({from})`,
  less: `{difference} a menos que em {fromName} ({from})`,
  other: `o mesmo que em {fromName}`,
})
const inTo = select('toWhatIs', {
  bill: 'na fatura {toName}',
  month: 'em {toName}',
  other: 'no período de {toName}',
})
const inFrom = select('fromWhatIs', {
  bill: 'na fatura {fromName}',
  month: 'em {fromName}',
  other: 'no período de {fromName}',
})
const thanIn = select('directionIs', {
  more: `{difference} a mais que ${inFrom} ({from})`,
  less: `{difference} a menos que ${inFrom} ({from})`,
  other: `o mesmo que ${inFrom}`,
})
const reasons = select('reasonsIs', {
  none: 'Nada mudou.',
  one: 'O motivo:',
  other: 'Os motivos, do maior para o menor, com os impostos à parte:',
})

/** Why one bill differs from another. */
export const change: Catalogue = {
  templates: {
    'invoice.change': { title, text: `${to} {to}, ${compared(from)}. ${reasons}`, row, detail: cause },
    'invoice.change.product': {
      title: '{product}, {toName}',
      text: `{product} ${inTo}: {to} antes dos impostos, ${thanIn}.`,
      row,
      detail: cause,
    },
    'usage.change': {
      title: 'Azure, {toName}',
      text: `O consumo de Azure ${inTo} soma {to} antes dos impostos, ${thanIn}. Por grupo de recursos e medidor, da maior mudança para a menor:`,
      row: '{group} ({place}), {meter}: {before} → {after} ({unit}): {sign}{amount}',
      detail: '{group} ({place}), {meter}: {before} → {after} ({unit})',
    },
    'cost.change': {
      title: 'O que mudou no custo: {toName}',
      text: `A Microsoft cobrou {to} em {toName}, ${thanPeriod}.`,
      row,
      detail: cause,
    },
    'margin.change': {
      title: 'A margem de {toName}',
      text: `Antes dos impostos, sobram {to} em {toName}, ${thanPeriod}.`,
      row,
      detail: cause,
    },
    'invoice.change.alone': { title: 'Nada para comparar', text: 'Não há fatura anterior a {toName} para comparar.' },
    'invoice.change.none-of-period': {
      title: 'Nada para comparar',
      text: 'Não há fatura de {period} para comparar com {toName}.',
    },
    'invoice.change.other-currency': {
      title: 'Moedas diferentes',
      text: '{toName} e {fromName} estão em moedas diferentes. Os valores nunca são convertidos, então não há diferença a explicar.',
    },
    'cost.change.none': {
      title: 'Sem custos',
      text: 'A Microsoft não cobrou nada deste cliente em {period}, ou esse arquivo não foi importado.',
    },
    'margin.change.other-currency': {
      title: 'Sem margem',
      text: 'O cliente é cobrado em outra moeda que não a da Microsoft, ou não foi cobrado nos dois períodos: não há margem a informar, porque nada é convertido.',
    },
    'note.fewer-bills':
      'Atenção: {toName} tem {toCount, plural, one {# mês cobrado} other {# meses cobrados}}, {fromName} tem {fromCount, number}.',
    'note.more-causes': '{more, plural, one {Um motivo menor soma} other {# motivos menores somam}} {sign}{amount}.',
    'note.more-rises': '{more, plural, one {Uma mudança menor soma} other {# mudanças menores somam}} {sign}{amount}.',
    'note.beside-usage':
      'Além do consumo, há créditos ou outras linhas de Azure, sem impostos: {fromName}, {before}; {toName}, {after}.',
    'note.no-resource-groups':
      'Não consta em qual grupo de recursos foi: o consumo diário dessas faturas não está aqui.',
    'note.unexplained':
      '{amount} da diferença não se explicam pelas linhas. Vale uma pessoa olhar isso: peça para falar com alguém.',
    'next.all-causes': 'Mostrar todos os motivos',
    'next.last-year': 'Comparar com um ano atrás',
    'next.resource-groups': 'Qual grupo de recursos do Azure foi?',
  },
  terms: {
    'cause.quantity': 'quantidade',
    'cause.usage': 'consumo',
    'cause.meters': 'consumo',
    'cause.unit-price': 'preço',
    'cause.prices': 'preços',
    'cause.partial-period': 'parte de um período',
    'cause.partial-period-gone': 'cobrança parcial da anterior',
    'cause.partial-periods': 'partes de um período',
    'cause.product-started': 'novo',
    'cause.more-cycles': 'mais vezes',
    'cause.product-ended': 'encerrado',
    'cause.fewer-cycles': 'menos vezes',
    'cause.plan': 'mudança de plano',
    'cause.plan-into': 'mudança de plano',
    'cause.promotion': 'promoção',
    'cause.one-off': 'cobrado uma vez',
    'cause.one-off-gone': 'cobrado uma vez na anterior',
    'cause.credit': 'crédito',
    'cause.credit-gone': 'crédito da anterior',
    'cause.correction': 'correção de dias anteriores',
    'cause.correction-gone': 'correção da anterior',
    'cause.exchange-rate': 'taxa de câmbio',
    'cause.tax': 'impostos',
    'cause.rounding': 'arredondamento',
    'cause.unexplained': 'sem explicação',
    'cause.others': 'todo o resto',
    'direction.more': 'a mais',
    'direction.less': 'a menos',
    'direction.same': 'o mesmo',
    'reasons.none': 'nenhum',
    'reasons.one': 'um',
    'reasons.several': 'vários',
    'compared.bill': 'fatura',
    'compared.month': 'mês',
    'compared.period': 'período',
    'usage.no-group': 'sem grupo de recursos',
    'sign.plus': '+',
    'sign.minus': '',
  },
}
