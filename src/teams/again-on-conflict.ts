import { setTimeout as wait } from 'node:timers/promises'
import { RevisionConflict } from '../store/documents.ts'

/** Milliseconds, each times .5 to 1.5 so that those who were in each other's way do not meet again. */
const pauses = [50, 150, 450, 1350]

/**
 * Runs a turn again that was overtaken until the store gave up, as it can be where both sides of a case write at once while its posts are
 * carried: nothing of it is there yet, and its person has no other way to learn that the words were lost than to write them again.
 */
export async function againOnConflict<T>(turn: () => Promise<T>): Promise<T> {
  for (const pause of pauses) {
    try {
      return await turn()
    } catch (error) {
      if (!(error instanceof RevisionConflict)) throw error
      await wait(pause * (0.5 + Math.random()))
    }
  }
  return turn()
}
