/** The figures of a text: each run of digits as long as it goes, separators of thousands and decimals inside it included. */
export const figuresIn = (text: string): readonly string[] => text.match(/\p{N}+(?:[.,'’\u00a0\u202f]\p{N}+)*/gu) ?? []

/** Written from that definition alone: the figures of `text` that are a figure of none of `said`. */
export function unboundIn(text: string, said: Iterable<string>): readonly string[] {
  const figures = figuresIn(text)
  if (figures.length === 0) return []
  const bound = new Set([...said].flatMap(figuresIn))
  return figures.filter((figure) => !bound.has(figure))
}
