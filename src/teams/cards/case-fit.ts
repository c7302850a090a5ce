import { clipped } from './clipped.ts'

/** How much of the long parts of a case is shown: characters of a text, numbers of entries. */
export type Fit = {
  /** Of what the customer wrote first. */
  readonly words: number
  /** Entries of what was written before, the last ones, and characters of each. */
  readonly transcript: number
  readonly said: number
  /** Entries of the trail, the last ones, and characters of each. */
  readonly trail: number
  readonly entry: number
  /** Of the bill, of what was asked and tried, of a name or a place. */
  readonly lines: number
  readonly answer: number
  readonly name: number
  readonly colleagues: number
  readonly suggestion: boolean
}

const all: Fit = {
  words: 4000,
  transcript: 24,
  said: 1000,
  trail: 8,
  entry: 600,
  lines: 12,
  answer: 600,
  name: 200,
  colleagues: 50,
  suggestion: true,
}

/** From all that anybody reads to what always fits: what was written before goes first, then the trail, then the rest. */
export const fits: readonly Fit[] = [
  all,
  { ...all, transcript: 12, said: 300, entry: 300 },
  { ...all, transcript: 6, said: 150, entry: 150, answer: 300, lines: 6 },
  { ...all, words: 2000, transcript: 2, said: 150, trail: 8, entry: 100, answer: 150, lines: 4, colleagues: 25 },
  {
    ...{ words: 600, transcript: 0, said: 0, trail: 3, entry: 100, lines: 2, answer: 80, name: 60, colleagues: 10 },
    suggestion: false,
  },
  {
    ...{ words: 200, transcript: 0, said: 0, trail: 0, entry: 0, lines: 0, answer: 40, name: 40, colleagues: 5 },
    suggestion: false,
  },
]

/** Shortens texts and remembers whether it did. */
export function shortener(): { readonly clip: typeof clipped; readonly didShorten: () => boolean; note(): void } {
  let shortened = false
  return {
    clip(text, longest) {
      const short = clipped(text, longest)
      shortened ||= short !== text
      return short
    },
    didShorten: () => shortened,
    note() {
      shortened = true
    },
  }
}
