import type { Importer, ImportReport } from '../ledger/importing.ts'
import type { Documents } from '../store/documents.ts'
import type { Clock, NewId } from '../values/clock.ts'

export type ImportFilesContext = {
  readonly documents: Documents
  readonly clock: Clock
  readonly newId: NewId
  readonly dryRun?: boolean
  /** Bytes of the file on disk read so far, of all its bytes. Called often: draw seldom. */
  readonly onProgress?: (file: string, read: number, size: number) => void
  /** Called after each file before the next one is opened, for example to issue bills once charges are in. */
  readonly afterFile?: (report: ImportReport) => Promise<void>
}

/**
 * Imports files, and all files of folders, in the order in which they build on one another. Stops at the first file that is
 * refused: throws ImportRefused; the files before it are in.
 */
export async function importFiles(
  _paths: readonly string[],
  _importers: readonly Importer[],
  _context: ImportFilesContext,
): Promise<ImportReport[]> {
  throw new Error('being built')
}
