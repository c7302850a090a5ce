import type { Catalogue } from '../../catalogue.ts'
import { select } from '../select.ts'

const cause = select('causeIs', {
  quantity: '{product}: cantidad {before} → {after}',
  usage: '{product}, {meter}: consumo {before} → {after}',
  meters: '{product}: consumo de {meters, plural, one {# medidor} other {# medidores}}',
  unit_price: '{product}: precio {priceBefore} → {priceAfter} por unidad',
  prices: '{product}: otros precios',
  partial_period:
    '{product}: cantidad {seatsBefore} → {seatsAfter} desde el {day}, por {days, number} de {of, number} días',
  partial_period_gone:
    '{product}: el cargo de {days, number} de {of, number} días desde el {day} solo estaba en la factura anterior',
  partial_periods: '{product}: cambios a mitad de un periodo',
  product_started: '{product}: nuevo',
  more_cycles: '{product}: facturado más veces',
  product_ended: '{product}: ya no se factura',
  fewer_cycles: '{product}: facturado menos veces',
  plan: '{product}: cambio de plan, de plazo o de facturación',
  plan_into: '{product}: pasa a {into}',
  promotion: '{product}: ha cambiado la promoción, precio {priceBefore} → {priceAfter} por unidad',
  one_off: '{product}: se cobra una sola vez, no cada mes',
  one_off_gone: '{product}: se cobró una sola vez en la factura anterior, no se repite',
  credit: '{product}: abono',
  credit_gone: '{product}: el abono de la factura anterior no se repite',
  correction: '{product}: corrección de días anteriores',
  correction_gone: '{product}: la corrección de la factura anterior no se repite',
  exchange_rate: 'Tipo de cambio, tal como se facturó',
  tax: 'Impuestos',
  rounding: 'Redondeo al céntimo',
  other: 'Sin explicación en las líneas',
})
const row = `${cause}: {sign}{amount}`

const to = select('toWhatIs', {
  bill: 'La factura {toName} asciende a',
  month: 'La factura de {toName} asciende a',
  other: 'Las facturas de {toName} ascienden a',
})
const from = select('fromWhatIs', {
  bill: 'que la factura {fromName}',
  month: 'que la de {fromName}',
  other: 'que las de {fromName}',
})
const within = select('toWhatIs', { bill: 'en la factura {toName}', month: 'en {toName}', other: 'en {toName}' })
const thanWithin = select('fromWhatIs', {
  bill: 'que en la factura {fromName}',
  month: 'que en {fromName}',
  other: 'que en {fromName}',
})
const title = select('toWhatIs', {
  bill: 'Qué ha cambiado en la factura {toName}',
  other: 'Qué ha cambiado en {toName}',
})
const compared = (side: string) =>
  select('directionIs', {
    more: `{difference} más ${side} ({from})`,
    less: `{difference} menos ${side} ({from})`,
    other: `ni más ni menos ${side}`,
  })
const thanPeriod = select('directionIs', {
  more: `{difference} más que en {fromName} ({from})`,
  less: `{difference} menos que en {fromName} ({from})`,
  other: `lo mismo que en {fromName}`,
})
const reasons = select('reasonsIs', {
  none: 'No ha cambiado nada.',
  one: 'El motivo:',
  other: 'Los motivos, de mayor a menor, con los impuestos aparte:',
})

