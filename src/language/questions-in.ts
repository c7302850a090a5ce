import { composed, fold } from './fold.ts'

// How a question or a request begins, folded. "Is" and "do" only before whom they ask about: "which was sent and is overdue" is one.
const opener =
  "(?:what(?:'?s)?|when(?:'?s)?|where|why|who|which|how|by when|(?:is|are|was|were|do|does|did|has|have|can|could|will|would) (?:it|this|that|these|we|you|i|they|there|our|my|the)|(?:please )?(?:show|send|tell|give|list|explain|compare)|i(?:'?d| would)? (?:also )?(?:need|want|like)" +
  '|quanto|quanta|quantos|quantas|quando|qual|quais|como|onde|porque|por ?que|pq|quem|o que|ate quando|para quando|(?:em|de|a) que|posso|pode[ms]?|podia|consegue[ms]?|mostra|mostre|manda|mande|envia|envie|diz|diga|explica|explique|quero|queria|preciso|gostaria|ja (?:foi|esta|pag\\w+)' +
  '|cuanto|cuanta|cuantos|cuantas|cuando|cual|cuales|donde|quien|hasta cuando|(?:en|de|a) que|puedo|puedes?|pueden|podeis|podrias?|podrian|muestra(?:me)?|mandame|enviame|mande|envie|dime|digame|explicame|quiero|quisiera|necesito|ya (?:esta|se|ha))\\b'
const also =
  '(?:(?:and|plus|also|then|e|y|and also|e tambem|e ja agora|y tambien|y ademas|ademas|alem disso|tambem|tambien),? )'
const begins = new RegExp(`^[\\W_]*${also}{0,2}[¿¡]?${opener}`)
/** In front of a first question somebody may greet, or say what it is about. */
const beginsSoon = new RegExp(`^[\\W_]*(?:[^\\s]+\\s+){0,4}[¿¡]?${opener}`)
/** After a question mark; after a stop, a comma or an "and", where the next question begins. */
const border = new RegExp(
  `\\?[\\s?!)"']{0,9}|(?:[.!;,\\n]\\s{0,3}|\\s)(?=${also}{1,2}[¿¡]?${opener})|[.!;\\n]\\s{0,3}(?=[¿¡]?${opener})`,
  'g',
)

/** A longer message tells a story; its last word is not its next question. */
const longest = 600

/**
 * The questions of a message that asks more than one: "How much was October? And when is it due?". What is no question stays with the one
 * beside it. Empty when there is only one. With `answers` the first part may answer what was asked: "the second one. And is it paid?".
 */
export function questionsIn(text: string, { answers = false } = {}): readonly string[] {
  if (text.length > longest) return []
  const plain = composed(text)
  const folded = fold(plain)
  const cuts = [...folded.matchAll(border)].map(({ index, 0: cut }) => index + cut.length)
  if (cuts.length === 0) return []
  const parts: string[] = []
  let from = 0
  let open = ''
  for (const to of [...cuts, plain.length]) {
    const part = plain.slice(from, to)
    from = to
    const first = parts.length === 0
    if (isQuestion(part, first) || (first && answers && !open && /\w/.test(part))) {
      parts.push(open + part)
      open = ''
    } else if (first) open += part
    else parts[parts.length - 1] += part
  }
  return parts.length > 1 ? parts.map((part) => part.trim()) : []
}

const isQuestion = (part: string, first: boolean): boolean => {
  const folded = fold(part)
  return (/\?/.test(folded) && /\w/.test(folded)) || (first ? beginsSoon : begins).test(folded)
}
