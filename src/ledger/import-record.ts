import { z } from 'zod'
import type { Collection, Reading } from '../store/documents.ts'
import type { ImportId } from '../values/ids.ts'
import { idSchema, instantSchema } from '../values/schemas.ts'

/** One file that came in. While it is `staged` nothing of it counts, so that an import is all or nothing however large it is. */
export const importRecordSchema = z.object({
  id: idSchema<ImportId>(),
  /** The file's name without its folder. */
  file: z.string(),
  format: z.string(),
  /** SHA-256 of the file's bytes, hexadecimal: the same file twice changes nothing. */
  digest: z.string(),
  at: instantSchema,
  status: z.enum(['staged', 'complete', 'replaced']),
  /** Records read: lines, payments, people. */
  records: z.int(),
})
export type ImportRecord = z.output<typeof importRecordSchema>

export const imports: Collection<z.input<typeof importRecordSchema>> = {
  name: 'imports',
  indexes: { digest: (data) => data.digest, status: (data) => data.status, at: (data) => data.at },
  partition: () => 'all',
}

/** Whether a file of these very bytes is in and counts. */
export async function isImported(reading: Reading, digest: string): Promise<boolean> {
  const { items } = await reading.find(imports, { index: 'digest', equals: digest })
  return items.some(({ data }) => data.status === 'complete')
}

/** What became of one of Microsoft's files. `checked`: a dry run. */
export type TakenFile =
  | {
      readonly kind: 'taken' | 'checked'
      readonly changes: readonly { readonly what: string; readonly count: number }[]
      readonly notes: readonly string[]
    }
  /** This very file is in, or one that says the same. */
  | { readonly kind: 'unchanged' }
