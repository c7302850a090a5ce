import type { Day } from '../values/day.ts'
import type { Language } from '../values/language.ts'
import { periodOf } from '../values/period.ts'
import { composed, fold } from './fold.ts'
import type { Slots } from './question.ts'
import { readSlots } from './slots/read-slots.ts'

/** What a bill or a period is to be compared with. `year`: the same a year before. */
export type Against = { readonly invoice?: string; readonly period?: string; readonly year?: true }

/** "October higher than September": of October, against September. Empty where the message says neither. */
export type Comparison = { readonly of?: Pick<Slots, 'invoice' | 'period'>; readonly against?: Against }

type Context = { readonly today: Day; readonly language: Language; readonly locale?: string }

// What stands behind these is what is compared WITH. In the second list either may be meant first.
const than =
  /\b(?:than|compar\w*[ -](?:(?:it|this|that|isso|eso|la|a|o|esta|essa) )*(?:to|with|com|con|a|ao)|in comparison (?:to|with)|as against|relative to|(?<=\b(?:mais|menos|mas|maior|menor|mayor|superior|inferior|diferente)(?: \p{L}+){0,3} )que|do que|comparad[ao]s? (?:com|con|a|ao)|em (?:relacao|comparacao) (?:a|ao|com)|en (?:relacion|comparacion) (?:a|al|con)|relativamente (?:a|ao)|(?:con )?respec?to (?:a|al|de|del|ao)|face (?:a|ao)|frente (?:a|al)|de lo que)\b/u
const beside =
  /\b(?:vs\.?|versus|against|contra|and|with|to|com|con|e|y|a|ate|para|until)\b|\bx\b|\/(?=\s)|[-–—](?=\s)|\be a de\b/g
const yearBefore =
  /\b(?:last|previous|prior) year\b|\byear (?:before|ago|earlier)\b|\bano (?:passado|anterior)\b|\bhace un ano\b|\bha um ano\b|\bum ano (?:antes|atras)\b|\bun ano (?:antes|atras)\b|\bano pasado\b|\byear[- ](?:on|over)[- ]year\b/

const ordinal = '(?:first|second|third|fourth|primeir[oa]|segund[oa]|terceir[oa]|quart[oa]|primero?|tercero?|cuarto)'
const unitOnce = new RegExp(
  `\\b${ordinal} (quarter|trimestre|semestre)\\b(.*?\\b${ordinal})\\b(?! (?:quarter|trimestre|semestre))`,
  'i',
)

/** "The third quarter with the second": what is said once is meant twice. */
const unitTwice = (text: string): string => text.replace(unitOnce, (both: string, unit: string) => `${both} ${unit}`)

/** Reads what is compared with what, in any of the four languages. */
export function readComparison(text: string, context: Context): Comparison {
  const plain = unitTwice(composed(text))
  const folded = fold(plain)
  const marker = than.exec(folded)
  if (marker) {
    const [of, against] = [
      pointerIn(plain.slice(0, marker.index), context),
      againstIn(plain.slice(marker.index), context),
    ]
    if (against) return { ...(of && { of }), against }
  }
  if (!marker && yearBefore.test(folded)) {
    const of = pointerIn(plain.slice(0, yearBefore.exec(folded)?.index), context)
    return { ...(of && !isYear(of.period) && { of }), against: { year: true } }
  }
  return pairIn(plain, folded, context)
}

/** Whether a message says of two bills or periods that one is more or less than the other: "why was June's lower than May's?" */
export function measures(text: string, context: Context): boolean {
  const { of, against } = readComparison(text, context)
  return of !== undefined && against !== undefined && than.test(fold(composed(text)))
}

/** "Agosto vs julho", "from September to October", "compare Q3 with Q2": two of a kind, of which the later one is to be explained. */
function pairIn(plain: string, folded: string, context: Context): Comparison {
  for (const { index } of folded.matchAll(beside)) {
    const [a, b] = [pointerIn(plain.slice(0, index), context), pointerIn(plain.slice(index), context)]
    if (a?.invoice && b?.invoice) return { of: a, against: { invoice: b.invoice } }
    if (!a?.period || !b?.period || a.period === b.period) continue
    const [earlier, later] = periodOf(a.period).from < periodOf(b.period).from ? [a, b] : [b, a]
    return { of: later, against: { period: earlier.period } }
  }
  const of = pointerIn(plain, context)
  return of ? { of } : {}
}

const isYear = (period: string | undefined): boolean => period !== undefined && /^\d{4}$/.test(period)

/** The first bill or period that a stretch names. */
function pointerIn(text: string, { today, language, locale }: Context): Comparison['of'] {
  const monthFirst = locale?.toLowerCase() === 'en-us'
  const { slots } = readSlots({ text, folded: fold(text), today, language, monthFirst })
  if (slots.invoice) return { invoice: slots.invoice }
  return slots.period ? { period: slots.period } : undefined
}

function againstIn(text: string, context: Context): Against | undefined {
  // "Higher than last year" asks about the same month, unless a whole year is compared: that is settled where the other side is known.
  if (yearBefore.test(fold(text))) return { year: true }
  return pointerIn(text, context)
}

/** Words of a message that does no more than compare again: "and compared with last year?" */
const only =
  /^\W*(?:(?:and|e|y|ok|okay|well|fine|right|alright|ta|bem|bom|certo|pois|esta bem|tudo bem|bien|bueno|vale|de acuerdo|esta bien|then|so|now|what about|how about|agora|ahora|entao|entonces|que tal|the|a|o|la|el|com|con|to|with|same|mesmo|mismo|month|mes|period|periodo|quarter|trimestre|time|altura|do|de|del|da|no|na|in|of|im|it|that|isso|eso|compare|compara|compare-o|comparar|if|se|si|you|we|i|bill|invoice|fatura|factura)\W+)*$/

/** What a message wants to compare with that says nothing else: "and against August?". Then the last bill is meant once more. */
export function onlyAgainst(text: string, context: Context): Against | undefined {
  const plain = composed(text)
  const folded = fold(plain)
  const at =
    than.exec(folded)?.index ??
    yearBefore.exec(folded)?.index ??
    /\b(?:vs\.?|versus|against|contra)\b/.exec(folded)?.index
  return at !== undefined && only.test(folded.slice(0, at)) ? againstIn(plain.slice(at), context) : undefined
}
