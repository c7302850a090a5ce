import { type Instant, later } from '../values/day.ts'

const lastFor = 30 * 60_000
const mostTurns = 5_000
const longest = 4_000

type Said = { readonly text: string; readonly at: Instant }

/**
 * What people wrote in the last half hour, in this process's memory alone and never on disk: a person who takes over may read it, if its
 * writer agrees. Another process, or this one after a restart, does not have it.
 */
export class RecentWords {
  /** By the key of the turn, oldest first. */
  readonly #said = new Map<string, Said>()

  add(turn: string, text: string, at: Instant): void {
    this.#said.delete(turn)
    this.#said.set(turn, { text: text.slice(0, longest), at })
    for (const [old, { at: since }] of this.#said) {
      if (later(since, lastFor) > at && this.#said.size <= mostTurns) break
      this.#said.delete(old)
    }
  }

  of(turn: string, now: Instant): string | undefined {
    const said = this.#said.get(turn)
    return said && later(said.at, lastFor) > now ? said.text : undefined
  }

  /** Taken back or changed by who wrote it. */
  change(turn: string, text: string | undefined): void {
    const said = this.#said.get(turn)
    if (!said) return
    if (text === undefined) this.#said.delete(turn)
    else this.#said.set(turn, { ...said, text: text.slice(0, longest) })
  }
}
