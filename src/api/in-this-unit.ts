import type { Documents, Unit } from '../store/documents.ts'

/** A unit of work as a store, for an importer that begins one of its own: what it does becomes part of this one. */
export const inThisUnit = (unit: Unit): Documents => ({
  get: (collection, id) => unit.get(collection, id),
  find: (collection, query) => unit.find(collection, query),
  change: (work) => work(unit),
  claim: async () => [],
  ping: async () => undefined,
  close: async () => undefined,
})
