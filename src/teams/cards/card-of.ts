import type { Reply } from '../../conversation/turn.ts'

/** The card for an answer, or nothing when words say it all. */
export function cardOf(_reply: Reply): object | undefined {
  return undefined
}
