import { z } from 'zod'
import type { Collection, Json, Page, Query, Reading, Stored } from '../store/documents.ts'
import type { ApiAnswer } from './endpoint.ts'
import { Problem } from './problem.ts'

/** What a list can be asked for besides what it is a list of. */
export const pageQuery = {
  limit: z.int().min(1).max(200).optional().describe('At most this many; 50 unless told. A page can have fewer.'),
  cursor: z.string().min(1).max(600).optional().describe('The `next` of the page before, with the same query.'),
}

export const usualPage = 50

/** The body of a list. */
export const listWire = <S extends z.ZodType>(item: S) =>
  z.strictObject({
    items: z.array(item),
    next: z.string().optional().describe('Where the next page begins; the last page has none.'),
  })

const cursorSchema = z.tuple([z.string(), z.record(z.string(), z.string())])

/** A place in a list, opaque to the caller; `of` says of which query. */
export const cursorOf = (of: string, place: Readonly<Record<string, string>>): string =>
  Buffer.from(JSON.stringify([of, place])).toString('base64url')

/** Reads a cursor of the same query. Throws Problem for any other. */
export function placeOf(of: string, cursor: string | undefined): Readonly<Record<string, string>> {
  if (cursor === undefined) return {}
  try {
    const [given, place] = cursorSchema.parse(JSON.parse(Buffer.from(cursor, 'base64url').toString()))
    if (given === of) return place
  } catch (cause) {
    if (!(cause instanceof SyntaxError || cause instanceof z.ZodError)) throw cause
    throw notOurs(cause)
  }
  throw notOurs()
}

/** What says which list it is: what it is a list of, and all of the query but how much of it. */
export const listOf = (name: string, query: Readonly<Record<string, unknown>>): string => {
  const { limit: _limit, cursor: _cursor, ...rest } = query
  return JSON.stringify([name, ...Object.entries(rest).sort(([a], [b]) => (a < b ? -1 : 1))])
}

const notOurs = (cause?: unknown): Problem =>
  new Problem('not-valid', 'The cursor is not the "next" of an earlier page of the same query.', {
    errors: [{ at: 'query/cursor', says: 'is not of this list' }],
    cause,
  })

type Listing<D extends Json> = Omit<Query, 'after' | 'limit'> & {
  readonly collection: Collection<D>
  /** The checked query of the request. */
  readonly asked: { readonly limit?: number; readonly cursor?: string } & Readonly<Record<string, unknown>>
}

/** One page of stored documents, and where the next begins. Throws Problem for a cursor of another list. */
export async function findPage<D extends Json>(
  reading: Reading,
  { collection, asked, ...query }: Listing<D>,
): Promise<{ readonly found: readonly Stored<D>[]; readonly next?: string }> {
  const of = listOf(collection.name, asked)
  const { after } = placeOf(of, asked.cursor)
  const page = await findAfter(reading, collection, { ...query, limit: asked.limit ?? usualPage, after })
  return { found: page.items, ...(page.next !== undefined && { next: cursorOf(of, { after: page.next }) }) }
}

/** Throws Problem where `after`, which came in with a cursor, is none. */
export async function findAfter<D extends Json>(
  reading: Reading,
  collection: Collection<D>,
  query: Query,
): Promise<Page<D>> {
  try {
    return await reading.find(collection, query)
  } catch (error) {
    if (error instanceof RangeError && query.after !== undefined) throw notOurs(error)
    throw error
  }
}

/** A list as it leaves. */
export const listAnswer = (items: readonly Json[], next: string | undefined): ApiAnswer => ({
  status: 200,
  body: { items, ...(next !== undefined && { next }) },
  ...(next !== undefined && { next }),
})
