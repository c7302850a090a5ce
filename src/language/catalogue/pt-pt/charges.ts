import type { Catalogue } from '../../catalogue.ts'

/** Como se chega a um valor: partes de um período, imposto, câmbio, créditos, períodos, a próxima fatura, e as linhas por trás dos valores. */
export const charges: Catalogue = {
  templates: {
    'charge.proration': {
      title: 'Parte de um período em {invoice}',
      text: 'A fatura {invoice} tem {count, plural, one {# valor relativo} other {# valores relativos}} a parte de um período, {net} sem imposto no total. O cálculo: preço do período completo ÷ dias do período × dias faturados × quantidade.',
      row: '{formIs, select, seats {{product}, desde {from}: {before} → {quantity} licenças, por {billed, number} de {of, number} {partIs, select, months {meses} other {dias}}. Nova quantidade: {price} ÷ {of, number} × {billed, number} × {quantity} = {exact}{digitsIs, select, cut {…} other {}}, faturados {charged} (linha {line, number}). Crédito da quantidade anterior: {price} ÷ {of, number} × {billed, number} × {oldQuantity} = {oldExact}{oldDigitsIs, select, cut {…} other {}}, faturados {refunded} (linha {refundLine, number}). Ao todo, {net}.} pair {{product} ({period}): {partIs, select, whole {{price} × {quantity}} other {{price} ÷ {of, number} × {billed, number} × {quantity}}} = {exact}{digitsIs, select, cut {…} other {}}, faturados {charged} (linha {line, number}). Crédito de {oldProduct}: {partIs, select, whole {{oldPrice} × {oldQuantity}} other {{oldPrice} ÷ {oldOf, number} × {oldBilled, number} × {oldQuantity}}} = {oldExact}{oldDigitsIs, select, cut {…} other {}}, faturados {refunded} (linha {refundLine, number}). Ao todo, {net}.} single {{product} ({what}, {period}), linha {line, number}: {price} ÷ {of, number} × {billed, number} × {quantity} = {exact}{digitsIs, select, cut {…} other {}}, faturados {net}; {billed, number} de {of, number} {partIs, select, months {meses} other {dias}}.} other {{product} ({what}, {period}), linha {line, number}: {quantity} × {unitPrice} = {net}. O preço unitário é o destes dias.}}',
    },
    'charge.proration.whole': {
      title: 'Não é parte de um período',
      text: '{count, plural, one {Este valor da fatura {invoice} não é relativo} other {Estes valores da fatura {invoice} não são relativos}} a parte de um período. O cálculo:',
      row: '{line, number}. {product} ({what}, {period}): {price} × {quantity} = {exact}{digitsIs, select, cut {…} other {}}, faturados {net}',
    },
    'charge.proration.none': {
      title: 'Sem períodos parciais',
      text: 'Nada na fatura {invoice} é relativo a parte de um período: {count, plural, one {a única linha é de um período completo, de consumo ou de uma compra única} other {as # linhas são de períodos completos, de consumo ou de compras únicas}}.',
    },
    'note.why-seats':
      'Uma alteração da quantidade a meio de um período é faturada em duas linhas: o crédito da quantidade anterior e o valor da nova, ambos desde o dia da alteração até ao fim do período.',
    'note.more-changes':
      '{more, plural, one {Há mais uma alteração, mais pequena, de {net}.} other {Há mais # alterações, mais pequenas, de {net} no total.}}',
    'note.committed':
      'As licenças são contratadas até ao fim do compromisso. Podem ser reduzidas, com crédito, no prazo de {days, plural, one {# dia} other {# dias}} após a compra, o acréscimo ou a renovação; depois disso, a quantidade é faturada até ao fim do compromisso, mesmo que algumas já não sejam usadas.',
    'note.committed-until': '{product}: {quantity, plural, one {# licença} other {# licenças}} até {end}.',
    'note.rounding': 'Arredondamento, {count, plural, one {linha} other {linhas}} {lines}: {rounding}.',
    'note.unit-rounded':
      'Linha {line, number}: {price} ÷ {of, number} × {billed, number} é primeiro arredondado para baixo, para {unit} por unidade; × {quantity} = {net}.',
    'note.not-reproduced':
      'Linha {line, number}: o cálculo dá {worked} e foram faturados {net}, uma diferença de {difference}. Vale o valor da fatura; uma pessoa pode verificá-lo.',
    'note.calculation':
      'O cálculo: {partIs, select, whole {{price} × {quantity}} other {{price} por período completo ÷ {of, number} × {billed, number} {partIs, select, months {meses} other {dias}} × {quantity}}} = {exact}{digitsIs, select, cut {…} other {}}',
    'charge.tax': {
      title: 'Imposto de {invoice}',
      text: '{document} {invoice}: {tax} de imposto sobre {net}, total de {total}. Tal como faturado:',
      row: '{name} {rate} sobre {base}: {fitIs, select, exact {{amount}} nearest {{exact}, arredondado ao cêntimo mais próximo: {amount}} other {{amount}, tal como faturado; a taxa sobre esta base daria {exact}}}',
    },
    'charge.tax.zero': {
      title: 'Imposto de {invoice}',
      text: '{document} {invoice}: não tem imposto; o valor é de {total}, com e sem imposto.',
      row: '{name} {rate} sobre {base}: {amount}',
    },
    'note.tax-by-line':
      'O imposto é calculado uma só vez, sobre a soma das linhas de cada taxa. Linha a linha, pode dar um cêntimo a mais ou a menos; vale o que está na fatura.',
    'note.tax-document': 'O documento fiscal propriamente dito é emitido pela contabilidade.',
    'charge.currency': {
      title: 'Câmbio em {invoice}',
      text: 'A fatura {invoice} está em {currency}. {count, plural, one {# linha tem preço noutra moeda e foi faturada} other {# linhas têm preço noutra moeda e foram faturadas}} assim:',
      row: '{pricing} para {currency}: {rate}{datedIs, select, known {, câmbio de {day}} other {}}; {product}, {count, plural, one {linha} other {linhas}} {lines}, {net} sem imposto',
    },
    'charge.currency.none': {
      title: 'Sem câmbio em {invoice}',
      text: 'A fatura {invoice} não tem câmbio: os preços estão fixados em {currency}.',
    },
    'note.rate-as-billed': 'O câmbio ficou fixado na fatura e não muda depois; eu não faço nenhuma conversão.',
    'charge.credit': {
      title: 'Créditos e reembolsos',
      text: '{count, plural, one {Há # crédito registado} other {Há # créditos registados}}{whichIs, select, amount { de {amount}} product { de {product}} period { de {period}} other {}}. {leftIs, select, left {Do seu crédito, {unused} ainda não foram aplicados a nenhuma fatura.} other {Não há nenhum crédito por aplicar.}}',
      row: '{formIs, select, note {Nota de crédito {invoice}, de {on}: {amount}. {appliedIs, select, used {Foi toda aplicada à fatura {bill}.} partly {{used} aplicados à fatura {bill}; sobram {left}.} other {Ainda não foi aplicada a nenhuma fatura; sobram {left}.}}} payment {Pagamento de {amount} recebido a {on}: sobram {left}, ainda não aplicados a nenhuma fatura.} other {Fatura {invoice} ({billed}), {count, plural, one {linha} other {linhas}} {lines}: {product} ({what}), {amount} sem imposto, já descontados nessa fatura.}}',
    },
    'charge.credit.none': {
      title: 'Nenhum crédito encontrado',
      text: 'Não há registo de nenhum crédito, reembolso ou nota de crédito{whichIs, select, amount { de {amount}} product { de {product}} period { de {period}} other {}}.',
    },
    'note.more-credits': '{more, plural, one {Há mais um que não mostro.} other {Há mais # que não mostro.}}',
    'billing.period': {
      title: 'Período de faturação de {invoice}',
      text: '{document} {invoice}, de {issued}: o período de faturação é {period}{coversIs, select, calendar {, um mês de calendário} other {}}.',
      row: '{product}: {billing}{cycleIs, select, billed {, nesta fatura {covered}} other {}}',
    },
    'note.cycles':
      'Cada subscrição conta os seus próprios meses ou anos, a partir do dia em que começou; a fatura traz os que começaram nesse mês de calendário.',
    'note.next-ready': 'A próxima fatura refere-se a {period} e deve sair por volta de {expected} (estimativa).',
    'billing.next': {
      title: 'Próxima fatura (estimativa)',
      text: 'A próxima fatura refere-se a {period} e deve sair por volta de {expected}. Estimativa: {total}, imposto incluído ({net} sem imposto).',
      row: '{suretyIs, select, usage_last {{product}: {net} sem imposto, com o consumo da última fatura} usage_average {{product}: {net} sem imposto, com o consumo médio das últimas três faturas} if_renewed {{quantity} × {product}: {net} sem imposto, se renovar} other {{quantity} × {product}: {net} sem imposto}}',
    },
    'note.certain':
      '{certain} sem imposto são certos, desde que nada mude; {estimated} dependem de renovações ou do consumo.',
    'note.seats-changed':
      '{product}: {before} → {after} licenças, faturadas pela primeira vez por um período completo.',
    'note.promotion-ends': '{product}: a promoção termina com o compromisso, pelo que o preço pode mudar na renovação.',
    provenance: {
      title: 'Linhas por trás dos valores',
      text: '{count, plural, one {Há # linha por trás destes valores, indicada sem imposto.} other {Há # linhas por trás destes valores, indicadas sem imposto.}}',
      row: '{invoice}, linha {line, number}: {product} ({what}, {period}), {quantity} × {unitPrice} = {net}{importedIs, select, file {; importação: {at}, ficheiro {file}} time {; importação: {at}} other {}}',
    },
    'provenance.none': {
      title: 'Linhas por trás dos valores',
      text: 'Não há nenhuma linha de fatura por trás dessa resposta.',
    },
    'note.behind': '{figure} ← {lines}',
    'note.lines-left':
      '{more, plural, one {Há mais uma linha que não mostro.} other {Há mais # linhas que não mostro.}}',
    'next.partial': 'Que valores de {invoice} são de parte do mês?',
    'next.all-of-it': 'Mostrar tudo',
    'next.lines': 'Mostrar as linhas por trás',
  },
  terms: {
    'form.seats': 'alteração da quantidade',
    'form.pair': 'alteração',
    'form.single': 'parte de um período',
    'form.stated': 'tal como faturado',
    'part.days': 'dias',
    'part.months': 'meses',
    'part.whole': 'período completo',
    'digits.all': 'todas as casas',
    'digits.cut': 'primeiras casas',
    'rounding.exact': 'não foi preciso arredondar',
    'rounding.A':
      'o preço de uma unidade é primeiro arredondado ao cêntimo, para baixo, e depois multiplicado pela quantidade',
    'rounding.unit':
      'o preço de uma unidade para estes dias é primeiro arredondado e depois multiplicado pela quantidade',
    'rounding.B': 'arredondado ao cêntimo, para baixo, uma só vez, no fim',
    'rounding.H': 'arredondado ao cêntimo mais próximo, uma só vez, no fim',
    'rounding.usage': 'consumo × preço, arredondado ao cêntimo, para baixo',
    'rounding.none': 'nenhuma regra dá exatamente este valor',
    'taxfit.exact': 'exato',
    'taxfit.nearest': 'arredondado',
    'taxfit.billed': 'tal como faturado',
    'dated.known': 'com data',
    'dated.unknown': 'sem data',
    'credit.note': 'nota de crédito',
    'credit.line': 'na fatura',
    'credit.payment': 'pagamento',
    'applied.used': 'aplicada',
    'applied.partly': 'aplicada em parte',
    'applied.unused': 'por aplicar',
    'wanted.all': 'todos',
    'wanted.amount': 'de um valor',
    'wanted.product': 'de um produto',
    'wanted.period': 'de um período',
    'unused.left': 'sobra crédito',
    'unused.none': 'não sobra crédito',
    'covers.calendar': 'mês de calendário',
    'covers.anniversary': 'desde o dia de aniversário',
    'cycle.billed': 'nesta fatura',
    'cycle.other': 'fora desta fatura',
    'expected.usage-last': 'consumo como na última fatura',
    'expected.usage-average': 'consumo médio',
    'imported.file': 'importada de um ficheiro',
    'imported.time': 'importada',
    'imported.none': 'importação sem registo',
  },
}
