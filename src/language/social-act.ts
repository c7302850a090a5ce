import { fillers, socialPhrases } from './social-phrases.ts'
import type { Intent, socialActs } from './vocabulary.ts'

export type SocialAct = (typeof socialActs)[number]

/** A message as a social act, and what is left of it when the greeting in front is taken off. */
export type SocialReading = { readonly act?: SocialAct; readonly rest: readonly string[] }

// Of several acts in one message the one that asks most of Saldo: "no thanks, bye" refuses.
const weight: Readonly<Record<SocialAct, number>> = { deny: 6, affirm: 5, help: 4, goodbye: 3, thanks: 2, greeting: 1 }
const actOf = new Map<string, SocialAct>(
  Object.entries(socialPhrases).flatMap(([act, phrases]) => phrases.map((phrase) => [phrase, act as SocialAct])),
)
const filler = new Set(fillers)
const longest = Math.max(...[...actOf.keys()].map((phrase) => phrase.split(' ').length))

/** Reads the social acts at the front of a message. `words` are folded; the message is an act when nothing else is in it. */
export function readSocialAct(words: readonly string[]): SocialReading {
  const spoken = words.filter((word) => word !== '?')
  let best: Phrase | undefined
  let at = 0
  let afterGreeting = 0
  while (at < spoken.length) {
    const phrase = phraseAt(spoken, at)
    if (!phrase && !filler.has(spoken[at]!)) break
    at += phrase?.length ?? 1
    if (phrase && (!best || phrase.weight > best.weight)) best = phrase
    if (phrase?.act === 'greeting') afterGreeting = at
  }
  if (at === spoken.length) return best ? { act: best.act, rest: words } : { rest: words }
  // A question is what follows a greeting; two words are too little to tell ("hello there friend").
  return { rest: spoken.length - afterGreeting >= 2 ? withoutFirst(words, afterGreeting) : words }
}

type Phrase = { readonly act: SocialAct; readonly length: number; readonly weight: number }

function phraseAt(words: readonly string[], from: number): Phrase | undefined {
  for (let length = Math.min(longest, words.length - from); length > 0; length--) {
    const text = words.slice(from, from + length).join(' ')
    const act = actOf.get(text)
    // "Ok" alone agrees; before something else it says nothing.
    if (act) return { act, length, weight: filler.has(text) ? 0 : weight[act] }
  }
  return undefined
}

/** Leaves off the first `count` words that are no question mark. */
function withoutFirst(words: readonly string[], count: number): readonly string[] {
  let at = 0
  for (let left = count; left > 0; at++) if (words[at] !== '?') left--
  return words.slice(at)
}

export const isSocialAct = (intent: Intent): intent is SocialAct => intent in weight
