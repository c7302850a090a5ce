import type { IncomingMessage } from 'node:http'
import { BadRequest } from './bad-request.ts'

/** Reads a body of bounded size. Throws BadRequest. */
export async function readBytes(request: IncomingMessage, maxBytes: number): Promise<Buffer> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length
    if (size > maxBytes) throw new BadRequest(`the body may have ${maxBytes / 1024} KB at most`)
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}
