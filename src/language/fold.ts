const folded = new Map<string, string>()

function foldCharacter(character: string): string {
  let plain = folded.get(character)
  if (plain === undefined) {
    const lower = character.toLowerCase().normalize('NFD')
    // One unit in, one unit out, so that a place in the folded text is the same place in what the person wrote.
    plain = quotes.get(character) ?? (lower[0] || character)
    folded.set(character, plain)
  }
  return plain
}

const quotes = new Map([
  ['’', "'"],
  ['‘', "'"],
  ['“', '"'],
  ['”', '"'],
  ['–', '-'],
  ['—', '-'],
  ['\u00a0', ' '],
  ['\u202f', ' '],
])

/** Composed characters, so that an accent never is a character of its own. */
export const composed = (text: string): string => text.normalize('NFC')

/** Lower case without accents and with plain quotes, dashes and spaces. Of `composed` text it keeps every place. */
export const fold = (text: string): string => text.replace(/[^ -@[-~]/g, foldCharacter)
