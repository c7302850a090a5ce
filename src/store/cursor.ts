import { z } from 'zod'
import type { IndexKey } from './documents.ts'

/** The place of a row in an index: its key, then its document's id. */
export type Position = { readonly key: IndexKey; readonly id: string }

const cursorSchema = z.tuple([z.union([z.string(), z.number()]), z.string()])

/** The text a page hands out as `next`. Opaque to its reader, the same in both engines. */
export const cursorOf = ({ key, id }: Position): string => Buffer.from(JSON.stringify([key, id])).toString('base64url')

/** Reads what `cursorOf` wrote. Throws RangeError for any other text. */
export function readCursor(text: string): Position {
  try {
    const [key, id] = cursorSchema.parse(JSON.parse(Buffer.from(text, 'base64url').toString()))
    return { key, id }
  } catch (cause) {
    throw new RangeError('"after" must be the "next" of an earlier page of the same query', { cause })
  }
}
