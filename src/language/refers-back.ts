import { composed, fold } from './fold.ts'

const back =
  /\b(it|this|that|this one|that one|ela|dela|nela|esta|essa|desta|dessa|nesta|nessa|ella|esa|la misma|a mesma|the same one)\b/
// "This month" points at the calendar, not at what was shown last.
const calendar =
  /\b(this|that|esta|essa|esa|desta|dessa|nesta|nessa) (month|week|year|quarter|time|morning|afternoon|semana|vez|manha|tarde|noite|manana|noche)\b/
// Spanish "está pagada" folds to "esta pagada": there it is the verb that stands before a participle.
const verb = /\besta (?!factura|fatura|conta|nota)\w+[ao]s?\b/

/** Whether a message speaks of what was shown last: "is it paid?", "quando vence essa?". Without accents, in any language. */
export function refersBack(text: string): boolean {
  const folded = fold(composed(text)).replace(calendar, ' ')
  return back.test(folded.replace(verb, ' ')) || /^\W*(esta|ya esta|ja esta) (pag|liquid|quit|venc)\w+\W*$/.test(folded)
}
