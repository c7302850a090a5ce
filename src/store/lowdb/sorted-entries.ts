import type { Position } from '../cursor.ts'
import type { IndexKey } from '../documents.ts'
import { comparePositions, type Scan } from '../index-scan.ts'

/** One place of an index, pointing at what stands there. */
export type Place<E extends { readonly id: string }> = {
  readonly key: IndexKey
  readonly id: string
  readonly entry: E
}

const fullChunk = 512

/**
 * An index in memory: places ordered by key, then id, cut into chunks so that an insertion among a million moves a few hundred.
 */
export class SortedEntries<E extends { readonly id: string }> {
  readonly #chunks: Place<E>[][] = []

  add(key: IndexKey, entry: E): void {
    const place = { key, id: entry.id, entry }
    const at = Math.min(this.#chunkOf(place), this.#chunks.length - 1)
    const chunk = this.#chunks[at]
    if (!chunk) {
      this.#chunks.push([place])
      return
    }
    chunk.splice(lowerBound(chunk, place), 0, place)
    if (chunk.length > fullChunk) this.#chunks.splice(at + 1, 0, chunk.splice(fullChunk / 2))
  }

  remove(key: IndexKey, entry: E): void {
    const at = this.#chunkOf({ key, id: entry.id })
    const chunk = this.#chunks[at]
    if (!chunk) return
    const within = lowerBound(chunk, { key, id: entry.id })
    if (chunk[within]?.entry !== entry) return
    chunk.splice(within, 1)
    if (chunk.length === 0) this.#chunks.splice(at, 1)
  }

  /** The places within the scan's bounds, in its order, at most `limit` + 1 so that the caller sees whether there are more. */
  list(scan: Scan): Place<E>[] {
    return scan.descending ? this.#descending(scan) : this.#ascending(scan)
  }

  #ascending({ from, to, after, limit }: Scan): Place<E>[] {
    const found: Place<E>[] = []
    // The empty id stands before every id: the lower end of a key, whatever documents have it.
    let start: Position | undefined = from === undefined ? undefined : { key: from, id: '' }
    if (after && (!start || comparePositions(after, start) > 0)) start = after
    for (let at = start ? this.#chunkOf(start) : 0; at < this.#chunks.length; at++) {
      const chunk = this.#chunks[at]!
      for (let within = start ? lowerBound(chunk, start) : 0; within < chunk.length; within++) {
        const place = chunk[within]!
        if (after && comparePositions(place, after) === 0) continue
        if (found.length > limit || (to !== undefined && comparePositions(place, { key: to, id: place.id }) > 0))
          return found
        found.push(place)
      }
    }
    return found
  }

  #descending({ from, to, after, limit }: Scan): Place<E>[] {
    const found: Place<E>[] = []
    const above = after && (to === undefined || comparePositions(after, { key: to, id: last }) < 0) ? after : undefined
    const start: Position | undefined = above ?? (to === undefined ? undefined : { key: to, id: last })
    const first = start ? Math.min(this.#chunkOf(start), this.#chunks.length - 1) : this.#chunks.length - 1
    for (let at = first; at >= 0; at--) {
      const chunk = this.#chunks[at]!
      for (let within = (start ? lowerBound(chunk, start) : chunk.length) - 1; within >= 0; within--) {
        const place = chunk[within]!
        if (found.length > limit || (from !== undefined && comparePositions(place, { key: from, id: place.id }) < 0))
          return found
        found.push(place)
      }
    }
    return found
  }

  /** The first chunk whose last place is not before `at`; the number of chunks when all are. */
  #chunkOf(at: Position): number {
    let low = 0
    let high = this.#chunks.length
    while (low < high) {
      const middle = (low + high) >> 1
      if (comparePositions(this.#chunks[middle]!.at(-1)!, at) < 0) low = middle + 1
      else high = middle
    }
    return low
  }
}

/** Stands after every id that occurs: the upper end of a key. */
const last = '\u{10ffff}'

/** Where `at` stands, or would stand, in an ordered chunk. */
function lowerBound(chunk: readonly Position[], at: Position): number {
  let low = 0
  let high = chunk.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (comparePositions(chunk[middle]!, at) < 0) low = middle + 1
    else high = middle
  }
  return low
}
