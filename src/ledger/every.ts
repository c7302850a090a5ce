import type { Collection, Json, Query, Reading, Stored } from '../store/documents.ts'

const pageSize = 500

/** Everything that a query finds, a page at a time, so that nobody holds more than a page. */
export async function* every<D extends Json>(
  reading: Reading,
  collection: Collection<D>,
  query: Omit<Query, 'limit' | 'after'>,
): AsyncGenerator<Stored<D>> {
  let after: string | undefined
  do {
    const page = await reading.find(collection, { ...query, limit: pageSize, after })
    yield* page.items
    after = page.next
  } while (after !== undefined)
}
