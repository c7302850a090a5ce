import { ImportRefused } from '../ledger/importing.ts'

/** A cell, and why it does not read one way. */
export type Place = {
  readonly line: number
  readonly column: string
  readonly value: string
  readonly problem: string
  readonly remedy: string
}

/**
 * The two ways in which a file's dates or numbers can be read. Every row may exclude one; a way counts only when the WHOLE file
 * can be read with it. Deciding per row would guess, and a wrong guess turns 3 April into 4 March silently.
 */
export class Readings<Way extends string> {
  /** Whether the first, and the second, way is still possible. */
  first = true
  second = true
  readonly #file: string
  readonly #ways: readonly [Way, Way]
  readonly #what: string
  readonly #excluded = new Map<Way, Place>()
  #differing: Place | undefined

  constructor(file: string, what: string, ways: readonly [Way, Way]) {
    this.#file = file
    this.#what = what
    this.#ways = ways
  }

  /** Notes that a cell cannot be read this way. Throws ImportRefused when no way is left. */
  exclude(way: Way, place: Place): void {
    if (this.#excluded.has(way)) return
    this.#excluded.set(way, place)
    if (way === this.#ways[0]) this.first = false
    else this.second = false
    if (this.first || this.second) return
    const before = this.#excluded.get(way === this.#ways[0] ? this.#ways[1] : this.#ways[0]) as Place
    if (before.line === place.line) throw new ImportRefused({ file: this.#file, ...place })
    const { line, column, value } = place
    throw new ImportRefused({
      file: this.#file,
      line,
      column,
      value,
      problem: `${place.problem} when ${this.#what} are read as in line ${before.line} (${before.column} ${JSON.stringify(before.value)})`,
      remedy: place.remedy,
    })
  }

  /** Notes a cell that both ways can read, differently. */
  differs(place: Place): void {
    this.#differing ??= place
  }

  /** The one way that is left, or the first when they do not differ. Throws ImportRefused when the file can be read both ways. */
  decided(): Way {
    if (this.first && this.second && this.#differing) throw new ImportRefused({ file: this.#file, ...this.#differing })
    return this.first ? this.#ways[0] : this.#ways[1]
  }
}
