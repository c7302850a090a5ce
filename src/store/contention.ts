import type { RevisionConflict } from './documents.ts'
import { Holds } from './holds.ts'
import { rerunOnConflict } from './rerun-on-conflict.ts'
import { Turns } from './turns.ts'
import type { Write } from './unit-of-work.ts'

const nameOf = ({ collection, id }: Pick<RevisionConflict | Write, 'collection' | 'id'>): string =>
  `${collection}/${id}`

/** Units of one process that write the same documents: whoever lost one goes next, and those who come afresh let it. */
export class Contention {
  readonly #turns = new Turns()
  readonly #holds = new Holds()

  /** Decides and then commits, and both again after a conflict. */
  change<T>(
    decide: () => Promise<{ readonly result: T; readonly writes: readonly Write[] }>,
    commit: (writes: readonly Write[]) => void | Promise<void>,
  ): Promise<T> {
    const lost = new Set<string>()
    const attempt = async (again: boolean): Promise<T> => {
      const { result, writes } = await decide()
      if (!again) await this.#holds.passed(writes.map(nameOf))
      await commit(writes)
      return result
    }
    return rerunOnConflict(
      () => attempt(false),
      (conflict) => {
        const name = nameOf(conflict)
        lost.add(name)
        return this.#turns.run(name, () => this.#holds.during([...lost], () => attempt(true)))
      },
    )
  }

  /** One after another of those with the same name. */
  inTurn<T>(name: string, work: () => Promise<T>): Promise<T> {
    return this.#turns.run(name, work)
  }
}
