import type { IncomingMessage } from 'node:http'
import { z } from 'zod'
import { BadRequest } from './bad-request.ts'
import { readBytes } from './read-bytes.ts'

const maxBytes = 256 * 1024

/** Reads a JSON body of a shape. Throws BadRequest. */
export async function jsonBody<T>(request: IncomingMessage, schema: z.ZodType<T>): Promise<T> {
  const bytes = await readBytes(request, maxBytes)
  let value: unknown
  try {
    value = JSON.parse(bytes.toString('utf8'))
  } catch (cause) {
    throw new BadRequest('the body is no valid JSON', { cause })
  }
  const read = schema.safeParse(value)
  if (!read.success) throw new BadRequest(z.prettifyError(read.error))
  return read.data
}
