import type { Collection, Json, Query, Reading, Stored } from '../store/documents.ts'
import { cursorOf, findAfter, listOf, placeOf, usualPage } from './paging.ts'

/** One of several things in a document. `id` orders them there, and stays what it is. */
export type Part = { readonly id: string; readonly body: Json }

export type Gathering<D extends Json> = Omit<Query, 'after' | 'limit'> & {
  readonly collection: Collection<D>
  readonly asked: { readonly limit?: number; readonly cursor?: string } & Readonly<Record<string, unknown>>
  /** What of a document is on the list, by id. */
  readonly parts: (document: Stored<D>) => Promise<readonly Part[]>
}

/** Documents that are read at once, and for one page: a page of a list that few have part in can be short, or empty. */
const together = 50
const atMost = 500

type Place = { readonly after?: string; readonly document?: string; readonly part?: string }

/** A page of what lies in documents, several in each, and where the next begins. Each is on one page of a list that nobody changes meanwhile. */
export async function gatherPage<D extends Json>(
  reading: Reading,
  { collection, asked, parts, ...query }: Gathering<D>,
): Promise<{ readonly items: readonly Json[]; readonly next?: string }> {
  const of = listOf(collection.name, asked)
  const limit = asked.limit ?? usualPage
  let place: Place = placeOf(of, asked.cursor)
  const items: Json[] = []
  for (let seen = 0; seen < atMost; seen += together) {
    const page = await findAfter(reading, collection, { ...query, limit: together, after: place.after })
    for (const document of rest(page.items, place)) {
      for (const part of await parts(document)) {
        if (document.id === place.document && part.id <= (place.part ?? '')) continue
        if (items.length === limit) return { items, next: cursorOf(of, { ...place }) }
        items.push(part.body)
        place = { ...place, document: document.id, part: part.id }
      }
    }
    if (page.next === undefined) return { items }
    place = { after: page.next }
  }
  return { items, next: cursorOf(of, { ...place }) }
}

/** From the document on where the page before ended; all of them where it is not here any more. */
function rest<D extends Json>(documents: readonly Stored<D>[], { document }: Place): readonly Stored<D>[] {
  const at = documents.findIndex(({ id }) => id === document)
  return at < 0 ? documents : documents.slice(at)
}
