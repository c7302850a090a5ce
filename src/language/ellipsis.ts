import type { Pending } from './dialogue.ts'
import { wordsOf } from './features.ts'
import { composed, fold } from './fold.ts'
import type { Slots } from './question.ts'
import { readSlots, withPlaceholders } from './slots/read-slots.ts'

/** Words that may stand around a value without asking anything new: "and the one for October?", "no, quis dizer setembro". */
const around = new Set(
  [
    'and what how about the one ones for of in from on at with then now also same but so or it its that this s is was again only just no not nope sorry oops wait actually rather instead i mean meant make ok please thanks invoice bill invoices bills month year part alone',
    'e a o as os de da do das dos em na no nas nos para pra pro por com que tal entao agora tambem mesma mesmo mas isso essa esse esta este foi era nao desculpa desculpe perdao quis dizer queria digo alias antes afinal sim ok por favor eu me enganei engano errei mal verdade ops fatura faturas nota conta mes ano quanto a respeito relativamente ja so apenas somente parte',
    'y la el lo los las de del en para por con que tal entonces ahora tambien misma mismo pero eso esa ese esta este fue era no yo me equivoque equivocado realidad ups perdon quise decir queria digo mejor mas bien sino si vale factura facturas cuenta mes ano cuanto respecto sobre solo solamente parte',
  ].flatMap((line) => line.split(' ')),
)
const longest = 9
const refused = /\b(?:not|nao|no)\s+(?:(?:the|o|a|la|el|de|da|do|for|in|em|en)\s+)*$/

/** The slots of a message that says nothing else: the last question is meant once more with these. */
export function readSwap(text: string, { today, language, locale }: Pending): Slots | undefined {
  const plain = composed(text)
  const folded = fold(plain)
  const { found } = readSlots({ text: plain, folded, today, language, monthFirst: locale?.toLowerCase() === 'en-us' })
  if (found.length === 0) return undefined
  const words = wordsOf(withPlaceholders(folded, found)).filter((word) => word !== '?')
  if (words.length > longest || words.some((word) => !word.startsWith('0x') && !around.has(word))) return undefined
  // "No, not October, September": what is refused is left out, unless it is all there is.
  const meant = found.filter(({ from }) => !refused.test(folded.slice(0, from)))
  const slots = Object.assign({}, ...[...(meant.length > 0 ? meant : found)].reverse().map((one) => one.slots)) as Slots
  return Object.keys(slots).length > 0 ? slots : undefined
}
