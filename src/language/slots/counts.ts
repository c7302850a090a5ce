import type { Slots } from '../question.ts'
import { patternsWithNumber, readDecimal, readWhole } from './numbers.ts'
import { findAll, type SlotGrammar } from './reading.ts'

const percentPattern =
  /(?<![\w.,-])(?<n>\d{1,3}(?:[.,]\d{1,4})?)\s?(?:%|percent\b|per cent\b|por ?cento\b|por ciento\b|pct\b)/g

/** "23 %", "40 percent", "2,5 por cento". */
export const percentGrammar: SlotGrammar = (_reading, free) =>
  findAll(percentPattern, free, 'percent', ({ groups }) => {
    const plain = readDecimal(groups!.n!)
    return plain === undefined ? undefined : { percent: Number(plain) }
  })

const lineNoun = `(?:line|lines|row|item|position|linha|linea|posicao|posicion|renglon|partida|rubrica|concepto|apunte)`
const englishOrdinals = 'first second third fourth fifth sixth seventh eighth ninth tenth'.split(' ')
const ordinals = new Map<string, number>(englishOrdinals.map((word, at) => [word, at + 1]))
// Portuguese and Spanish ones without their ending.
for (const [at, stem] of 'primeir segund terceir quart quint sext setim oitav non decim'.split(' ').entries())
  ordinals.set(stem, at + 1)
for (const [stem, place] of Object.entries({ primer: 1, tercer: 3, cuart: 4, septim: 7, octav: 8, noven: 9 }))
  ordinals.set(stem, place)
const byLength = [...ordinals.keys()].sort((a, b) => b.length - a.length)
const ordinalWord = byLength.map((word) => (englishOrdinals.includes(word) ? word : `${word}[ao]?`)).join('|')
const lineNumber = patternsWithNumber(
  String.raw`\b${lineNoun}s?(?:\s+(?:items?|de (?:la )?fa[ct]+ura|da fatura))?(?:\s*(?:numero|number|no\.?|nr\.?|n\.?[ºo°]|nº|#|:))?\s*(?<n>$n)\b(?![.,/-]\d|\s?(?:€|£|%|eur|licen|seats))`,
)
const lineOrdinal = new RegExp(
  String.raw`\b(?:(?<o>${ordinalWord})|(?<d>\d{1,2})\s?(?:st|nd|rd|th|\.?[ºª°]|[oa]\b))\s+(?:invoice\s+|line\s+|bill\s+)?${lineNoun}\b`,
  'g',
)

/** "line 3", "a terceira linha", "2nd row", "posición 4". */
export const lineGrammar: SlotGrammar = ({ language }, free) => [
  ...findAll(lineNumber(language), free, 'line', ({ groups }) => positive(readWhole(groups!.n!, language), 'line')),
  ...findAll(lineOrdinal, free, 'line', ({ groups }) =>
    positive(
      groups!.d ? Number(groups!.d) : (ordinals.get(groups!.o!) ?? ordinals.get(groups!.o!.replace(/[ao]$/, '')) ?? 0),
      'line',
    ),
  ),
]

