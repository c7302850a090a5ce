import { composed, fold } from './fold.ts'

/** What partner staff with billing rights can ask of besides the customer's bill. */
export const ledgerSides = ['cost', 'margin'] as const
export type LedgerSide = (typeof ledgerSides)[number]

const margin = /\b(?:margins?|markup|margem|margens|margen|margenes|lucro|profit|ganancia)\b/
const cost =
  /\b(?:costs?|custos?|costes?|costos?|supplier charges?|cargos do fornecedor)\b(?! (?:centre|center))|\bmicrosoft (?:bill|charg|invoic|fatur|cobr|factur)\w*|\b(?:fatur|cobr|factur)\w+ (?:a )?microsoft\b|\b(?:pay|paid|owe|pagamos|pagar|debemos|devemos) (?:to |a |ao )?(?:la )?microsoft\b/

/** Which side of the books a message speaks of; heeded for those alone who may see it. */
export function readLedgerSide(text: string): LedgerSide | undefined {
  const folded = fold(composed(text))
  if (margin.test(folded)) return 'margin'
  return cost.test(folded) ? 'cost' : undefined
}
