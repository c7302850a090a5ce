import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Server } from 'restify'
import type { NewId } from '../values/clock.ts'
import { BadRequest } from './bad-request.ts'
import { handled } from './handled.ts'
import { originOf } from './origin-of.ts'
import { readBytes } from './read-bytes.ts'
import { sendJson } from './send-json.ts'
import type { SharedFiles } from './shared-files.ts'

const maxBytes = 10 * 1024 * 1024

/** Takes the files that people attach, and gives them to the bot, which asks without a name as it does in Teams: the address is the key. */
export function attachFiles(server: Server, files: SharedFiles, newId: NewId): void {
  async function take(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const name = new URL(request.url ?? '', originOf(request)).searchParams.get('name') ?? ''
    if (!name || name.length > 200) throw new BadRequest('name: the file needs one of at most 200 letters')
    const file = { id: newId(), name, bytes: await readBytes(request, maxBytes) }
    files.keep(file)
    sendJson(response, 201, { id: file.id, name })
  }

  async function give(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const file = files.find((request as IncomingMessage & { params: { id: string } }).params.id)
    if (!file) return sendJson(response, 404, { problem: 'This file is not here any more.' })
    response.writeHead(200, {
      'content-type': 'application/octet-stream',
      'content-length': file.bytes.length,
      'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(file.name).replaceAll("'", '%27')}`,
      // Whatever somebody attached, it is no page of ours.
      'content-security-policy': "default-src 'none'; sandbox",
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-store',
    })
    response.end(file.bytes)
  }

  server.post('/page/files', handled(take))
  server.get('/page/files/:id', handled(give))
}
