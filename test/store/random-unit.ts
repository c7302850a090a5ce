import type { Collection } from '../../src/store/documents.ts'

/** A document that many units change, that moves between partitions, and whose size goes up and down. */
type Pot = { readonly unit: number; readonly shelf: number; readonly filling: string }
export const pots: Collection<Pot> = {
  name: 'pot',
  partition: (pot) => `shelf ${pot.shelf}`,
  indexes: { unit: (pot) => pot.unit, shelf: (pot) => pot.shelf },
}

/** How many units a writer has done, changed in the same unit as its pots. */
export const tallies: Collection<{ readonly done: number }> = { name: 'tally', partition: () => 'all', indexes: {} }

export const writers = 8
const potsOfWriter = 10
const shelves = 12

export const potIds = (writer: number): string[] => Array.from({ length: potsOfWriter }, (_, at) => `w${writer}-${at}`)

/** What a writer's unit does to each pot it touches: the new content, or nothing for a removal. The same for the same numbers. */
export function randomUnit(writer: number, unit: number): ReadonlyMap<string, Pot | undefined> {
  const random = randomFrom(writer * 1_000_003 + unit)
  const changes = new Map<string, Pot | undefined>()
  for (let count = 2 + (random() % 4); count > 0; count--) {
    const id = `w${writer}-${random() % potsOfWriter}`
    const pot = { unit, shelf: random() % shelves, filling: 'é'.repeat(random() % 400) }
    changes.set(id, random() % 8 === 0 ? undefined : pot)
  }
  return changes
}

/** A writer's pots after so many of its units. */
export function potsAfter(writer: number, units: number): Map<string, Pot> {
  const now = new Map<string, Pot>()
  for (let unit = 1; unit <= units; unit++) {
    for (const [id, pot] of randomUnit(writer, unit)) {
      if (pot) now.set(id, pot)
      else now.delete(id)
    }
  }
  return now
}

/** A small generator of 32-bit numbers (xorshift) that starts anew from each seed. */
function randomFrom(seed: number): () => number {
  let state = Math.imul(seed, 2_654_435_761) | 1
  return () => {
    state ^= state << 13
    state ^= state >>> 17
    state ^= state << 5
    return state >>> 0
  }
}
