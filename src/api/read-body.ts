import type { IncomingMessage } from 'node:http'
import { nestsDeeper } from '../values/nests-deeper.ts'
import { Problem } from './problem.ts'

/** A few hundred payments or decisions, or one UBL document with what is embedded in it. */
export const maxBodyBytes = 4 * 1024 * 1024
const maxDepth = 32

const tooLarge = (): Problem => new Problem('too-large', `The body may have ${maxBodyBytes / 1024 / 1024} MB at most.`)

export type RawBody = { readonly type: string; readonly bytes: Buffer }

/** Reads a body of bounded size. Throws Problem for another type than those given. */
export async function readRawBody(request: IncomingMessage, types: readonly string[]): Promise<RawBody> {
  const type = (request.headers['content-type'] ?? '').split(';')[0]?.trim().toLowerCase() ?? ''
  if (!types.includes(type))
    throw new Problem('wrong-content-type', `Send the body with the header "content-type: ${types.join('" or "')}".`)
  if ((request.headers['content-encoding'] ?? 'identity') !== 'identity')
    throw new Problem('wrong-content-type', 'Send the body uncompressed: content-encoding is not accepted.')
  if (Number(request.headers['content-length'] ?? 0) > maxBodyBytes) throw tooLarge()
  return { type, bytes: await readAll(request) }
}

function readAll(request: IncomingMessage): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const early = (cause?: unknown) =>
      reject(new Problem('not-readable', 'The body ended early: send it again.', { cause }))
    const chunks: Buffer[] = []
    let size = 0
    request.on('data', (chunk: Buffer) => {
      size += chunk.length
      // The rest is not kept: an endless body must not become memory.
      if (size > maxBodyBytes) reject(tooLarge())
      else chunks.push(chunk)
    })
    request.on('end', () => resolve(Buffer.concat(chunks)))
    request.on('error', early)
    request.on('aborted', early)
  })
}

/** Reads JSON of bounded depth. Throws Problem. */
export function jsonOf(bytes: Buffer): unknown {
  const text = textOf(bytes)
  if (nestsDeeper(text, maxDepth)) throw new Problem('not-readable', `The body may nest ${maxDepth} levels at most.`)
  try {
    return JSON.parse(text)
  } catch (cause) {
    throw new Problem('not-readable', 'The body is no valid JSON.', { cause })
  }
}

/** Throws Problem for bytes that are no UTF-8: half a name would be kept for good. */
export function textOf(bytes: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch (cause) {
    throw new Problem('not-readable', 'The body is no valid UTF-8.', { cause })
  }
}
