import { composed, fold } from './fold.ts'

// Written with their accents folded; what is left beside them has to name the bill and nothing else.
const words =
  /\b(?:how much|what|did|does|was|is|came?|comes?|amounts?|amounted|to|total|totals|totall?ed|cost|(?:a |de |em |en |por )?(?:cuanto|quanto)|cual|qual|ascendio|asciende|ascendia|sumo|suma|salio|sale|valor|importe|montante|total|ficou|deu|dio|foi|fue|es|e|importa|importou)\b/g

/** "¿A cuánto ascendió septiembre?": the message without the words that ask for a sum; undefined when it asks for none. */
export function withoutHowMuch(text: string): string | undefined {
  const plain = composed(text)
  const folded = fold(plain)
  if (!/\b(?:how much|what (?:did|does|was|is)|cuanto|quanto|(?:cual|qual) (?:foi|fue|es|e|era))\b/.test(folded))
    return undefined
  // What is asked with is blanked in place, so that the rest stays as it was written.
  let rest = plain
  for (const { index, 0: word } of folded.matchAll(words))
    rest = rest.slice(0, index) + ' '.repeat(word.length) + rest.slice(index + word.length)
  return rest
}
