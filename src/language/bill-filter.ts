import { composed, fold } from './fold.ts'

/** Which bills a list is wanted of, where the message says so. */
export const billFilters = ['open', 'overdue', 'paid'] as const
export type BillFilter = (typeof billFilters)[number]

const overdue = /\b(overdue|past due|late|vencid[ao]s?|atrasad[ao]s?|em atraso|en mora|con retraso)\b/
const open =
  /\b(open|unpaid|outstanding|owing|unsettled|em aberto|abert[ao]s?|abiertas?|abiertos?|pendentes?|pendientes?|impagad[ao]s?|(por|a) (pagar|liquidar|regularizar|quitar|saldar)|to (pay|settle)|(not|nao|no|sin|havent|haven't|hasn't|isn't|aun no|todavia no)( yet| hemos| he| foram| foi| estan| esta| been)? ?(paid|pay|settled?|pag\w+|liquidad\w+|liquid\w+|quit\w+|sald\w+|cancelar|baix\w+))\b/
const paid = /\b(paid|settled|pag[ao]s?|pagad[ao]s?|liquidad[ao]s?|quitad[ao]s?|saldad[ao]s?)\b/

/** Reads "open", "vencidas", "por liquidar" in any of the four languages. Open is the wider word: it wins where both are said. */
export function readBillFilter(text: string): BillFilter | undefined {
  const folded = fold(composed(text))
  if (open.test(folded)) return 'open'
  if (overdue.test(folded)) return 'overdue'
  return paid.test(folded) ? 'paid' : undefined
}
