/** A text holds a figure that is no fact. It must not go out: nobody could say where the figure comes from. */
export class UnboundFigure extends Error {
  override name = 'UnboundFigure'
}

const digit = /\p{N}/u
const nextDigit = /\p{N}/gu
// "1" is not what "1.234" or "1 234" says: a figure ends where no digit follows, not even behind a separator of thousands or decimals.
const goesOn = /^[.,'’\u00a0\u202f]?\p{N}/u
const leadsIn = /\p{N}[.,'’\u00a0\u202f]?$/u

/**
 * Makes sure that every digit of `text` is part of one of the `bound` texts, whole. `bound` are the facts as they read in the
 * text's language. Throws UnboundFigure.
 */
export function assertBound(text: string, bound: Iterable<string>): void {
  if (!digit.test(text)) return
  const figures = [...bound]
    .map((said) => ({ said, at: said.search(digit) }))
    .filter(({ at }) => at >= 0)
    .sort((a, b) => b.said.length - a.said.length)
  nextDigit.lastIndex = 0
  for (let found = nextDigit.exec(text); found; found = nextDigit.exec(text)) {
    const place = found.index
    const figure = figures.find(({ said, at }) => standsAt(text, said, place - at))
    // The message itself stays out of the error: logs hold no customer's text.
    if (!figure) throw new UnboundFigure(`a figure at character ${place} is bound to no fact`)
    nextDigit.lastIndex = place - figure.at + figure.said.length
  }
}

const standsAt = (text: string, said: string, start: number): boolean =>
  text.startsWith(said, start) &&
  !goesOn.test(text.slice(start + said.length, start + said.length + 2)) &&
  !leadsIn.test(text.slice(Math.max(0, start - 2), start))
