import type { IncomingMessage } from 'node:http'
import { nestsDeeper } from '../values/nests-deeper.ts'
import { Refused } from './problem.ts'

/** Teams keeps a message under about 100 KB; an activity that is larger is none. */
export const maxBodyBytes = 256 * 1024
/** Activities nest about 6 levels, cards in them about 15. */
const maxDepth = 32

function checkHeaders(request: IncomingMessage): void {
  const type = request.headers['content-type'] ?? ''
  if (!/^application\/(?:[\w.+-]+\+)?json\s*(?:;|$)/i.test(type))
    throw new Refused(415, 'Send the activity as JSON, with the header "content-type: application/json".')
  const encoding = request.headers['content-encoding'] ?? 'identity'
  if (encoding !== 'identity') throw new Refused(415, 'Send the body uncompressed: content-encoding is not accepted.')
  if (Number(request.headers['content-length'] ?? 0) > maxBodyBytes) throw tooLarge()
}

const tooLarge = (): Refused => new Refused(413, `The body may have ${maxBodyBytes / 1024} KB at most.`)

function readAll(request: IncomingMessage): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = []
    let size = 0
    request.on('data', (chunk: Buffer) => {
      size += chunk.length
      // The rest is not kept: an endless body must not become memory.
      if (size > maxBodyBytes) reject(tooLarge())
      else chunks.push(chunk)
    })
    request.on('end', () => resolve(chunks.length === 1 ? (chunks[0] as Buffer) : Buffer.concat(chunks)))
    request.on('error', (cause) => reject(new Refused(400, 'The body ended early: send it again.', cause)))
    request.on('aborted', () => reject(new Refused(400, 'The body ended early: send it again.')))
  })
}

/** Reads a JSON body of bounded size and depth. Throws Refused with what to do. */
export async function readBody(request: IncomingMessage): Promise<unknown> {
  checkHeaders(request)
  const text = (await readAll(request)).toString('utf8')
  if (nestsDeeper(text, maxDepth)) throw new Refused(400, `The body may nest ${maxDepth} levels at most.`)
  try {
    return JSON.parse(text)
  } catch (cause) {
    throw new Refused(400, 'The body is no valid JSON: send one Bot Framework activity.', cause)
  }
}
