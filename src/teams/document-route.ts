import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Server } from 'restify'
import type { DocumentToken } from '../access/document-token.ts'
import type { DocumentDesk, OpenedDocument } from '../conversation/document-desk.ts'
import type { DocumentAccess } from '../ledger/document-access.ts'
import { type Language, languageOfLocale } from '../values/language.ts'
import { documentPage, noDocumentPage, pagePolicy } from './document-page.ts'
import { failureOf } from './failure.ts'
import type { Log } from './log.ts'
import { sendProblem } from './respond.ts'

type RouteDeps = { readonly documentDesk: DocumentDesk; readonly log: Log }

/** What is behind a link concerns one person: nobody keeps it, and no other site learns its address. */
const headers = {
  'cache-control': 'no-store',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'x-robots-tag': 'noindex',
}

/** `GET /documents/<token>`: the page of a document; `/file` behind it: the document. */
export function attachDocuments(server: Server, deps: RouteDeps): void {
  server.get('/documents/*', async (request, response) => {
    try {
      await answer(deps, request, response)
    } catch (error) {
      deps.log.error(failureOf(error), 'a document was not handed over')
      sendProblem(request, response, 500, 'The document could not be made: try again later.')
    }
  })
}

async function answer({ documentDesk }: RouteDeps, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const [, , text = '', file] = new URL(request.url ?? '', 'http://localhost').pathname.split('/')
  const read = await documentDesk.read('link', text)
  if (read.kind === 'forged') return sendPage(response, 403, noDocumentPage('notValid', languageOf(request)))
  const { token } = read
  const { tenant, objectId, invoice, language } = token
  const end = async (status: number, outcome: DocumentAccess['outcome'], why: 'expired' | 'refused') => {
    await documentDesk.note({ ...accessOf(token), outcome })
    sendPage(response, status, noDocumentPage(why, language))
  }
  if (read.kind === 'expired') return end(410, 'expired', 'expired')
  const wanted = { person: { tenant, objectId }, invoice, language }
  if (file !== 'file') {
    // Programs look at links before people do: only fetching the file counts as handing it over.
    const about = await documentDesk.look(wanted)
    if (about.kind === 'refused') return end(403, 'refused', 'refused')
    return sendPage(response, 200, documentPage(about, language, `/documents/${text}/file`))
  }
  const opened = await documentDesk.open(wanted)
  if (opened.kind === 'refused') return end(403, 'refused', 'refused')
  await documentDesk.note({ ...accessOf(token), outcome: 'handed-over' })
  sendFile(response, opened)
}

const accessOf = ({ tenant, objectId, invoice }: DocumentToken) => ({ tenant, objectId, invoice, way: 'link' }) as const

/** Whose link it is cannot be read from it: the browser says what its person reads. */
function languageOf(request: IncomingMessage): Language {
  const wanted = (request.headers['accept-language'] ?? '').split(',').map((each) => each.split(';')[0]?.trim())
  return wanted.map(languageOfLocale).find((language) => language !== undefined) ?? 'en'
}

function sendPage(response: ServerResponse, status: number, html: string): void {
  response.writeHead(status, {
    ...headers,
    'content-security-policy': pagePolicy,
    'content-type': 'text/html; charset=utf-8',
    'content-length': Buffer.byteLength(html),
  })
  response.end(html)
}

function sendFile(
  response: ServerResponse,
  { about, mediaType, bytes }: Extract<OpenedDocument, { kind: 'opened' }>,
): void {
  response.writeHead(200, {
    ...headers,
    'content-security-policy': "default-src 'none'; sandbox",
    'content-type': mediaType,
    'content-length': bytes.length,
    // RFC 6266: names hold accents.
    'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(about.file)}`,
  })
  response.end(bytes)
}
