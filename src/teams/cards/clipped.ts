/** A text of at most so many characters; what was cut off is marked. No character is cut in two. */
export function clipped(text: string, longest: number): string {
  if (text.length <= longest) return text
  const cut = text.slice(0, Math.max(0, longest - 1)).toWellFormed()
  return `${cut.replace(/\uFFFD$/, '')}…`
}
