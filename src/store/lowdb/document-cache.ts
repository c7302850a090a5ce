import type { Json, Stored } from '../documents.ts'
import type { Entry } from './collection-state.ts'

/** Keeps decoded documents, those read last, within `bytes` of JSON text. Decoded they take about three times as much. */
export class DocumentCache {
  readonly #sizes = new Map<Entry, number>()
  readonly #limit: number
  #total = 0

  constructor(bytes: number) {
    this.#limit = bytes
  }

  get<D extends Json>(entry: Entry): Stored<D> | undefined {
    const cached = entry.cached
    if (!cached) return undefined
    // A Map keeps the order of insertion: taken out and put back, the entry is the last to go.
    const size = this.#sizes.get(entry)!
    this.#sizes.delete(entry)
    this.#sizes.set(entry, size)
    return cached as Stored<D>
  }

  keep(entry: Entry, stored: Stored, size: number): void {
    this.forget(entry)
    entry.cached = stored
    this.#sizes.set(entry, size)
    this.#total += size
    for (const oldest of this.#sizes.keys()) {
      if (this.#total <= this.#limit) break
      this.forget(oldest)
    }
  }

  forget(entry: Entry): void {
    if (!entry.cached) return
    this.#total -= this.#sizes.get(entry)!
    this.#sizes.delete(entry)
    entry.cached = undefined
  }
}
