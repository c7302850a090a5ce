import { readCaseFileToken, signCaseFileToken } from '../access/case-file-token.ts'
import { documentKey } from '../access/document-key.ts'
import type { Documents } from '../store/documents.ts'
import { type CaseFile, caseFileContents, caseFileOf } from '../support/case-file.ts'
import type { Clock, NewId } from '../values/clock.ts'
import { later } from '../values/day.ts'

export type CaseFileDeskDeps = {
  readonly documents: Documents
  readonly clock: Clock
  readonly newId: NewId
  /** Where links begin, such as `https://billing.partner.example`; no links while there is none. */
  readonly publicUrl: () => string | undefined
}

export type OpenedCaseFile =
  | { readonly kind: 'opened'; readonly file: CaseFile; readonly bytes: Uint8Array }
  /** `expired`: the link. `gone`: the file. */
  | { readonly kind: 'expired' | 'gone' | 'forged' }

/** How staff get at the files that customers sent. */
export type CaseFileDesk = {
  /** A fresh link to a file; nothing where there is no public address. */
  link(file: string): Promise<string | undefined>
  /** What a link leads to. */
  open(token: string): Promise<OpenedCaseFile>
}

const linkLasts = 24 * 60 * 60_000

export function caseFileDeskOf({ documents, clock, newId, publicUrl }: CaseFileDeskDeps): CaseFileDesk {
  const key = () => documentKey(documents, newId)
  return {
    async link(file) {
      const base = publicUrl()
      return base && `${base}/case-files/${await signCaseFileToken(await key(), file, later(clock.now(), linkLasts))}`
    },
    async open(token) {
      const now = clock.now()
      const read = await readCaseFileToken(await key(), token, now)
      if (read.kind !== 'good') return read
      const file = await caseFileOf(documents, read.file)
      // Nothing sweeps to the minute: what has had its time is gone all the same.
      const content = file && file.expires > now ? await documents.get(caseFileContents, file.id) : undefined
      if (!file || !content) return { kind: 'gone' }
      return { kind: 'opened', file, bytes: Buffer.from(content.data.base64, 'base64') }
    },
  }
}
