import { setTimeout as wait } from 'node:timers/promises'

/** Milliseconds. A unit that holds a document and waits for somebody who waits for that document would never end. */
const patience = 500

/**
 * Documents that somebody who lost them to others tries again. Who has not lost yet lets them go first: else, on a document that everybody
 * writes, somebody would lose every time.
 */
export class Holds {
  readonly #held = new Map<string, Set<Promise<unknown>>>()

  async during<T>(names: readonly string[], work: () => Promise<T>): Promise<T> {
    const { promise, resolve } = Promise.withResolvers<void>()
    for (const name of names) this.#held.set(name, (this.#held.get(name) ?? new Set()).add(promise))
    try {
      return await work()
    } finally {
      resolve()
      for (const name of names) this.#release(name, promise)
    }
  }

  /** Resolves when nobody holds any of them any more, or has for too long. */
  async passed(names: readonly string[]): Promise<void> {
    const held = names.flatMap((name) => [...(this.#held.get(name) ?? [])])
    if (held.length === 0) return
    const given = new AbortController()
    const patient = wait(patience, undefined, { signal: given.signal }).catch(() => undefined)
    await Promise.race([Promise.all(held), patient])
    given.abort()
  }

  #release(name: string, promise: Promise<unknown>): void {
    const held = this.#held.get(name)
    held?.delete(promise)
    if (held?.size === 0) this.#held.delete(name)
  }
}
