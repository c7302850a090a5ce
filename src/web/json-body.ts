import type { IncomingMessage } from 'node:http'
import { z } from 'zod'

const maxBytes = 256 * 1024

/** What the caller sent is not acceptable. */
export class BadRequest extends Error {
  override name = 'BadRequest'
}

/** Reads a JSON body of a shape. Throws BadRequest. */
export async function jsonBody<T>(request: IncomingMessage, schema: z.ZodType<T>): Promise<T> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length
    if (size > maxBytes) throw new BadRequest(`the body may have ${maxBytes / 1024} KB at most`)
    chunks.push(chunk)
  }
  let value: unknown
  try {
    value = JSON.parse(Buffer.concat(chunks).toString('utf8'))
  } catch (cause) {
    throw new BadRequest('the body is no valid JSON', { cause })
  }
  const read = schema.safeParse(value)
  if (!read.success) throw new BadRequest(z.prettifyError(read.error))
  return read.data
}
