import type { Catalogue } from '../../catalogue.ts'

/** Como se chega a um valor: partes de um período, imposto, câmbio, créditos, períodos, a próxima fatura, e as linhas por trás dos valores. */
export const charges: Catalogue = {
  templates: {
    'charge.proration': {
      title: 'Parte de um período em {invoice}',
      text: 'A fatura {invoice} tem {count, plural, one {# cobrança} other {# cobranças}} de parte de um período, {net} sem impostos no total. O cálculo: preço do período inteiro ÷ dias do período × dias cobrados × quantidade.',
      row: '{formIs, select, seats {{product}, desde {from}: {before} → {quantity} licenças, por {billed, number} de {of, number} {partIs, select, months {meses} other {dias}}. Nova quantidade: {price} ÷ {of, number} × {billed, number} × {quantity} = {exact}{digitsIs, select, cut {…} other {}}, valor da fatura {charged} (linha {line, number}). Crédito da quantidade anterior: {price} ÷ {of, number} × {billed, number} × {oldQuantity} = {oldExact}{oldDigitsIs, select, cut {…} other {}}, valor da fatura {refunded} (linha {refundLine, number}). No total, {net}.} pair {{product} ({period}): {partIs, select, whole {{price} × {quantity}} other {{price} ÷ {of, number} × {billed, number} × {quantity}}} = {exact}{digitsIs, select, cut {…} other {}}, valor da fatura {charged} (linha {line, number}). Crédito de {oldProduct}: {partIs, select, whole {{oldPrice} × {oldQuantity}} other {{oldPrice} ÷ {oldOf, number} × {oldBilled, number} × {oldQuantity}}} = {oldExact}{oldDigitsIs, select, cut {…} other {}}, valor da fatura {refunded} (linha {refundLine, number}). No total, {net}.} single {{product} ({what}, {period}), linha {line, number}: {price} ÷ {of, number} × {billed, number} × {quantity} = {exact}{digitsIs, select, cut {…} other {}}, valor da fatura {net}; {billed, number} de {of, number} {partIs, select, months {meses} other {dias}}.} other {{product} ({what}, {period}), linha {line, number}: {quantity} × {unitPrice} = {net}. O preço unitário é o desses dias.}}',
    },
    'charge.proration.whole': {
      title: 'Não é parte de um período',
      text: '{count, plural, one {Esta cobrança da fatura {invoice} não é} other {Estas cobranças da fatura {invoice} não são}} de parte de um período. O cálculo:',
      row: '{line, number}. {product} ({what}, {period}): {price} × {quantity} = {exact}{digitsIs, select, cut {…} other {}}, valor da fatura {net}',
    },
    'charge.proration.none': {
      title: 'Sem períodos parciais',
      text: 'Nada na fatura {invoice} é de parte de um período: {count, plural, one {a única linha é de um período inteiro, de consumo ou de uma compra única} other {as # linhas são de períodos inteiros, de consumo ou de compras únicas}}.',
    },
    'note.why-seats':
      'Uma mudança da quantidade no meio de um período aparece em duas linhas: o crédito da quantidade anterior e a cobrança da nova, as duas do dia da mudança até o fim do período.',
    'note.more-changes':
      '{more, plural, one {Há mais uma alteração, menor, de {net}.} other {Há mais # alterações, menores, de {net} no total.}}',
    'note.committed':
      'As licenças são contratadas até o fim do compromisso. Elas podem ser reduzidas, com crédito, em até {days, plural, one {# dia} other {# dias}} depois da compra, do acréscimo ou da renovação; depois disso, a quantidade é cobrada até o fim do compromisso, mesmo que algumas não sejam mais usadas.',
    'note.committed-until': '{product}: {quantity, plural, one {# licença} other {# licenças}} até {end}.',
    'note.rounding': 'Arredondamento, {count, plural, one {linha} other {linhas}} {lines}: {rounding}.',
    'note.unit-rounded':
      'Linha {line, number}: {price} ÷ {of, number} × {billed, number} é primeiro arredondado para baixo, para {unit} por unidade; × {quantity} = {net}.',
    'note.not-reproduced':
      'Linha {line, number}: o cálculo dá {worked} e a cobrança foi de {net}, uma diferença de {difference}. Vale o valor da fatura; uma pessoa pode conferir.',
    'note.calculation':
      'O cálculo: {partIs, select, whole {{price} × {quantity}} other {{price} por período inteiro ÷ {of, number} × {billed, number} {partIs, select, months {meses} other {dias}} × {quantity}}} = {exact}{digitsIs, select, cut {…} other {}}',
    'charge.tax': {
      title: 'Impostos de {invoice}',
      text: '{document} {invoice}: {tax} de impostos sobre {net}, total de {total}. Como foi cobrado:',
      row: '{name} {rate} sobre {base}: {fitIs, select, exact {{amount}} nearest {{exact}, arredondado para o centavo mais próximo: {amount}} other {{amount}, como foi cobrado; a alíquota sobre essa base daria {exact}}}',
    },
    'charge.tax.zero': {
      title: 'Impostos de {invoice}',
      text: '{document} {invoice}: não tem imposto; o valor é de {total}, com e sem impostos.',
      row: '{name} {rate} sobre {base}: {amount}',
    },
    'note.tax-by-line':
      'O imposto é calculado uma só vez, sobre a soma das linhas de cada alíquota. Linha por linha, pode dar um centavo a mais ou a menos; vale o que está na fatura.',
    'note.tax-document': 'O documento fiscal em si é emitido pela contabilidade.',
    'charge.currency': {
      title: 'Câmbio em {invoice}',
      text: 'A fatura {invoice} está em {currency}. {count, plural, one {# linha tem preço em outra moeda e foi cobrada} other {# linhas têm preço em outra moeda e foram cobradas}} assim:',
      row: '{pricing} para {currency}: {rate}{datedIs, select, known {, câmbio de {day}} other {}}; {product}, {count, plural, one {linha} other {linhas}} {lines}, {net} sem impostos',
    },
    'charge.currency.none': {
      title: 'Sem câmbio em {invoice}',
      text: 'A fatura {invoice} não tem câmbio: os preços são definidos em {currency}.',
    },
    'note.rate-as-billed': 'O câmbio ficou definido na fatura e não muda depois; eu não faço nenhuma conversão.',
    'charge.credit': {
      title: 'Créditos e reembolsos',
      text: '{count, plural, one {Há # crédito registrado} other {Há # créditos registrados}}{whichIs, select, amount { de {amount}} product { de {product}} period { de {period}} other {}}. {leftIs, select, left {Do seu crédito, {unused} ainda não foram usados em nenhuma fatura.} other {Não há nenhum crédito a usar.}}',
      row: '{formIs, select, note {Nota de crédito {invoice}, de {on}: {amount}. {appliedIs, select, used {Foi toda usada na fatura {bill}.} partly {{used} usados na fatura {bill}; sobram {left}.} other {Ainda não foi usada em nenhuma fatura; sobram {left}.}}} payment {Pagamento de {amount} recebido em {on}: sobram {left}, ainda não usados em nenhuma fatura.} other {Fatura {invoice} ({billed}), {count, plural, one {linha} other {linhas}} {lines}: {product} ({what}), {amount} sem impostos, já descontados nessa fatura.}}',
    },
    'charge.credit.none': {
      title: 'Nenhum crédito encontrado',
      text: 'Não há registro de nenhum crédito, reembolso ou nota de crédito{whichIs, select, amount { de {amount}} product { de {product}} period { de {period}} other {}}.',
    },
    'note.more-credits':
      '{more, plural, one {Há mais um que não estou mostrando.} other {Há mais # que não estou mostrando.}}',
    'billing.period': {
      title: 'Período de cobrança de {invoice}',
      text: '{document} {invoice}, de {issued}: o período de cobrança é {period}{coversIs, select, calendar {, um mês do calendário} other {}}.',
      row: '{product}: {billing}{cycleIs, select, billed {, nesta fatura {covered}} other {}}',
    },
    'note.cycles':
      'Cada assinatura conta os seus próprios meses ou anos, a partir do dia em que começou; a fatura traz os que começaram naquele mês do calendário.',
    'note.next-ready': 'A próxima fatura é referente a {period} e deve sair por volta de {expected} (estimativa).',
    'billing.next': {
      title: 'Próxima fatura (estimativa)',
      text: 'A próxima fatura é referente a {period} e deve sair por volta de {expected}. Estimativa: {total} com impostos incluídos ({net} sem impostos).',
      row: '{suretyIs, select, usage_last {{product}: {net} sem impostos, com o consumo da última fatura} usage_average {{product}: {net} sem impostos, com o consumo médio das últimas três faturas} if_renewed {{quantity} × {product}: {net} sem impostos, se renovar} other {{quantity} × {product}: {net} sem impostos}}',
    },
    'note.certain':
      '{certain} sem impostos são certos, desde que nada mude; {estimated} dependem de renovações ou do consumo.',
    'note.seats-changed': '{product}: {before} → {after} licenças, cobradas pela primeira vez por um período inteiro.',
    'note.promotion-ends': '{product}: a promoção termina com o compromisso, então o preço pode mudar na renovação.',
    provenance: {
      title: 'Linhas por trás dos valores',
      text: '{count, plural, one {Há # linha por trás destes valores, indicada sem impostos.} other {Há # linhas por trás destes valores, indicadas sem impostos.}}',
      row: '{invoice}, linha {line, number}: {product} ({what}, {period}), {quantity} × {unitPrice} = {net}{importedIs, select, file {; importação: {at}, arquivo {file}} time {; importação: {at}} other {}}',
    },
    'provenance.none': {
      title: 'Linhas por trás dos valores',
      text: 'Não há nenhuma linha de fatura por trás dessa resposta.',
    },
    'note.behind': '{figure} ← {lines}',
    'note.lines-left':
      '{more, plural, one {Há mais uma linha que não estou mostrando.} other {Há mais # linhas que não estou mostrando.}}',
    'next.partial': 'Quais cobranças de {invoice} são de parte do mês?',
    'next.all-of-it': 'Mostrar tudo',
    'next.lines': 'Mostrar as linhas por trás',
  },
  terms: {
    'form.seats': 'mudança da quantidade',
    'form.pair': 'alteração',
    'form.single': 'parte de um período',
    'form.stated': 'como foi cobrado',
    'part.days': 'dias',
    'part.months': 'meses',
    'part.whole': 'período inteiro',
    'digits.all': 'todas as casas',
    'digits.cut': 'primeiras casas',
    'rounding.exact': 'não foi preciso arredondar',
    'rounding.A':
      'o preço de uma unidade é primeiro arredondado para baixo, no centavo, e depois multiplicado pela quantidade',
    'rounding.unit':
      'o preço de uma unidade para esses dias é primeiro arredondado e depois multiplicado pela quantidade',
    'rounding.B': 'arredondado para baixo, no centavo, uma só vez, no fim',
    'rounding.H': 'arredondado para o centavo mais próximo, uma só vez, no fim',
    'rounding.usage': 'consumo × preço, arredondado para baixo, no centavo',
    'rounding.none': 'nenhuma regra dá exatamente este valor',
    'taxfit.exact': 'exato',
    'taxfit.nearest': 'arredondado',
    'taxfit.billed': 'como foi cobrado',
    'dated.known': 'com data',
    'dated.unknown': 'sem data',
    'credit.note': 'nota de crédito',
    'credit.line': 'na fatura',
    'credit.payment': 'pagamento',
    'applied.used': 'usada',
    'applied.partly': 'usada em parte',
    'applied.unused': 'não usada',
    'wanted.all': 'todos',
    'wanted.amount': 'de um valor',
    'wanted.product': 'de um produto',
    'wanted.period': 'de um período',
    'unused.left': 'sobra crédito',
    'unused.none': 'não sobra crédito',
    'covers.calendar': 'mês do calendário',
    'covers.anniversary': 'desde o dia de aniversário',
    'cycle.billed': 'nesta fatura',
    'cycle.other': 'fora desta fatura',
    'expected.usage-last': 'consumo como na última fatura',
    'expected.usage-average': 'consumo médio',
    'imported.file': 'importada de um arquivo',
    'imported.time': 'importada',
    'imported.none': 'importação sem registro',
  },
}
