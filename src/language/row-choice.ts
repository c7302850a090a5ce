import { readPlace } from './choice.ts'
import { wordsOf } from './features.ts'
import { composed, fold } from './fold.ts'

const oldest = /\b(?:oldest|earliest|(?:mais|mas) (?:antig[ao]|antigu[ao]|velha|vieja))\b/
const newest = /\b(?:newest|latest|most recent|(?:mais|mas) (?:recente|reciente|nova|nueva))\b/
const longest = 6
/** Words that ask to see what is chosen. */
const showing = new Set(
  'show me open see details of about then and what mostra mostre mostrar mostrame abre abra abrir ver quero detalhes sobre entao y e muestra muestrame ensename quiero detalles entonces'.split(
    ' ',
  ),
)
const around = new Set('the a o la el one of them delas deles de ellas is was which please por favor'.split(' '))

/**
 * Which row of a list of bills a reply picks, counted from 0; it may lie beyond the list's end. `days` are the rows' days.
 * "The last bill" is the newest there is and no place in the list.
 */
export function readRow(text: string, days: readonly string[]): number | undefined {
  const folded = fold(composed(text))
  const words = wordsOf(folded).filter((word) => word !== '?' && !showing.has(word))
  if (words.length === 0 || words.length > longest) return undefined
  const extreme = oldest.test(folded) ? lowest(days) : newest.test(folded) ? highest(days) : undefined
  if (extreme !== undefined) {
    const rest = wordsOf(folded.replace(oldest, ' ').replace(newest, ' ')).filter((word) => word !== '?')
    return rest.every((word) => around.has(word) || showing.has(word)) ? extreme : undefined
  }
  const digits = /^\W*(?:n\w{0,6}\W+|#)?(\d{1,2})\W*$/.exec(folded)
  if (digits) return Number(digits[1]) > 0 ? Number(digits[1]) - 1 : undefined
  if (/\b(?:invoice|bill|fatura|factura)\b/.test(folded) && /\b(?:last|ultim[ao])\b/.test(folded)) return undefined
  return readPlace(words, days.length)
}

const lowest = (days: readonly string[]): number => days.indexOf([...days].sort()[0]!)
const highest = (days: readonly string[]): number => days.indexOf([...days].sort().at(-1)!)
