import { withoutMoney } from './money-patterns.ts'
import { privatePatterns } from './private-patterns.ts'
import { type Mark, type Pattern, type Removed, removedKinds } from './removed.ts'
import { secretPatterns, unnamedTokens } from './secret-patterns.ts'

/** What stays although it looks like something that goes, and what goes although it looks like nothing. */
export type ScrubRules = {
  /** Ids, numbers and references of this case, as written; shorter than six characters they could be anything and do not count. */
  readonly keep: readonly string[]
  /** People of the customer: their names, whole and in parts. */
  readonly people: readonly string[]
  /** Names and domains of other companies, whole. */
  readonly companies: readonly string[]
}

/** The text with `[removed: password]` and the like where something was taken out, and what that was, one entry each. */
export type Scrubbed = { readonly text: string; readonly removed: readonly Removed[] }

/**
 * A text without secrets, foreign ids, people, amounts, and figures beside cost or price: rather too little is left than too much. Of more than
 * 40,000 characters the rest is cut off. What is gone can let something else be seen, so it is looked at until there is nothing left to
 * take: a second time changes nothing.
 */
export function scrub(text: string, rules: ScrubRules): Scrubbed {
  const removed: Removed[] = []
  let rest = readable(text)
  for (let look = 0; look < mostLooks; look++) {
    const looked = lookOnce(rest, rules)
    rest = looked.text
    if (looked.removed.length === 0) return { text: rest, removed }
    removed.push(...looked.removed)
  }
  return { text: cutOff, removed }
}

/** People's texts need two or three; one that still gives something after so many was made for it, and stays out altogether. */
const mostLooks = 20
const cutOff = '[cut off]'
const longest = 40_000

/** Without what cannot be seen, and with digits and letters in their plain form. A word at the cut would be half a secret. */
function readable(text: string): string {
  const plain = text
    .replace(/\r\n?|[\u2028\u2029]/g, '\n')
    .replace(/(?![\n\t])[\p{Cf}\p{Cc}\p{Co}]/gu, '')
    .normalize('NFKC')
  return plain.length > longest ? `${plain.slice(0, longest).replace(/\S*$/, '')}${cutOff}` : plain
}

// Private-use characters stand for what was taken out and for what stays, so that no later pattern reads a part of either.
const marks = 0xe000
const shelf = 0xe100
const shelfEnd = 0xf8ff
const onlyMarks = /^[\s\uE000-\uE0FF"'.,;:]*$/

function lookOnce(text: string, { keep, people, companies }: ScrubRules): Scrubbed {
  const shelved: string[] = []
  const removed: Removed[] = []
  const shelve = (it: string): string =>
    shelf + shelved.length > shelfEnd ? it : String.fromCharCode(shelf + shelved.push(it) - 1)
  const mark: Mark = (it, what) => {
    if (onlyMarks.test(it)) return it
    removed.push(what)
    return markOf(what)
  }
  const kept = new Set(keep.map(bare))
  let rest = text.replace(written, (_, what: Removed) => markOf(what)).replace(anyOf(keep, 6), shelve)
  rest = rest.replace(guid, (it) => (kept.has(bare(it)) ? shelve(it) : mark(it, 'id')))
  rest = without(rest, secretPatterns, mark).replace(harmless, shelve)
  rest = without(rest, [...privatePatterns, ...unnamedTokens, ...namePatterns(people, companies)], mark)
  const back = withoutMoney(rest, mark).replace(/[\uE000-\uF8FF]/g, (it) => {
    const code = it.charCodeAt(0)
    return code >= shelf ? (shelved[code - shelf] ?? '') : `[removed: ${removedKinds[code - marks]}]`
  })
  return { text: back, removed }
}

const markOf = (what: Removed): string => String.fromCharCode(marks + removedKinds.indexOf(what))
const written = new RegExp(`\\[removed: (${removedKinds.join('|')})\\]`, 'g')

const without = (text: string, patterns: readonly Pattern[], mark: Mark): string =>
  patterns.reduce(
    (rest, each) => rest.replace(each.pattern, (it) => (each.if?.(it) === false ? it : mark(it, each.what))),
    text,
  )

const between = '(?:[\\p{Pd}\\s_.:]|%2d)?'
const guid = new RegExp(`[0-9a-f]{8}${between}(?:[0-9a-f]{4}${between}){3}[0-9a-f]{12}`, 'giu')
const bare = (id: string): string => id.toLowerCase().replace(/[^\p{L}\p{N}%]|%2d/gu, '')

/** Instants, days, times, and product names with figures: nothing that anybody would hide. */
const harmless =
  /(?<![\w-])20\d{2}-[01]\d-[0-3]\d(?:T[\d:.]+Z?)?(?![\w-])|(?<![\w:.-])[0-2]?\d:[0-5]\d(?::[0-5]\d)?(?![\w:])|\b(?:(?:Microsoft|Office|Dynamics) 365|[MOD]365|Windows 1[01]|(?:Business |Plan )?[EFP][1-5])\b/giu

const namePatterns = (people: readonly string[], companies: readonly string[]): readonly Pattern[] => [
  { what: 'name', pattern: anyOf([...companies, ...people], 2) },
  {
    what: 'name',
    pattern: anyOf(
      people.flatMap((name) => name.split(/[\s.]+/)),
      3,
    ),
  },
]

/** Any of the texts as a whole word, the longest first; matches nothing when there is none of that length. */
function anyOf(texts: readonly string[], shortest: number): RegExp {
  const plain = texts.map((each) => each.normalize('NFKC').trim()).filter((each) => each.length >= shortest)
  const longestFirst = [...new Set(plain)].sort((a, b) => b.length - a.length)
  const any = longestFirst.map((each) => each.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&')).join('|')
  return new RegExp(`(?<![\\p{L}\\p{N}])(?:${any || '(?!)'})(?![\\p{L}\\p{N}])`, 'giu')
}
