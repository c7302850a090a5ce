/**
 * A bill's number, or a file's name without its ending, as they are compared: words and numbers in upper case, whatever stands
 * between them. `FT 2026/123`, `FT_2026-123` and `ft2026 123` are one; `FT 2026/12-3` is another.
 */
export const documentName = (name: string): string =>
  (
    name
      .normalize('NFD')
      .replace(/\p{M}/gu, '')
      .replace(/\.(pdf|xml)$/i, '')
      // What a browser adds to a second download of the same file.
      .replace(/ \(\d{1,2}\)$/, '')
      .toUpperCase()
      .match(/[A-Z]+|\d+/g) ?? []
  ).join('-')
