import { RevisionConflict } from './documents.ts'

const reruns = 5

/**
 * Runs `attempt` until it ends without RevisionConflict, at most five times again. `inTurn` runs a rerun after the other reruns
 * over the same conflict: without it, thirty writers of one document would make each other fail until their attempts are spent.
 */
export async function rerunOnConflict<T>(
  attempt: () => Promise<T>,
  inTurn: (conflict: RevisionConflict) => Promise<T>,
): Promise<T> {
  let conflict: RevisionConflict | undefined
  for (let run = 0; run <= reruns; run++) {
    try {
      return conflict ? await inTurn(conflict) : await attempt()
    } catch (error) {
      if (!(error instanceof RevisionConflict)) throw error
      conflict = error
    }
  }
  throw conflict
}
