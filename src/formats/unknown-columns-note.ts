/** What to tell about columns that the format does not know: they are no fault, and nothing is read from them. */
export const unknownColumnsNote = (unknown: readonly string[]): string[] =>
  unknown.length > 0 ? [`columns not read: ${unknown.join(', ')}`] : []
