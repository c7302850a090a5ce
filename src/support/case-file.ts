import { z } from 'zod'
import { recordOf } from '../ledger/record.ts'
import type { Collection, Documents, Reading, Unit } from '../store/documents.ts'
import { type Instant, later } from '../values/day.ts'
import type { CustomerId } from '../values/ids.ts'
import { idSchema, instantSchema } from '../values/schemas.ts'

/** A file that a customer's person sent. The trail of a ticket says where it belongs; its bytes lie apart: a card needs none of them. */
export const caseFileSchema = z.object({
  id: z.string(),
  customer: idSchema<CustomerId>(),
  /** As it was called where it came from, without a folder. */
  name: z.string().min(1).max(200),
  mediaType: z.string(),
  bytes: z.int().min(0),
  at: instantSchema,
  /** When it goes. */
  expires: instantSchema,
})
export type CaseFile = z.output<typeof caseFileSchema>

export const caseFiles: Collection<z.input<typeof caseFileSchema>> = {
  name: 'case_files',
  indexes: { expires: ({ expires }) => expires },
  partition: ({ customer }) => customer,
}

/** The bytes of a file, under its id, each in a file of its own. */
export const caseFileContents: Collection<{ readonly file: string; readonly base64: string }> = {
  name: 'case_file_contents',
  indexes: {},
  partition: ({ file }) => file,
}

/** No larger file is taken from a chat, in bytes. */
export const mostBytes = 10 * 1024 * 1024
const keptFor = 30 * 24 * 60 * 60_000
const atOnce = 200

export type NewCaseFile = Pick<CaseFile, 'id' | 'customer' | 'name' | 'mediaType'> & { readonly content: Uint8Array }

/** Keeps a file for thirty days. The same id twice is one file. */
export async function keepCaseFile(unit: Unit, { content, ...given }: NewCaseFile, now: Instant): Promise<CaseFile> {
  const known = await caseFileOf(unit, given.id)
  if (known) return known
  const file: CaseFile = { ...given, bytes: content.length, at: now, expires: later(now, keptFor) }
  unit.put(caseFiles, file.id, z.encode(caseFileSchema, file), 0)
  unit.put(caseFileContents, file.id, { file: file.id, base64: Buffer.from(content).toString('base64') }, 0)
  return file
}

export async function caseFileOf(reading: Reading, id: string): Promise<CaseFile | undefined> {
  const stored = await reading.get(caseFiles, id)
  return stored && recordOf(caseFileSchema, stored.data)
}

/** Removes files that were kept long enough, with their bytes. Gives how many went; safe to repeat. */
export const sweepCaseFiles = (documents: Documents, now: Instant): Promise<number> =>
  documents.change(async (unit) => {
    const { items } = await unit.find(caseFiles, { index: 'expires', to: now, limit: atOnce })
    for (const { id, revision } of items) {
      unit.remove(caseFiles, id, revision)
      // Written once and never again: there is no need to read it for its revision.
      unit.remove(caseFileContents, id, 1)
    }
    return items.length
  })
