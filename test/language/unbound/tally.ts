import type { Reply } from '../../../src/conversation/turn.ts'
import { figuresIn, unboundIn } from './figures-in.ts'
import { type Place, placesOf } from './places-of.ts'

/** Counts the figures of replies by where they stand, and keeps those that no said fact has. */
export class Tally {
  readonly figures = new Map<Place['where'], number>()
  readonly kinds = new Set<string>()
  readonly unbound: string[] = []
  messages = 0

  take(reply: Reply): void {
    this.messages += 1
    this.kinds.add(reply.answer.kind)
    for (const { where, text, said } of placesOf(reply)) {
      this.figures.set(where, (this.figures.get(where) ?? 0) + figuresIn(text).length)
      for (const figure of unboundIn(text, said))
        this.unbound.push(`${reply.answer.kind} ${reply.language} ${where}: ${figure} in "${text}"`)
    }
  }

  /** Of the messages' whole texts alone: what stands in rows, buttons and cards stands there once more. */
  get inMessages(): number {
    return this.figures.get('text') ?? 0
  }

  toString(): string {
    const places = [...this.figures].map(([where, count]) => `${where} ${count}`).join(', ')
    return `${this.messages} messages of ${this.kinds.size} kinds, figures by place: ${places}; unbound: ${this.unbound.length}`
  }
}
