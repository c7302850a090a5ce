import type { z } from 'zod'
import type { importRecordSchema } from '../ledger/import-record.ts'
import type { ImportInput } from '../ledger/importing.ts'
import type { ImportId } from '../values/ids.ts'

/** The record of a file that comes in whole, in one unit of work. Each call makes a new one. */
export const importRecord = (
  input: ImportInput,
  format: string,
  records: number,
): z.input<typeof importRecordSchema> => ({
  id: input.newId() as ImportId,
  file: input.file,
  format,
  digest: input.digest,
  at: input.now,
  status: 'complete',
  records,
})
