import type { Slots } from '../question.ts'
import { readDecimal } from './numbers.ts'
import { type Found, findAll, type SlotGrammar } from './reading.ts'

const codes = 'eur|gbp|brl|usd|chf|sek|nok|dkk|pln|mxn|ars|cop|clp|cad|aud|jpy|aoa|mzn'
const words: readonly (readonly [string, RegExp])[] = [
  ['EUR', /^(?:€|euros?|eur|eurs)$/],
  ['GBP', /^(?:£|gbp|pounds?|quid|libras?|pounds? sterling|libras? esterlinas?)$/],
  ['BRL', /^(?:r\$|brl|reais|real|reales)$/],
  ['USD', /^(?:\$|us\$|usd|dollars?|dolares|dolar|bucks)$/],
]
/** ISO 4217 for a folded symbol, code or word. */
function currencyOf(text: string): string {
  const word = text.trim().replace(/\s+/g, ' ')
  return words.find(([, pattern]) => pattern.test(word))?.[0] ?? word.toUpperCase()
}

const before = String.raw`(?<c>r\$|us\$|[€£$]|\b(?:${codes})\b)`
const behind = String.raw`(?<c2>[€£]|r\$|us\$|\$|\b(?:${codes})\b|\b(?:euros?|pounds?(?: sterling)?|quid|libras?(?: esterlinas?)?|reais|reales|dollars?|dolares|dolar|bucks)\b)`
const number = String.raw`(?<n>\d+(?:[.,' ]\d{3})*(?:[.,]\d+)?)`
const times = String.raw`(?<k>\s?k\b|\s+mil\b|\s+thousand\b|\s+grand\b)?`
const withCurrency = new RegExp(
  String.raw`${before}\s?-?${number}(?![\d])${times}|(?<![\w.,/-])${number}${times}\s?(?:de\s+)?${behind}(?!\w|\s*=)|\b(?<mil>mil|a thousand|one thousand)\s+${behind}`,
  'g',
)
const wordNumbers: Readonly<Record<string, string>> = { mil: '1000', 'a thousand': '1000', 'one thousand': '1000' }
const bare = new RegExp(
  String.raw`(?<![\w.,/:#-])${number}(?<k>\s?k\b|\s+mil\b)?(?![\w%]|[.,/:-]\d|\s?(?:%|gb|tb|mb|h\b|am\b|pm\b|percent|por ?cento|por ciento))`,
  'g',
)
const moneyBefore =
  /\b(?:pa(?:y|id|ying|yment of)|pagar|pagamos|paguei|pagando|pague|pago(?: de)?|pagamento de|instal?ments? of|parcelas? de|prestac\w+ de|cuotas? de|transfer\w*|remittance of|valor(?: de)?|total(?: de| of)?|importe(?: de)?|monto(?: de)?|charge(?:d)?(?: of)?|billed(?: us)?|cobr\w+(?: de)?|amount of|balance of|fee of|debe(?:mos)?|owe|took|taken|debited|deducted|deve(?:mos)?|arrears of|part of|budget was|spend of|credit(?:o)?(?: of| de)?|refund(?: of)?|reembolso de)\s+(?:around |about |cerca de |unos |uns |us |nos |me |only |the |os |los |our |nuestros )?$/
const countedAfter =
  /^\s*(?:x\b|(?:more|extra|new|mais|mas|de|of)?\s*(?:licen|lics|seat|user|usu|util|puesto|assent|lugar|people|pessoa|persona|day|week|month|year|dia|semana|mes|an[io]s?\b|hour|hor|times|vezes|veces|cuota|parcela|prestac|instal))/
// "How did you convert the dollar" speaks of money in general; "in dollars" states a currency.
const loneCurrency =
  /(?<!\b(?:the|o|el|do|del|al|ao)\s)\b(?<c>eur|gbp|brl|usd|euros?|dollars?|dolares|dolar|reais|pounds|libras|quid)\b/g

function amountSlots(groups: Record<string, string | undefined>): Slots | undefined {
  const currency = currencyOf((groups.c ?? groups.c2)!)
  const plain = groups.mil ? wordNumbers[groups.mil] : scaled(groups.n!, groups.k)
  return plain ? { amount: plain, currency } : undefined
}

/** "12k" is 12000, "2,5 mil" 2500. */
function scaled(text: string, times: string | undefined): string | undefined {
  const plain = readDecimal(text)
  if (!plain || !times) return plain
  const [whole, fraction = ''] = plain.split('.')
  return `${whole}${fraction.padEnd(3, '0')}`.replace(/^0+(?=\d)/, '')
}

/** Amounts of money: "€1,234.56", "1.234,56 euros", "2,5 mil reais", and bare figures only where they read as money. */
export const amountGrammar: SlotGrammar = (_reading, free) => {
  const found: Found[] = findAll(withCurrency, free, 'amount', ({ groups }) => amountSlots(groups!))
  if (found.length > 0) return found
  const bareAmounts = findAll(bare, free, 'amount', (match) => {
    const text = match.groups!.n!
    const plain = scaled(text, match.groups!.k)
    const rest = free.slice(match.index + match[0].length)
    const cents = /[1-9][\d.,' ]*[.,]\d\d$/.test(text)
    const grouped =
      /^\d{1,3}[., ]\d{3}/.test(text) && !/^\s+[a-z]*(?:licen|seat|user|usu|util|puesto|assento)/.test(rest)
    const paid =
      /^\d{2,6}$/.test(text) &&
      moneyBefore.test(free.slice(0, match.index)) &&
      !countedAfter.test(rest) &&
      !/^20[1-3]\d$/.test(text)
    return plain && (cents || grouped || paid || (match.groups!.k && !countedAfter.test(rest)))
      ? { amount: plain }
      : undefined
  })
  const currency = findAll(loneCurrency, free, 'amount', ({ groups }) => ({ currency: currencyOf(groups!.c!) }))
  return [...bareAmounts, ...currency]
}
