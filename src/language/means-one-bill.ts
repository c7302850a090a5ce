import { composed, fold } from './fold.ts'

const many = /\b(?:as|os|las|los|ones|those|all|todas|todos|invoices|bills|faturas|facturas|contas|cuentas|notas)\b/
const one = /\b(?:the one|that one|(?:a|la) d[eao]l?|invoice|bill|fatura|factura|conta|cuenta|nota)\b/

/** "E a de julho?" is about one bill, "e as de julho?" about several; "e julho?" says neither. */
export function meansOneBill(text: string): boolean {
  const folded = fold(composed(text))
  return one.test(folded) && !many.test(folded)
}
