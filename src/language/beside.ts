import { composed, fold } from './fold.ts'
import type { Slots } from './question.ts'

const bill = '(?:one|bill|invoice|month|fatura|factura|conta|cuenta|nota|mes)'
const lead =
  '(?:(?:and|what about|how about|then|ok|show me|show|e|y|entao|entonces|mostra|mostre|muestra|muestrame|ver|qual foi|cual fue|what was|quanto foi|cuanto fue) )*'
const article = '(?:(?:the|a|o|as|la|el|na|no|da|do|em|en|de|del|for|in|of) )*'
const that = '(?: (?:that|this|it|that one|this one|dessa|desta|disso|dela|de esa|de esta|de eso))?'
const tail = '(?: please| por favor)?'
const whole = (...cores: string[]) => new RegExp(`^${lead}${article}(?:${cores.join('|')})${tail}$`)

const before = whole(
  `${bill} (?:right |just )?before${that}`,
  `(?:previous|prior|preceding|earlier) ${bill}`,
  `before ?${that}`,
  `(?:previous|prior|preceding)`,
  `(?:${bill} )?(?:anterior|precedente|previa|previo)(?: a (?:essa|esta|esa|ela))?`,
  `(?:${bill} )?(?:de |imediatamente )?antes${that}`,
)
const after = whole(
  `${bill} (?:right |just )?after${that}`,
  `following ${bill}`,
  `(?:${bill} )?(?:seguinte|siguiente|posterior)(?: a (?:essa|esta|esa|ela))?`,
  `(?:${bill} )?(?:de |imediatamente )?(?:depois|despues)${that}`,
)

/** A message that says no more than "the one before", "y la anterior?", "a seguinte": from the bill that is talked about. */
export function readBeside(text: string): Slots['beside'] {
  const said = fold(composed(text))
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
  return before.test(said) ? 'before' : after.test(said) ? 'after' : undefined
}
