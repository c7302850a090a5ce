import type { Day } from '../values/day.ts'
import type { Language } from '../values/language.ts'
import { readChoice } from './choice.ts'
import { readSwap } from './ellipsis.ts'
import { wordsOf } from './features.ts'
import { composed, fold } from './fold.ts'
import type { Slots } from './question.ts'
import { readSocialAct } from './social-act.ts'

/** What a message is in answer to what Saldo said last. `none`: understand it as a message of its own. */
export type FollowUp =
  /** Picked one of the offered options; `index` counts from 0. */
  | { readonly kind: 'choose'; readonly index: number }
  | { readonly kind: 'affirm' }
  | { readonly kind: 'deny' }
  /** The last question once more with these slots instead: "and October?", "no, September". */
  | { readonly kind: 'swap'; readonly slots: Slots }
  | { readonly kind: 'none' }

export type Pending = {
  readonly today: Day
  readonly language: Language
  readonly locale?: string
  /** What was offered, as it was shown, in order. */
  readonly options?: readonly string[]
  /** What Saldo waits for. Without it, yes and no mean nothing and only a swap can be read. */
  readonly expects?: 'choice' | 'confirmation'
}

/** Reads a message as a reply to the last turn. Never throws; unsure is `none`. */
export function readFollowUp(text: string, pending: Pending): FollowUp {
  const options = pending.options ?? []
  if (pending.expects === 'choice' && options.length > 0) {
    const index = readChoice(text, options, pending)
    if (index !== undefined) return { kind: 'choose', index }
  }
  const consent = pending.expects ? readConsent(text) : undefined
  // "Yes" to the only option takes it.
  if (consent === 'affirm' && pending.expects === 'choice' && options.length === 1) return { kind: 'choose', index: 0 }
  if (consent) return { kind: consent }
  const slots = readSwap(text, pending)
  return slots ? { kind: 'swap', slots } : { kind: 'none' }
}

const longestConsent = 7
// "Yes, open it please"; "no, leave it"; "don't send it"; "no lo abras". A comma or a verb of doing tells it from "não recebi a fatura".
const yes =
  /^\W*(?:yes|yeah|yep|yup|sure|sim|si|claro|vale|dale|ok|okay)\b(?:\s*[,.!]|\s+(?:please|do|go|open|send|that|por favor|pode|podes|abr|faz|fac|envi|mand|isso|eso|claro|hazlo|adelante|cancel|confirm))/
const no =
  /^\W*(?:no|nao|nope|nah)\b(?:\s*[,.!]|\s+(?:please|thank|leave|do not|dont|quero|queria|precis|abr|faz|fac|envi|mand|e preciso|quiero|lo |la |hace falta|hay que|pode|puede|vale a pena))|^\W*(?:do not|don'?t)\b/

function readConsent(text: string): 'affirm' | 'deny' | undefined {
  const folded = fold(composed(text))
  const words = wordsOf(folded)
  const { act } = readSocialAct(words)
  if (act === 'affirm' || act === 'deny') return act
  // A figure or a question in it is something of its own: "yes, but for 5?"
  if (words.length > longestConsent || /[?\d]/.test(folded) || /\b(?:but|mas|pero|instead)\b/.test(folded))
    return undefined
  if (no.test(folded)) return readSwapLike(folded) ? undefined : 'deny'
  return yes.test(folded) ? 'affirm' : undefined
}

/** "No, September" corrects and refuses nothing: at most two words after the comma, none of them a verb of doing. */
const readSwapLike = (folded: string): boolean =>
  /^\W*(?:no|nao|nope)\s*[,.]\s*(?:(?:a|o|la|el|the|de|da|do|in|for|em|en|i meant|quis dizer|quise decir|digo)\s+)*\w+\W*$/.test(
    folded,
  )
