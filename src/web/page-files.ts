import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { extname, join } from 'node:path'
import type { Server } from 'restify'

const require = createRequire(import.meta.url)
const folder = join(import.meta.dirname, 'page')

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
}

/** Nothing but our own files, no inline script, no frame, no other host. */
const headers = {
  'content-security-policy':
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cache-control': 'no-cache',
}

/** What is in the page's folder, as it was at the start, and the renderer of Adaptive Cards. */
function pageFiles(): { path: string; file: string }[] {
  const own = readdirSync(folder).map((name) => ({
    path: name === 'index.html' ? '/' : `/page/${name}`,
    file: join(folder, name),
  }))
  const renderer = require.resolve('adaptivecards/dist/adaptivecards.min.js')
  return [...own, { path: '/page/adaptivecards.min.js', file: renderer }]
}

/** Serves the page's files, each read once. */
export function attachPageFiles(server: Server): void {
  for (const { path, file } of pageFiles()) {
    const type = types[extname(file)]
    if (!type) continue
    const content = readFileSync(file)
    const etag = `"${createHash('sha256').update(content).digest('base64url').slice(0, 20)}"`
    server.get(path, (request, response, next) => {
      const known = request.headers['if-none-match'] === etag
      response.writeHead(known ? 304 : 200, {
        ...headers,
        etag,
        ...(!known && { 'content-type': type, 'content-length': content.length }),
      })
      response.end(known ? undefined : content)
      return next(false)
    })
  }
}
