import { type Found, findAll, type SlotGrammar } from './reading.ts'

const ticketNouns =
  'ticket|tickets|tiquete|case|caso|request|chamado|incidencia|incidente|incident|protocolo|solicitud|solicitacao|reclamacao|ocorrencia|processo'
const marks = String.raw`(?:\s*(?:numero|number|num|no\.?|nr\.?|n\.?[ºo°]|nº|id|ref\.?|#|:)){0,2}`
const ticketPattern = new RegExp(
  String.raw`\b(?<it>t\s?-\s?(?<a>\d{2,7}))\b|\b(?:${ticketNouns})${marks}\s*(?<b>t?\s?-?\d{3,7})\b(?![.,]\d|\s?(?:€|eur))`,
  'g',
)

/** Ticket numbers: "T-1042", "ticket 1042", "chamado nº 1042". */
export const ticketGrammar: SlotGrammar = (_reading, free) =>
  findAll(ticketPattern, free, 'ticket', ({ groups }) => ({
    ticket: `T-${(groups?.a ?? groups?.b ?? '').replace(/\D/g, '')}`,
  }))

const year = String.raw`(?:19|20)\d\d`
const series = 'ft|fr|fs|fa|fac|fra|fct|nc|nd|nf|nfs|nfse|nfs-e|nfe|nf-e|inv|rec'
const documentNouns =
  'invoices?|bills?|faturas?|facturas?|fras?|fatuar|nota fiscal|notas? fiscais|nota|boleto|documento|document|comprobante|recibo|credit note|nota de credito'
/** From the surest shape to the least. Each takes group `it`. */
const invoicePatterns = [
  // FT 2026/118, FT A/2231, NF 4411, INV-2026-0007
  String.raw`\b(?<it>(?:${series})(?:\s?(?:n\.?[ºo°]|nº|no\.?|#)\s?|[\s.#/-]{0,2})(?:[a-z0-9]{1,6}[/-]){0,2}\d{2,})\b(?![.,]\d)`,
  // LIS-2026-000123, F-2231. Not PO-88231 or T-1042.
  String.raw`\b(?<it>(?!(?:po|oc|pc|az|sc|pl|dp|ai|mb|t|tk|sla|iso|kb|win|ms|m|o|d|cve|plan|covid)-)[a-z]{1,5}(?:-\d{2,}|/\d{3,}){1,3})\b(?!-?[a-z0-9])`,
  // G016907411: Microsoft's own numbers.
  String.raw`\b(?<it>[a-z]\d{8,10})\b`,
  // 2026/091. Not the month 2026/09.
  String.raw`\b(?<it>${year}[/-](?!${year}\b)\d{3,7})\b`,
].map((source) => new RegExp(source, 'g'))
const marked = String.raw`(?:\s*(?:numero|number|num\.?|no\.?|nr\.?|n\.?[ºo°]|nº|#|:))`
const bareNumber = new RegExp(
  String.raw`\b(?:${documentNouns})(?:${marked}{1,2}\s*(?<a>\d{2,9})|\s*(?<b>(?!${year}\b)\d{3,9}))\b(?![.,/-]\d|\s?(?:€|£|%|eur|euros?|reais|dolar|usd|gbp|libras?|licen))`,
  'g',
)

/** Invoice numbers, as written and upper case. */
export const invoiceGrammar: SlotGrammar = (_reading, free) => {
  const found: Found[] = []
  for (const pattern of invoicePatterns)
    found.push(...findAll(pattern, free, 'invoice', ({ groups }) => asWritten(groups?.it)))
  return [...found, ...bareNumbers(free)].sort((a, b) => a.from - b.from)
}

/** "invoice no. 4417": only the digits are the number, so only they are taken. */
function bareNumbers(free: string): Found[] {
  const found: Found[] = []
  for (const match of free.matchAll(bareNumber)) {
    const digits = match.groups?.a ?? match.groups?.b ?? ''
    const to = match.index + match[0].length
    found.push({ from: to - digits.length, to, placeholder: 'invoice', slots: { invoice: digits } })
  }
  return found
}

function asWritten(it: string | undefined) {
  // "M-365" is a product, "Oct-25" a month.
  if (!it || /\b365$|^[a-z]+-\d\d$/.test(it)) return undefined
  return { invoice: it.trim().replace(/\s+/g, ' ').toUpperCase() }
}
