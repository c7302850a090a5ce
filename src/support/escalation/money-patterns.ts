import type { Mark } from './removed.ts'

const currency =
  '(?:€|£|¥|R\\$|US\\$|\\$|EUR|USD|GBP|BRL|CHF|DKK|SEK|NOK|PLN|CZK|HUF|RON|CAD|AUD|NZD|JPY|INR|MXN|COP|CLP|ARS|PEN|euros?|d[óo]lar(?:es)?|dollars?|pounds?|libras?|rea(?:l|is)|cents?|c[êe]ntimos?|centavos?|pesos?)'
const number = "\\d(?:[\\d.,']| (?=\\d{3})){0,30}"
const many = '(?: ?(?:k|mil|m|mn|thousand|million|mi))?'

/** An amount that says so itself. */
const amounts = new RegExp(
  `(?<![\\p{L}])${currency}\\s{0,3}[-–]?${number}${many}(?![\\p{L}])|[-–]?${number}${many}\\s{0,3}${currency}(?![\\p{L}])`,
  'giu',
)
/** Two decimals are an amount, whatever stands around them. */
const twoDecimals = /(?<![\d.,:])[-–]?\d{1,3}(?:[.,' ]?\d{3}){0,6}[.,]\d{2}(?![\d:]|[.,]\d)/gu
const percent =
  /[-–+]?\d[\d.,]{0,20}\s{0,3}(?:%|‰|per ?cent\b|percent\S*|por ?cento\b|por ciento\b|p\.p\.|pp\b|basis points?)/giu

/** Where these are said, every figure of the sentence can be what the partner pays or earns. */
const aboutMoney =
  /\b(?:costs?|costing|margins?|mark-?ups?|profits?|earn(?:s|ed|ings?)?|rebates?|discounts?|wholesale|resale|resell|prices?|priced|pricing|pays?|paid|fees?|pec|commission|custos?|custa|margem|margens|lucros?|descontos?|revenda|pre[çc]os?|compra(?:mos)?|pagamos|pag[ao]|ganhamos|comiss[ãa]o|costes?|costos?|cuesta|m[áa]rgen(?:es)?|beneficios?|descuentos?|reventa|precios?|ganamos|comisi[óo]n)(?![\p{L}])/iu
// A share of something technical is evidence; it is said right before, or right after.
const technical =
  '(?:cpu|memory|mem[óo]ria|disk|disco|packet|loss|perda|p[ée]rdida|availability|disponibili\\p{L}+|uptime|errors?|erros?|errores|latency|utili[sz]ation|usage|uso|load|quota)'
const measuredBefore = new RegExp(`(?<!\\p{L})${technical}(?!\\p{L})[^%\\n]{0,20}$`, 'iu')
const measuredAfter = new RegExp(`^\\s(?:de |da |of )?${technical}(?!\\p{L})`, 'iu')

/**
 * A text without amounts, percentages, and any figure in a sentence that speaks of cost, price or margin, or in the one before or after: people ask in
 * one and answer in the next.
 */
export function withoutMoney(text: string, mark: Mark): string {
  const plain = text.replace(amounts, (it) => mark(it, 'amount')).replace(twoDecimals, (it) => mark(it, 'amount'))
  const sentences = plain.split(/(?<=[.!?;])(?=[^\S\n])|(?<=\n)/u)
  const telling = sentences.map((sentence) => aboutMoney.test(sentence))
  return sentences
    .map((sentence, at) => {
      if (telling[at - 1] || telling[at] || telling[at + 1])
        return sentence.replace(/\S+/gu, (it) => (/\p{N}/u.test(it) ? mark(it, 'figure beside cost or price') : it))
      return sentence.replace(percent, (it, from: number) =>
        measuredBefore.test(sentence.slice(0, from)) || measuredAfter.test(sentence.slice(from + it.length))
          ? it
          : mark(it, 'percentage'),
      )
    })
    .join('')
}
