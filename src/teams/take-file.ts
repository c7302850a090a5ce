import { createHash } from 'node:crypto'
import { z } from 'zod'
import type { PersonKey } from '../access/principal.ts'
import { principalOf } from '../access/principal-of.ts'
import type { Documents } from '../store/documents.ts'
import { caseFileOf, keepCaseFile, mostBytes } from '../support/case-file.ts'
import type { Clock } from '../values/clock.ts'
import type { CheckedActivity } from './activity.ts'
import { fetchFile } from './fetch-file.ts'

export type TakeFileDeps = {
  readonly documents: Documents
  readonly clock: Clock
  /** Files come from this machine instead of from Microsoft's storage: local mode. */
  readonly local: boolean
}

type Attachment = NonNullable<CheckedActivity['attachments']>[number]

export type SentFile = {
  /** Who sent it, as the door authenticated them. */
  readonly person: PersonKey
  /** Names this very delivery, and which of its attachments it is: sent twice, it is one file. */
  readonly delivery: { readonly channel: string; readonly conversation: string; readonly activity: string }
  readonly place: number
  readonly attachment: Attachment
}

export type TakenFile =
  | { readonly kind: 'taken'; readonly file: string; readonly name: string }
  /** `picture`: pasted into the message, where only the bot's own token would get it, which goes nowhere. */
  | {
      readonly kind: 'refused'
      readonly why: 'no-customer' | 'picture' | 'unreadable' | 'host' | 'too-large' | 'failed'
    }

const downloadInfo = 'application/vnd.microsoft.teams.file.download.info'
/** Of a file that somebody attached in a private chat (Teams docs, bots-filesv4). */
const downloadSchema = z.object({ downloadUrl: z.url().max(8000) })

/** Whether an attachment is something that a person sent: Teams attaches a message's own text, and cards, besides. */
export const isSentFile = ({ contentType }: Pick<Attachment, 'contentType'>): boolean =>
  contentType === downloadInfo || contentType.startsWith('image/')

/** Fetches a customer's file from where Teams has it and keeps it. Whatever cannot be taken is refused; nothing is thrown for it. */
export async function takeFile(deps: TakeFileDeps, sent: SentFile): Promise<TakenFile> {
  const { documents, clock, local } = deps
  const { attachment, person } = sent
  if (attachment.contentType !== downloadInfo) return { kind: 'refused', why: 'picture' }
  const read = downloadSchema.safeParse(attachment.content)
  if (!read.success) return { kind: 'refused', why: 'unreadable' }
  const principal = await principalOf(documents, person)
  if (principal.kind !== 'customer') return { kind: 'refused', why: 'no-customer' }
  const id = idOf(sent)
  const known = await caseFileOf(documents, id)
  if (known) return { kind: 'taken', file: id, name: known.name }
  const fetched = await fetchFile(read.data.downloadUrl, { local, mostBytes })
  if (fetched.kind !== 'fetched') return { kind: 'refused', why: fetched.kind }
  const { mediaType, content } = fetched
  const file = { id, customer: principal.customer.id, name: plainName(attachment.name), mediaType, content }
  const kept = await documents.change((unit) => keepCaseFile(unit, file, clock.now()))
  return { kind: 'taken', file: kept.id, name: kept.name }
}

const idOf = ({ delivery: { channel, conversation, activity }, place, person }: SentFile): string =>
  createHash('sha256')
    .update(JSON.stringify([channel, conversation, activity, place, person.tenant, person.objectId]))
    .digest('base64url')

/** A name is for people to read: no folder, nothing that cannot be seen or that turns the reading around. */
function plainName(name: string | null | undefined): string {
  const plain = (name ?? '').replace(/^.*[\\/]/s, '').replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, '')
  return plain.trim().slice(0, 200).trim() || 'file'
}
