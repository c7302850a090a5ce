import type { Catalogue } from '../../catalogue.ts'

/** Cómo se llega a un importe: partes de un ciclo, impuestos, tipo de cambio, abonos, periodos, la próxima factura, y las líneas de cada importe. */
export const charges: Catalogue = {
  templates: {
    'charge.proration': {
      title: 'Parte de un periodo en {invoice}',
      text: 'La factura {invoice} tiene {count, plural, one {# concepto} other {# conceptos}} por parte de un periodo, {net} sin impuestos en total. Se calcula así: precio del periodo completo ÷ días del periodo × días facturados × cantidad.',
      row: '{formIs, select, seats {{product}, desde el {from}: {before} → {quantity} licencias, por {billed, number} de {of, number} {partIs, select, months {meses} other {días}}. Nueva cantidad: {price} ÷ {of, number} × {billed, number} × {quantity} = {exact}{digitsIs, select, cut {…} other {}}, se facturaron {charged} (línea {line, number}). Abono de la cantidad anterior: {price} ÷ {of, number} × {billed, number} × {oldQuantity} = {oldExact}{oldDigitsIs, select, cut {…} other {}}, se facturaron {refunded} (línea {refundLine, number}). En total, {net}.} pair {{product} ({period}): {partIs, select, whole {{price} × {quantity}} other {{price} ÷ {of, number} × {billed, number} × {quantity}}} = {exact}{digitsIs, select, cut {…} other {}}, se facturaron {charged} (línea {line, number}). Abono de {oldProduct}: {partIs, select, whole {{oldPrice} × {oldQuantity}} other {{oldPrice} ÷ {oldOf, number} × {oldBilled, number} × {oldQuantity}}} = {oldExact}{oldDigitsIs, select, cut {…} other {}}, se facturaron {refunded} (línea {refundLine, number}). En total, {net}.} single {{product} ({what}, {period}), línea {line, number}: {price} ÷ {of, number} × {billed, number} × {quantity} = {exact}{digitsIs, select, cut {…} other {}}, se facturaron {net}; {billed, number} de {of, number} {partIs, select, months {meses} other {días}}.} other {{product} ({what}, {period}), línea {line, number}: {quantity} × {unitPrice} = {net}. El precio unitario es el de esos días.}}',
    },
    'charge.proration.whole': {
      title: 'No es parte de un periodo',
      text: '{count, plural, one {Este cargo de la factura {invoice} no corresponde} other {Estos cargos de la factura {invoice} no corresponden}} a parte de un periodo. El cálculo:',
      row: '{line, number}. {product} ({what}, {period}): {price} × {quantity} = {exact}{digitsIs, select, cut {…} other {}}, se facturaron {net}',
    },
    'charge.proration.none': {
      title: 'Sin periodos parciales',
      text: 'Nada en la factura {invoice} corresponde a parte de un periodo: {count, plural, one {su única línea es de un periodo completo, de consumo o de una compra única} other {sus # líneas son de periodos completos, de consumo o de compras únicas}}.',
    },
    'note.why-seats':
      'Un cambio de cantidad a mitad de un periodo se factura en dos líneas: el abono de la cantidad anterior y el cargo de la nueva, ambos desde el día del cambio hasta el final del periodo.',
    'note.more-changes':
      '{more, plural, one {Hay un cambio más, menor, de {net}.} other {Hay # cambios más, menores, de {net} en total.}}',
    'note.committed':
      'Las licencias se contratan hasta el final del compromiso. Pueden reducirse, con abono, en un plazo de {days, plural, one {# día} other {# días}} desde la compra, la ampliación o la renovación; después, la cantidad se factura hasta el final del compromiso, aunque algunas ya no se usen.',
    'note.committed-until': '{product}: {quantity, plural, one {# licencia} other {# licencias}} hasta el {end}.',
    'note.rounding': 'Redondeo, {count, plural, one {línea} other {líneas}} {lines}: {rounding}.',
    'note.unit-rounded':
      'Línea {line, number}: {price} ÷ {of, number} × {billed, number} se redondea primero a la baja, a {unit} por unidad; × {quantity} = {net}.',
    'note.not-reproduced':
      'Línea {line, number}: el cálculo da {worked} y se facturaron {net}, una diferencia de {difference}. Vale el importe de la factura; una persona puede revisarlo.',
    'note.calculation':
      'El cálculo: {partIs, select, whole {{price} × {quantity}} other {{price} por periodo completo ÷ {of, number} × {billed, number} {partIs, select, months {meses} other {días}} × {quantity}}} = {exact}{digitsIs, select, cut {…} other {}}',
    'charge.tax': {
      title: 'Impuestos de {invoice}',
      text: '{document} {invoice}: {tax} de impuestos sobre {net}, total de {total}. Tal como se facturó:',
      row: '{name} {rate} sobre {base}: {fitIs, select, exact {{amount}} nearest {{exact}, redondeado al céntimo más cercano: {amount}} other {{amount}, tal como se facturó; el tipo sobre esta base daría {exact}}}',
    },
    'charge.tax.zero': {
      title: 'Impuestos de {invoice}',
      text: '{document} {invoice}: no lleva impuestos; el importe es de {total}, con y sin impuestos.',
      row: '{name} {rate} sobre {base}: {amount}',
    },
    'note.tax-by-line':
      'El impuesto se calcula una sola vez, sobre la suma de las líneas de cada tipo. Línea por línea puede dar un céntimo más o menos; vale lo que figura en la factura.',
    'note.tax-document': 'El documento fiscal lo emite el departamento de contabilidad.',
    'charge.currency': {
      title: 'Tipo de cambio en {invoice}',
      text: 'La factura {invoice} está en {currency}. {count, plural, one {# línea tiene} other {# líneas tienen}} el precio en otra moneda y se {count, plural, one {facturó} other {facturaron}} así:',
      row: '{pricing} a {currency}: {rate}{datedIs, select, known {, cambio del {day}} other {}}; {product}, {count, plural, one {línea} other {líneas}} {lines}, {net} sin impuestos',
    },
    'charge.currency.none': {
      title: 'Sin tipo de cambio en {invoice}',
      text: 'La factura {invoice} no tiene tipo de cambio: sus precios están fijados en {currency}.',
    },
    'note.rate-as-billed':
      'El tipo de cambio quedó fijado con la factura y no cambia después; yo no hago ninguna conversión.',
    'charge.credit': {
      title: 'Abonos y reembolsos',
      text: '{count, plural, one {Consta # abono} other {Constan # abonos}}{whichIs, select, amount { de {amount}} product { de {product}} period { de {period}} other {}}. {leftIs, select, left {De su crédito, {unused} aún no se han aplicado a ninguna factura.} other {No queda ningún crédito por aplicar.}}',
      row: '{formIs, select, note {Nota de crédito {invoice}, del {on}: {amount}. {appliedIs, select, used {Se aplicó entera a la factura {bill}.} partly {{used} se aplicaron a la factura {bill}; quedan {left}.} other {Aún no se ha aplicado a ninguna factura; quedan {left}.}}} payment {Pago de {amount} recibido el {on}: quedan {left}, sin aplicar a ninguna factura.} other {Factura {invoice} ({billed}), {count, plural, one {línea} other {líneas}} {lines}: {product} ({what}), {amount} sin impuestos, ya descontados en esa factura.}}',
    },
    'charge.credit.none': {
      title: 'Ningún abono encontrado',
      text: 'No consta ningún abono, reembolso ni nota de crédito{whichIs, select, amount { de {amount}} product { de {product}} period { de {period}} other {}}.',
    },
    'note.more-credits': '{more, plural, one {Hay uno más que no muestro.} other {Hay # más que no muestro.}}',
    'billing.period': {
      title: 'Periodo de facturación de {invoice}',
      text: '{document} {invoice}, de fecha {issued}: el periodo de facturación es {period}{coversIs, select, calendar {, un mes natural} other {}}.',
      row: '{product}: {billing}{cycleIs, select, billed {, en esta factura {covered}} other {}}',
    },
    'note.cycles':
      'Cada suscripción va por meses o años propios, contados desde el día en que empezó; la factura recoge los que empezaron en su mes natural.',
    'note.next-ready': 'La próxima factura corresponde a {period} y debería emitirse hacia el {expected} (estimación).',
    'billing.next': {
      title: 'Próxima factura (estimación)',
      text: 'La próxima factura corresponde a {period} y debería emitirse hacia el {expected}. Estimación: {total}, impuestos incluidos ({net} sin impuestos).',
      row: '{suretyIs, select, usage_last {{product}: {net} sin impuestos, con el consumo de la última factura} usage_average {{product}: {net} sin impuestos, con el consumo medio de las tres últimas facturas} if_renewed {{quantity} × {product}: {net} sin impuestos, si se renueva} other {{quantity} × {product}: {net} sin impuestos}}',
    },
    'note.certain':
      '{certain} sin impuestos son seguros mientras nada cambie; {estimated} dependen de renovaciones o del consumo.',
    'note.seats-changed':
      '{product}: {before} → {after} licencias, facturadas por primera vez por un periodo completo.',
    'note.promotion-ends':
      '{product}: la promoción termina con el compromiso, así que el precio puede cambiar al renovar.',
    provenance: {
      title: 'Líneas de estos importes',
      text: '{count, plural, one {# línea da lugar} other {# líneas dan lugar}} a estos importes; los importes son sin impuestos.',
      row: '{invoice}, línea {line, number}: {product} ({what}, {period}), {quantity} × {unitPrice} = {net}{importedIs, select, file {; importada el {at}, del archivo {file}} time {; importada el {at}} other {}}',
    },
    'provenance.none': {
      title: 'Líneas de estos importes',
      text: 'Esa respuesta no se basa en ninguna línea de factura.',
    },
    'note.behind': '{figure} ← {lines}',
    'note.lines-left':
      '{more, plural, one {Hay una línea más que no muestro.} other {Hay # líneas más que no muestro.}}',
    'next.partial': '¿Qué cargos de {invoice} son por parte del mes?',
    'next.all-of-it': 'Mostrar todo',
    'next.lines': 'Ver las líneas de estos importes',
  },
  terms: {
    'form.seats': 'cambio de cantidad',
    'form.pair': 'cambio',
    'form.single': 'parte de un periodo',
    'form.stated': 'tal como se facturó',
    'part.days': 'días',
    'part.months': 'meses',
    'part.whole': 'periodo completo',
    'digits.all': 'todas las cifras',
    'digits.cut': 'primeras cifras',
    'rounding.exact': 'no hubo que redondear',
    'rounding.A':
      'primero se redondea el precio de una unidad al céntimo, a la baja, y después se multiplica por la cantidad',
    'rounding.unit':
      'primero se redondea el precio de una unidad por esos días y después se multiplica por la cantidad',
    'rounding.B': 'redondeado al céntimo, a la baja, una sola vez, al final',
    'rounding.H': 'redondeado al céntimo más cercano, una sola vez, al final',
    'rounding.usage': 'consumo × precio, redondeado al céntimo, a la baja',
    'rounding.none': 'ninguna regla da exactamente este importe',
    'taxfit.exact': 'exacto',
    'taxfit.nearest': 'redondeado',
    'taxfit.billed': 'tal como se facturó',
    'dated.known': 'con fecha',
    'dated.unknown': 'sin fecha',
    'credit.note': 'nota de crédito',
    'credit.line': 'en la factura',
    'credit.payment': 'pago',
    'applied.used': 'aplicada',
    'applied.partly': 'aplicada en parte',
    'applied.unused': 'sin aplicar',
    'wanted.all': 'todos',
    'wanted.amount': 'de un importe',
    'wanted.product': 'de un producto',
    'wanted.period': 'de un periodo',
    'unused.left': 'queda crédito',
    'unused.none': 'no queda crédito',
    'covers.calendar': 'mes natural',
    'covers.anniversary': 'desde el día de aniversario',
    'cycle.billed': 'en esta factura',
    'cycle.other': 'fuera de esta factura',
    'expected.usage-last': 'consumo como en la última factura',
    'expected.usage-average': 'consumo medio',
    'imported.file': 'importada de un archivo',
    'imported.time': 'importada',
    'imported.none': 'importación sin registro',
  },
}
