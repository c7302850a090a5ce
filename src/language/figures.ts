/** A text holds a figure that is no fact. It must not go out: nobody could say where the figure comes from. */
export class UnboundFigure extends Error {
  override name = 'UnboundFigure'
}

const otherDigit = /\p{N}/uy

// What touches a figure makes another figure of it: a digit, a letter, a sign, a percent, a currency, what nobody sees. So do
// separators that lead to a digit: "1" is not what "1.234" or "1 234" says.
const touching = String.raw`[\p{L}\p{N}\p{M}\p{Cf}\p{Sc}%‰]`
const joint = String.raw`[.,'’:/·_^٫٬⁄\u00a0\u202f\u2007\u2009]`
const gap = String.raw`[ \u00a0\u202f\u2009]`
const touchesBefore = new RegExp(String.raw`(?:${touching}|\p{N}${joint})$`, 'u')
const signBefore = /[-–−‐‑+±]$/u
const currencyBefore = new RegExp(String.raw`\p{Sc}${gap}$`, 'u')
const codeBefore = new RegExp(String.raw`(?<!\p{L})([A-Z]{3})${gap}$`, 'u')
const touchesAfter = new RegExp(String.raw`^(?:${touching}|(?:${joint}|[-–−‐‑])\p{N}|${gap}[%‰])`, 'u')
// Where a digit follows, the currency is the next figure's.
const currencyAfter = new RegExp(String.raw`^${gap}[A-Z]{0,2}\p{Sc}(?!${gap}?\p{N})`, 'u')
const codeAfter = new RegExp(String.raw`^${gap}([A-Z]{3})(?!\p{L}|${gap}?\p{N})`, 'u')
const currencies = new Set(Intl.supportedValuesOf('currency'))
/** Characters in which all of that stands. */
const near = 6

// Most figures stand between plain words: there is no need to look further, which would take longer than finding the fact.
const plainBefore = codesOf('abcdefghijklmnopqrstuvwxyz,:;)=×÷→')
const plainAfter = codesOf('abcdefghijklmnopqrstuvwxyz(=×÷→')
const stops = codesOf('.,:;)…')
const [space, opened] = [32, 40]

/**
 * Makes sure that every digit of `text` is part of one of the `bound` texts, whole, and that nothing beside it makes another figure
 * of it. `bound` are the facts as they read in the text's language. Throws UnboundFigure.
 */
export function assertBound(text: string, bound: Iterable<string>): void {
  let place = digitFrom(text, 0)
  if (place < 0) return
  const all = [...bound]
  const firsts = all.map((said) => digitFrom(said, 0))
  for (let end = 0; place >= 0; place = digitFrom(text, end)) {
    const stop = endOfLongest(text, place, end, all, firsts)
    // The message itself stays out of the error: logs hold no customer's text.
    if (stop === undefined) throw new UnboundFigure(`a figure at character ${place} is bound to no fact`)
    end = stop
  }
}

/** Where the longest fact ends whose first digit is the one at `place`. */
function endOfLongest(
  text: string,
  place: number,
  end: number,
  all: readonly string[],
  firsts: readonly number[],
): number | undefined {
  let stop: number | undefined
  for (let i = 0; i < all.length; i++) {
    const [said, first] = [all[i]!, firsts[i]!]
    const [start, last] = [place - first, place - first + said.length]
    if (first < 0 || start < end || (stop !== undefined && last <= stop)) continue
    if (text.startsWith(said, start) && standsAlone(text, said, start, end, all)) stop = last
  }
  return stop
}

/** The place of the next digit of any script, -1 for none: a search for \p{N}, which takes longer where a text is plain. */
function digitFrom(text: string, from: number): number {
  for (let at = from; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code >= 48 && code <= 57) return at
    if (code <= 127) continue
    otherDigit.lastIndex = at
    if (otherDigit.test(text)) return at
  }
  return -1
}

/** Whether what stands at `start` begins and ends there; the fact before it ends at `end`. */
function standsAlone(text: string, said: string, start: number, end: number, all: readonly string[]): boolean {
  const stop = start + said.length
  return (
    (isPlainBefore(text, start) || begins(text, start, end, all)) &&
    (isPlainAfter(text, stop) || ends(text.slice(stop, stop + near), all))
  )
}

function isPlainBefore(text: string, start: number): boolean {
  const code = text.charCodeAt(start - 1)
  return start === 0 || code === opened || (code === space && plainBefore.has(text.charCodeAt(start - 2)))
}

function isPlainAfter(text: string, stop: number): boolean {
  if (stop === text.length) return true
  const [code, next] = [text.charCodeAt(stop), text.charCodeAt(stop + 1)]
  return code === space ? plainAfter.has(next) : stops.has(code) && (next === space || stop + 1 === text.length)
}

/** A currency before `end` is another figure's. A sign can be a fact of its own. */
function begins(text: string, start: number, end: number, all: readonly string[]): boolean {
  const before = text.slice(Math.max(0, start - near), start)
  if (touchesBefore.test(before)) return false
  if (signBefore.test(before))
    return all.some((word) => word !== '' && digitFrom(word, 0) < 0 && text.endsWith(word, start))
  const since = text.slice(Math.max(end, start - near), start)
  return !currencyBefore.test(since) && !isCode(codeBefore.exec(since), all)
}

const ends = (after: string, all: readonly string[]): boolean =>
  !touchesAfter.test(after) && !currencyAfter.test(after) && !isCode(codeAfter.exec(after), all)

/** A currency's code that no fact says. */
const isCode = (found: RegExpExecArray | null, all: readonly string[]): boolean =>
  found !== null && currencies.has(found[1]!) && !all.includes(found[1]!)

function codesOf(characters: string): ReadonlySet<number> {
  return new Set([...characters].map((character) => character.charCodeAt(0)))
}
