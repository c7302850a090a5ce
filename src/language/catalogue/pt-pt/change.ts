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
    '{product}: o valor parcial desde {day} ({days, number} de {of, number} dias) só constava da anterior',
  partial_periods: '{product}: alterações a meio de um período',
  product_started: '{product}: novo',
  more_cycles: '{product}: faturado mais vezes',
  product_ended: '{product}: terminou',
  fewer_cycles: '{product}: faturado menos vezes',
  plan: '{product}: mudança de plano, de prazo ou de faturação',
  plan_into: '{product}: passou a {into}',
  promotion: '{product}: a promoção mudou, preço {priceBefore} → {priceAfter} por unidade',
  one_off: '{product}: não é faturado todos os meses',
  one_off_gone: '{product}: só constava da anterior, porque não é faturado todos os meses',
  credit: '{product}: crédito',
  credit_gone: '{product}: o crédito da anterior não se repete',
  correction: '{product}: correção de dias anteriores',
  correction_gone: '{product}: a correção da anterior não se repete',
  exchange_rate: 'Taxa de câmbio, tal como faturada',
  tax: 'Imposto',
  rounding: 'Arredondamento ao cêntimo',
  other: 'Sem explicação nas linhas',
})
const row = `${cause}: {sign}{amount}`

const to = select('toWhatIs', {
  bill: 'A fatura {toName} soma',
  month: 'A fatura de {toName} soma',
  other: 'As faturas de {toName} somam',
})
const from = select('fromWhatIs', {
  bill: 'do que a fatura {fromName}',
  month: 'do que a de {fromName}',
  other: 'do que as de {fromName}',
})
const title = select('toWhatIs', { bill: 'O que mudou na fatura {toName}', other: 'O que mudou em {toName}' })
const compared = (side: string) =>
  select('directionIs', {
    more: `mais {difference} ${side} ({from})`,
    less: `menos {difference} ${side} ({from})`,
    other: `nem mais nem menos ${side}`,
  })
const thanPeriod = select('directionIs', {
  more: `mais {difference} do que em {fromName} ({from})`,
  less: `menos {difference} do que em {fromName} ({from})`,
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
  more: `mais {difference} do que ${inFrom} ({from})`,
  less: `menos {difference} do que ${inFrom} ({from})`,
  other: `o mesmo que ${inFrom}`,
})
const reasons = select('reasonsIs', {
  none: 'Nada mudou.',
  one: 'O motivo:',
  other: 'Os motivos, do maior para o menor, com o imposto à parte:',
})

/** Why one bill differs from another. */
export const change: Catalogue = {
  templates: {
    'invoice.change': { title, text: `${to} {to}, ${compared(from)}. ${reasons}`, row, detail: cause },
    'invoice.change.product': {
      title: '{product}, {toName}',
      text: `{product} ${inTo}: {to} antes de impostos, ${thanIn}.`,
      row,
      detail: cause,
    },
    'usage.change': {
      title: 'Azure, {toName}',
      text: `O consumo de Azure ${inTo} soma {to} antes de impostos, ${thanIn}. Por grupo de recursos e medidor, da maior alteração para a menor:`,
      row: '{group} ({place}), {meter}: {before} → {after} ({unit}): {sign}{amount}',
      detail: '{group} ({place}), {meter}: {before} → {after} ({unit})',
    },
    'cost.change': {
      title: 'O que mudou no custo: {toName}',
      text: `A Microsoft faturou {to} em {toName}, ${thanPeriod}.`,
      row,
      detail: cause,
    },
    'margin.change': {
      title: 'A margem de {toName}',
      text: `Antes de impostos, ficam {to} em {toName}, ${thanPeriod}.`,
      row,
      detail: cause,
    },
    'invoice.change.alone': {
      title: 'Nada com que comparar',
      text: 'Não há nenhuma fatura anterior a {toName} com que comparar.',
    },
    'invoice.change.none-of-period': {
      title: 'Nada com que comparar',
      text: 'Não há nenhuma fatura de {period} com que comparar {toName}.',
    },
    'invoice.change.other-currency': {
      title: 'Moedas diferentes',
      text: '{toName} e {fromName} estão em moedas diferentes. Os valores nunca são convertidos, por isso não há diferença a explicar.',
    },
    'cost.change.none': {
      title: 'Sem custos',
      text: 'A Microsoft não faturou nada deste cliente em {period}, ou esse ficheiro não foi importado.',
    },
    'margin.change.other-currency': {
      title: 'Sem margem',
      text: 'O cliente é faturado noutra moeda que não a da Microsoft, ou não o foi nos dois períodos: não há margem a indicar, porque nada se converte.',
    },
    'note.fewer-bills':
      'Atenção: {toName} tem {toCount, plural, one {# mês faturado} other {# meses faturados}}, {fromName} tem {fromCount, number}.',
    'note.more-causes':
      '{more, plural, one {Um motivo mais pequeno soma} other {# motivos mais pequenos somam}} {sign}{amount}.',
    'note.more-rises':
      '{more, plural, one {Uma alteração mais pequena soma} other {# alterações mais pequenas somam}} {sign}{amount}.',
    'note.beside-usage':
      'Além do consumo, há créditos ou outras linhas de Azure, antes de impostos: {fromName}, {before}; {toName}, {after}.',
    'note.no-resource-groups':
      'Não consta em que grupo de recursos foi: o consumo diário destas faturas não está aqui.',
    'note.unexplained':
      '{amount} da diferença não se explicam pelas linhas. Convém que uma pessoa veja isto: peça-me para falar com alguém.',
    'next.all-causes': 'Mostrar todos os motivos',
    'next.last-year': 'Comparar com há um ano',
    'next.resource-groups': 'Que grupo de recursos do Azure foi?',
  },
  terms: {
    'cause.quantity': 'quantidade',
    'cause.usage': 'consumo',
    'cause.meters': 'consumo',
    'cause.unit-price': 'preço',
    'cause.prices': 'preços',
    'cause.partial-period': 'parte de um período',
    'cause.partial-period-gone': 'valor parcial da anterior',
    'cause.partial-periods': 'partes de um período',
    'cause.product-started': 'novo',
    'cause.more-cycles': 'mais vezes',
    'cause.product-ended': 'terminou',
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
    'cause.tax': 'imposto',
    'cause.rounding': 'arredondamento',
    'cause.unexplained': 'sem explicação',
    'cause.others': 'tudo o resto',
    'direction.more': 'mais',
    'direction.less': 'menos',
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
