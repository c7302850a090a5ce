import type { Collection, IndexKey, Json, Stored, Unit } from './documents.ts'
import { compareKeys, keysOf } from './index-keys.ts'

export type Lease<D extends Json> = { index: string; due: IndexKey; limit: number; lease: (data: D) => D }

/** Reads the due documents and moves each key on, as part of a unit. Returns them as they stand after the lease. */
export async function leaseDue<D extends Json>(
  unit: Unit,
  collection: Collection<D>,
  options: Lease<D>,
): Promise<readonly Stored<D>[]> {
  const { items } = await unit.find(collection, { index: options.index, to: options.due, limit: options.limit })
  const leased = new Map<string, Stored<D>>()
  for (const { id, revision, data } of items) {
    const moved = leaseOf(collection, options, data)
    if (leased.has(id)) continue
    unit.put(collection, id, moved, revision)
    leased.set(id, { id, revision: revision + 1, data: moved })
  }
  return [...leased.values()]
}

/** The data under lease. Throws when it would be due at once again: two processes would then do the same thing. */
export function leaseOf<D extends Json>(collection: Collection<D>, { index, due, lease }: Lease<D>, data: D): D {
  const moved = lease(data)
  const keys = keysOf(collection, moved).get(index) ?? []
  if (keys.some((key) => compareKeys(key, due) <= 0)) {
    throw new RangeError(`the lease of a ${collection.name} must move its "${index}" beyond ${due}`)
  }
  return moved
}
