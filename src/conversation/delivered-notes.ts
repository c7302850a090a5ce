import type { Documents } from '../store/documents.ts'
import type { Clock } from '../values/clock.ts'
import { deliveredTurns, expiryOf } from './turn-record.ts'

/**
 * Writes down which turns were delivered, all that come in meanwhile in one step: a disk has no time for each by itself. What could not be
 * written is known here all the same, and is tried again with the next note.
 */
export class DeliveredNotes {
  readonly #documents: Documents
  readonly #clock: Clock
  readonly #unwritten = new Set<string>()
  #writing: Promise<void> = Promise.resolve()
  #next: Promise<void> | undefined

  constructor(documents: Documents, clock: Clock) {
    this.#documents = documents
    this.#clock = clock
  }

  /** Resolves when it is on disk. */
  note(key: string): Promise<void> {
    this.#unwritten.add(key)
    this.#next ??= this.#writing = this.#writing.then(
      () => this.#write(),
      () => this.#write(),
    )
    return this.#next
  }

  /** Whether it was noted and is not on disk. */
  isUnwritten(key: string): boolean {
    return this.#unwritten.has(key)
  }

  async #write(): Promise<void> {
    const keys = [...this.#unwritten]
    this.#next = undefined
    const expires = expiryOf(this.#clock.now())
    await this.#documents.change(async (unit) => {
      const known = await Promise.all(keys.map((key) => unit.get(deliveredTurns, key)))
      keys.forEach((key, at) => {
        if (!known[at]) unit.put(deliveredTurns, key, { key, expires }, 0)
      })
    })
    for (const key of keys) this.#unwritten.delete(key)
  }
}
