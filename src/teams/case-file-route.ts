import type { ServerResponse } from 'node:http'
import type { Server } from 'restify'
import type { CaseFileDesk, OpenedCaseFile } from '../conversation/case-file-desk.ts'
import type { Language } from '../values/language.ts'
import { acceptedLanguage } from './accepted-language.ts'
import { caseFileWords } from './case-file-words.ts'
import { failureOf } from './failure.ts'
import type { Log } from './log.ts'
import { sendProblem } from './respond.ts'

type RouteDeps = { readonly caseFiles: CaseFileDesk; readonly log: Log }

/** A customer's file is nobody else's: no cache keeps it, no other site learns its address, and a browser runs nothing of it. */
const headers = {
  'cache-control': 'no-store',
  'content-security-policy': "default-src 'none'; sandbox",
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'x-robots-tag': 'noindex',
}

/** What a browser could run is handed over as bytes alone. */
const active = /html|[+/]xml$|script$/

/** `GET /case-files/<token>`: a file that a customer sent, to be saved, never shown in the browser. */
export function attachCaseFiles(server: Server, deps: RouteDeps): void {
  server.get('/case-files/*', async (request, response) => {
    try {
      const [, , token = ''] = new URL(request.url ?? '', 'http://localhost').pathname.split('/')
      const opened = await deps.caseFiles.open(token)
      if (opened.kind === 'opened') sendFile(response, opened)
      else sendPage(response, opened.kind, acceptedLanguage(request))
    } catch (error) {
      deps.log.error(failureOf(error), 'a file was not handed over')
      sendProblem(request, response, 500, 'The file could not be handed over: try again later.')
    }
  })
}

function sendFile(response: ServerResponse, { file, bytes }: Extract<OpenedCaseFile, { kind: 'opened' }>): void {
  response.writeHead(200, {
    ...headers,
    'content-type': active.test(file.mediaType) ? 'application/octet-stream' : file.mediaType,
    'content-length': bytes.length,
    // RFC 6266: names hold accents. RFC 5987 leaves fewer signs as they are than encodeURIComponent does.
    'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(file.name.toWellFormed()).replace(/['()*]/g, percent)}`,
  })
  response.end(bytes)
}

const percent = (sign: string): string => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`

const statuses = { expired: 410, gone: 410, forged: 403 } as const

/** Fixed words and nothing else: there is nothing to escape. */
function sendPage(response: ServerResponse, kind: keyof typeof statuses, language: Language): void {
  const { title, text } = caseFileWords[language][kind]
  const head = `<meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta name="color-scheme" content="light dark"><title>${title}</title>`
  const html = `<!doctype html><html lang="${language}"><head>${head}</head><body><main><h1>${title}</h1><p>${text}</p></main></body></html>`
  response.writeHead(statuses[kind], {
    ...headers,
    'content-type': 'text/html; charset=utf-8',
    'content-length': Buffer.byteLength(html),
  })
  response.end(html)
}
