import { composed, fold } from './fold.ts'

const back =
  /\b(it|this|that|this one|that one|ela|dela|nela|esta|essa|desta|dessa|nesta|nessa|ella|esa|la misma|a mesma|the same one|isso|disso|nisso|isto|disto|esse|desse|nesse|este|deste|eso|esto|ese|ele|dele|nele)\b/
// "This month" points at the calendar, not at what was shown last.
const calendar =
  /\b(this|that|esta|essa|esa|desta|dessa|nesta|nessa|este|deste|neste|esse|desse|nesse|ese) (month|week|year|quarter|time|morning|afternoon|semana|vez|manha|tarde|noite|manana|noche|mes|ano|trimestre|semestre|momento|dia)\b/
// Spanish "está pagada" folds to "esta pagada": there it is the verb that stands before a participle.
const verb = /\besta (?!factura|fatura|conta|nota)\w+[ao]s?\b/

// "E já foi paga?", "y ya está pagada?": nothing is named, and a bill is what gets paid.
const paid =
  /^\W*(?:(?:e|y|mas|pero|entao|entonces)\W+)?(?:(?:nao|no|ainda|todavia|aun|ja|ya)\W+)*(?:(?:esta|foi|fue|ficou|ha sido)\W+)?(?:(?:mesmo|ja|ya)\W+)?(?:pag[ao]|(?:pag|liquid|quit|sald|abon)ad[ao]|vencid[ao]|venceu)\W*$/

/** Whether a message speaks of what was shown last: "is it paid?", "quando vence essa?". Without accents, in any language. */
export function refersBack(text: string): boolean {
  const folded = fold(composed(text)).replace(calendar, ' ')
  return back.test(folded.replace(verb, ' ')) || paid.test(folded)
}

const and = /^\W*(?:and|but|so|e|mas|entao|y|pero|entonces)\b/
// Who names a bill, or all of them, means no more than what is named.
const named =
  /\b(?:invoices?|bills?|faturas?|facturas?|contas?|cuentas?|notas?|all|everything|total|tudo|tod[oa]s?|outr[oa]s?|otr[oa]s?|others?|next|proxim[oa]s?|ultim[oa]s?|last|latest|the rest|resto)\b/

/** Whether a message goes on with an "and" and names nothing: "and by when do we pay?", "e até quando se paga?" */
export function adds(text: string): boolean {
  const folded = fold(composed(text))
  return and.test(folded) && !named.test(folded)
}

const thatBill =
  /\b(?:this|that|[dn]?ess[ae]|[dn]?est[ae]|es[ae]) (?:invoice|bill|amount|figure|sum|total|fatura|factura|conta|cuenta|nota|valor|montante|quantia|importe|cantidad)\b/

/** Whether it names what was shown as a bill or its amount: "that invoice", "¿ese importe ...?". Plainer than "it", which may be anything. */
export const saysThatBill = (text: string): boolean => thatBill.test(fold(composed(text)))
