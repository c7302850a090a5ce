import { concepts } from './concepts.ts'

const exact = new Map<string, string[]>()
const beginning = new Map<string, string[]>()
let shortest = Number.POSITIVE_INFINITY

for (const [concept, line] of Object.entries(concepts))
  for (const word of line.split(' ')) {
    const stem = word.endsWith('*') ? word.slice(0, -1) : undefined
    const map = stem === undefined ? exact : beginning
    if (stem !== undefined) shortest = Math.min(shortest, stem.length)
    map.set(stem ?? word, [...(map.get(stem ?? word) ?? []), concept])
  }

/** The concepts that a folded word stands for; most words stand for none, some for several. */
export function conceptsOf(word: string): string[] {
  const found = [...(exact.get(word) ?? [])]
  for (let length = shortest; length <= word.length; length++)
    for (const concept of beginning.get(word.slice(0, length)) ?? []) if (!found.includes(concept)) found.push(concept)
  return found
}
