import { documentKey } from '../access/document-key.ts'
import type { ReadToken } from '../access/document-token.ts'
import { type DocumentToken, type DocumentUse, readDocumentToken, signDocumentToken } from '../access/document-token.ts'
import type { PersonKey } from '../access/principal.ts'
import { type DocumentFor, type DocumentRequest, documentFor } from '../answers/document-for.ts'
import { type DocumentAccess, documentAccesses } from '../ledger/document-access.ts'
import { documentContents } from '../ledger/invoice-document.ts'
import type { Documents } from '../store/documents.ts'
import type { DocumentRef } from '../values/answer.ts'
import type { Clock, NewId } from '../values/clock.ts'
import { later } from '../values/day.ts'
import type { Language } from '../values/language.ts'
import type { StatementSheet } from '../values/statement-sheet.ts'

export type DocumentDeskDeps = {
  readonly documents: Documents
  readonly clock: Clock
  readonly newId: NewId
  /** Makes a file of a statement, PDF. */
  readonly print: (sheet: StatementSheet) => Promise<Uint8Array>
  /** Where links begin, such as `https://billing.partner.example`; no links while there is none. */
  readonly publicUrl: () => string | undefined
  readonly linkMinutes: number
}

type Opened = Exclude<DocumentFor, { kind: 'refused' }>
/** A document as a file. Whatever was decided earlier, it was authorised anew. */
export type OpenedDocument =
  | { readonly kind: 'refused' }
  | { readonly kind: 'opened'; readonly about: Opened; readonly mediaType: string; readonly bytes: Uint8Array }

/** How the doors hand over the document that goes with an answer. */
export type DocumentDesk = {
  readonly linkMinutes: number
  /** A link for one person to one document; nothing where there is no public address. */
  link(person: PersonKey, document: DocumentRef, language: Language): Promise<string | undefined>
  /** What a question in the chat carries, so that its answer says what was asked: signed, for one person and one upload. */
  uploadReference(person: PersonKey, document: DocumentRef, language: Language): Promise<string>
  read(use: DocumentUse, text: string): Promise<ReadToken>
  /** What there is for the person, without its bytes. */
  look(request: Omit<DocumentRequest, 'now'>): Promise<DocumentFor>
  open(request: Omit<DocumentRequest, 'now'>): Promise<OpenedDocument>
  /** Keeps that it was fetched, or was not. An upload is noted under its reference: `isDone` finds it. */
  note(access: Omit<DocumentAccess, 'id' | 'at'> & { readonly id?: string }): Promise<void>
  isDone(reference: string): Promise<boolean>
}

/** Somebody may answer a question in the chat hours later; a link is used at once or never. */
const uploadMinutes = 24 * 60

export function documentDeskOf(deps: DocumentDeskDeps): DocumentDesk {
  const { documents, clock, newId, print, publicUrl, linkMinutes } = deps
  const sign = async (use: DocumentUse, person: PersonKey, { invoice }: DocumentRef, language: Language) => {
    const { tenant, objectId } = person
    const token: DocumentToken = { id: newId(), tenant, objectId, invoice, language }
    const minutes = use === 'link' ? linkMinutes : uploadMinutes
    return signDocumentToken(await documentKey(documents, newId), use, token, later(clock.now(), minutes * 60_000))
  }
  const look: DocumentDesk['look'] = (request) => documentFor(documents, { ...request, now: clock.now() })
  return {
    linkMinutes,
    async link(person, document, language) {
      const base = publicUrl()
      return base && `${base}/documents/${await sign('link', person, document, language)}`
    },
    uploadReference: (person, document, language) => sign('upload', person, document, language),
    read: async (use, text) => readDocumentToken(await documentKey(documents, newId), use, text, clock.now()),
    look,
    async open(request) {
      const about = await look(request)
      if (about.kind === 'refused') return about
      if (about.kind === 'statement')
        return { kind: 'opened', about, mediaType: 'application/pdf', bytes: await print(about.sheet) }
      const content = await documents.get(documentContents, about.document)
      if (!content) throw new Error('a document has no content')
      return { kind: 'opened', about, mediaType: about.mediaType, bytes: Buffer.from(content.data.base64, 'base64') }
    },
    note: (access) => noteAccess(documents, { ...access, id: access.id ?? newId(), at: clock.now() }),
    async isDone(reference) {
      const noted = await documents.get(documentAccesses, reference)
      return noted?.data.outcome === 'handed-over'
    },
  }
}

const noteAccess = (documents: Documents, access: DocumentAccess): Promise<void> =>
  documents.change(async (unit) => {
    const known = await unit.get(documentAccesses, access.id)
    // What was handed over stays so: a repeated answer to the same question changes nothing.
    if (known?.data.outcome !== 'handed-over') unit.put(documentAccesses, access.id, access, known?.revision ?? 0)
  })
