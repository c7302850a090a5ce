import type { Documents } from '../store/documents.ts'
import type { Clock } from '../values/clock.ts'
import { deliveredTurns, expiryOf } from './turn-record.ts'

/** Writes down which turns were delivered, all that come in meanwhile in one step: a disk has no time for each by itself. */
export class DeliveredNotes {
  readonly #documents: Documents
  readonly #clock: Clock
  #gathering = new Set<string>()
  #writing: Promise<void> = Promise.resolve()
  #next: Promise<void> | undefined

  constructor(documents: Documents, clock: Clock) {
    this.#documents = documents
    this.#clock = clock
  }

  /** Resolves when it is on disk. */
  note(key: string): Promise<void> {
    this.#gathering.add(key)
    this.#next ??= this.#writing = this.#writing.then(
      () => this.#write(),
      () => this.#write(),
    )
    return this.#next
  }

  #write(): Promise<void> {
    const keys = [...this.#gathering]
    this.#gathering = new Set()
    this.#next = undefined
    const expires = expiryOf(this.#clock.now())
    return this.#documents.change(async (unit) => {
      const known = await Promise.all(keys.map((key) => unit.get(deliveredTurns, key)))
      keys.forEach((key, at) => {
        if (!known[at]) unit.put(deliveredTurns, key, { key, expires }, 0)
      })
    })
  }
}