const seats = `(?:licen[cs]es?|licencias?|licencas?|lics?|seats?|users?|usuarios?|utilizador(?:es)?|puestos?|assentos?|lugar(?:es)?|postos?|people|persons?|pessoas?|personas?|accounts|contas|cuentas|colaborador(?:es)?|funcionarios?|empleados?|colleagues|employees|staff|mailboxes|devices|units?|unidades?|copias?|subscri[pc][a-z]*|suscripci[a-z]*|assinaturas?)`
const more = `(?:more|extra|additional|new|further|mais|novas?|novos?|adicionais|adicional|mas|nuevas?|nuevos?|adicionales|otros|otras|outros|outras|of our|das|dos|de las|de los|de)`
// A gap that holds a product which was read before, or one or two words of its own.
const gap = String.raw`(?:\s*\uE000+\s*(?:de\s+)?|\s+)`
const counted = patternsWithNumber(String.raw`(?<![\w.,/-])(?<n>$n)\s*x?(?:\s+${more})?${gap}(?:${more}\s+)?${seats}\b`)
const beforeProduct = patternsWithNumber(
  String.raw`(?<![\w.,/-])(?<n>$n)\s*x?\s*(?:${more}\s+)?(?:de\s+|of\s+)?(?=\uE001)`,
)
const changed = patternsWithNumber(
  String.raw`\b(?<!\b(?:pedido|ordem|orden|nota|order) de )(?:add|order|buy|get|remove|drop|cut|take|minus|plus|need|want|acrescent\w+|adicion\w+|junt\w+|inclu\w+|remov\w+|tir\w+|retir\w+|reduz\w+|compr\w+|anad\w+|agreg\w+|quit\w+|sum\w+|contrat\w+|baj\w+|precis\w+|necesit\w+|quer\w+|dar de baja|saqu\w+|sac\w+)\s+(?:us\s+|me\s+|nos\s+|another\s+|up\s+|down\s+|mais\s+|otr[oa]s\s+|mas\s+|off\s+|out\s+)?(?<n>$n)\b(?!\s+(?:of|times|minutes|moments?)\b)(?!\s*(?:more\s+|mais\s+|mas\s+)?(?:days?|weeks?|months?|years?|dias?|semanas?|mes(?:es)?|an[io]s?|minut\w+|hours?|hor\w+|€|£|eur|reais|%|copies|copias|vias|things?|cosas?|coisas?|of the following|invoices?|fat?c?turas?|bills?)\b|[.,/-]\d|\s?[€£%])`,
)
const stated = patternsWithNumber(
  String.raw`\b(?:quantity|quantidade|cantidad|qty|qtd|qtde)\s*(?:should be|must be|is|of|to|:|deve ser|deveria ser|debe ser|deberia ser|de|para|a)?\s*(?<it>(?<n>$n))\b(?![.,]\d)`,
)
// "De 1 a 12" alone is a stretch of days; after a verb of change it is a number of seats.
const target = patternsWithNumber(
  String.raw`(?:\bfrom\s+$n\s+to|\bde\s+$n\s+para|\b(?:baj|sub|pas|reduc|aument|ampli|reduz|diminu)\w*\s+(?:\w+\s+){0,4}?de\s+$n\s+a)\s+(?<it>(?<n>$n))\b(?!\s*(?:days?|dias?|[€%]|of\b|de\b|[a-z]*(?:uary|bril)))|\b(?:down to|up to|go to|to a total of|grow to|bajar a|subir a|reduzir para|aumentar para|passar para|pasar a|ficar com|quedarnos con|ficar em)\s+(?<it>(?<n>$n))\b(?!\s*(?:days?|dias?|[€%/-]))`,
)

/** How many seats: "5 more licences", "10 seats", "from 25 to 19" (19). Read after products, which stand blanked. */
export const quantityGrammar: SlotGrammar = ({ language }, free) => {
  const read = (groups: Record<string, string> | undefined) => positive(readWhole(groups!.n!, language), 'quantity')
  // "a licence" is no count in Portuguese and Spanish, where the article is the number.
  const sure = (groups: Record<string, string> | undefined) =>
    /^(?:um|uma|un|una|uno|one)$/.test(groups!.n!) ? undefined : read(groups)
  return [
    ...findAll(stated(language), free, 'quantity', ({ groups }) => read(groups)),
    ...findAll(target(language), free, 'quantity', ({ groups }) => read(groups)),
    ...findAll(counted(language), free, 'quantity', ({ groups }) => sure(groups)),
    ...findAll(beforeProduct(language), free.replace(/(?<=[\s])\uE000/g, '\uE001'), 'quantity', ({ groups }) =>
      sure(groups),
    ),
    ...findAll(changed(language), free, 'quantity', ({ groups }) => sure(groups)),
  ]
}

const positive = (value: number, slot: 'line' | 'quantity'): Slots | undefined =>
  Number.isSafeInteger(value) && value > 0 && value < 100_000 ? { [slot]: value } : undefined