/** Why one bill differs from another. */
export const change: Catalogue = {
  templates: {
    'invoice.change': { title, text: `${to} {to}, ${compared(from)}. ${reasons}`, row, detail: cause },
    'invoice.change.product': {
      title: '{product}, {toName}',
      text: `{product} ${within}: {to} sin impuestos, ${compared(thanWithin)}.`,
      row,
      detail: cause,
    },
    'usage.change': {
      title: 'Azure, {toName}',
      text: `El consumo de Azure ${within} asciende a {to} sin impuestos, ${compared(thanWithin)}. Por grupo de recursos y medidor, del mayor cambio al menor:`,
      row: '{group} ({place}), {meter}: {before} → {after} ({unit}): {sign}{amount}',
      detail: '{group} ({place}), {meter}: {before} → {after} ({unit})',
    },
    'cost.change': {
      title: 'Qué ha cambiado en el coste: {toName}',
      text: `Microsoft facturó {to} en {toName}, ${thanPeriod}.`,
      row,
      detail: cause,
    },
    'margin.change': {
      title: 'El margen de {toName}',
      text: `Antes de impuestos quedan {to} en {toName}, ${thanPeriod}.`,
      row,
      detail: cause,
    },
    'invoice.change.alone': {
      title: 'Nada con que comparar',
      text: 'No hay ninguna factura anterior a {toName} con la que comparar.',
    },
    'invoice.change.none-of-period': {
      title: 'Nada con que comparar',
      text: 'No hay ninguna factura de {period} con la que comparar {toName}.',
    },
    'invoice.change.other-currency': {
      title: 'Monedas distintas',
      text: '{toName} y {fromName} están en monedas distintas. Los importes nunca se convierten, así que no hay diferencia que explicar.',
    },
    'cost.change.none': {
      title: 'Sin costes',
      text: 'Microsoft no facturó nada de este cliente en {period}, o ese fichero no se ha importado.',
    },
    'margin.change.other-currency': {
      title: 'Sin margen',
      text: 'Al cliente se le factura en otra moneda que la de Microsoft, o no en los dos periodos: no hay margen que indicar, porque nada se convierte.',
    },
    'note.fewer-bills':
      'Tenga en cuenta que {toName} tiene {toCount, plural, one {# mes facturado} other {# meses facturados}} y {fromName}, {fromCount, number}.',
    'note.more-causes': '{more, plural, one {Un motivo menor suma} other {# motivos menores suman}} {sign}{amount}.',
    'note.more-rises': '{more, plural, one {Un cambio menor suma} other {# cambios menores suman}} {sign}{amount}.',
    'note.beside-usage':
      'Los abonos y otras líneas de Azure no están en estas cifras; sin impuestos, son {before} ({fromName}) y {after} ({toName}).',
    'note.no-resource-groups':
      'No consta en qué grupo de recursos fue: el consumo diario de estas facturas no está aquí.',
    'note.unexplained':
      '{amount} de la diferencia no se explican con las líneas. Conviene que lo mire una persona: pídame hablar con alguien.',
    'next.all-causes': 'Ver todos los motivos',
    'next.last-year': 'Comparar con hace un año',
    'next.resource-groups': '¿Qué grupo de recursos de Azure fue?',
  },
  terms: {
    'cause.quantity': 'cantidad',
    'cause.usage': 'consumo',
    'cause.meters': 'consumo',
    'cause.unit-price': 'precio',
    'cause.prices': 'precios',
    'cause.partial-period': 'parte de un periodo',
    'cause.partial-period-gone': 'cargo parcial anterior',
    'cause.partial-periods': 'cambios a mitad',
    'cause.product-started': 'nuevo',
    'cause.more-cycles': 'más veces',
    'cause.product-ended': 'terminado',
    'cause.fewer-cycles': 'menos veces',
    'cause.plan': 'cambio de plan',
    'cause.plan-into': 'cambio de plan',
    'cause.promotion': 'promoción',
    'cause.one-off': 'cobro único',
    'cause.one-off-gone': 'cobro único de la anterior',
    'cause.credit': 'abono',
    'cause.credit-gone': 'abono de la anterior',
    'cause.correction': 'corrección de días anteriores',
    'cause.correction-gone': 'corrección de la anterior',
    'cause.exchange-rate': 'tipo de cambio',
    'cause.tax': 'impuestos',
    'cause.rounding': 'redondeo',
    'cause.unexplained': 'sin explicación',
    'cause.others': 'todo lo demás',
    'direction.more': 'más',
    'direction.less': 'menos',
    'direction.same': 'lo mismo',
    'reasons.none': 'ninguno',
    'reasons.one': 'uno',
    'reasons.several': 'varios',
    'compared.bill': 'factura',
    'compared.month': 'mes',
    'compared.period': 'periodo',
    'usage.no-group': 'sin grupo de recursos',
    'sign.plus': '+',
    'sign.minus': '',
  },
}
