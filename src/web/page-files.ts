import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import type { Server } from 'restify'

const require = createRequire(import.meta.url)
const here = (name: string): string => join(import.meta.dirname, 'page', name)

const html = 'text/html; charset=utf-8'
const css = 'text/css; charset=utf-8'
const script = 'text/javascript; charset=utf-8'
const styles = ['page.css', 'people.css', 'top.css', 'chat.css', 'empty.css', 'composer.css', 'charts.css']
const modules = [
  'page.js',
  'api.js',
  'bar-chart.js',
  'bot-message.js',
  'card-charts.js',
  'cards.js',
  'chat.js',
  'clock.js',
  'donut-chart.js',
  'elements.js',
  'empty-chat.js',
  'people.js',
  'svg.js',
  'words.js',
]

const files: readonly { path: string; file: string; type: string }[] = [
  { path: '/', file: here('index.html'), type: html },
  ...styles.map((name) => ({ path: `/page/${name}`, file: here(name), type: css })),
  { path: '/page/saldo.svg', file: here('saldo.svg'), type: 'image/svg+xml' },
  ...modules.map((name) => ({ path: `/page/${name}`, file: here(name), type: script })),
  {
    path: '/page/adaptivecards.min.js',
    file: require.resolve('adaptivecards/dist/adaptivecards.min.js'),
    type: script,
  },
]

/** Nothing but our own files, no inline script, no frame, no other host. */
const headers = {
  'content-security-policy':
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cache-control': 'no-cache',
}

/** Serves the page's files, each read once. */
export function attachPageFiles(server: Server): void {
  for (const { path, file, type } of files) {
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
