import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { readdir, stat } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { type Importer, ImportRefused, type ImportReport } from '../ledger/importing.ts'
import type { Documents } from '../store/documents.ts'
import type { Clock, NewId } from '../values/clock.ts'
import { bytesBeside } from './bytes-beside.ts'
import { fileBytes, startOfFile } from './file-bytes.ts'
import { type Recognised, withoutParts } from './without-parts.ts'

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
 * Imports files, and all files of folders, in the order of `importers`: those come first on which others build (customers, people,
 * price book, offering, charges, legal numbers, payments). Within a format by name, so that months follow one another. Stops at the
 * first file that is refused: throws ImportRefused; the files before it are in. Files of a folder that no format knows are left out.
 */
export async function importFiles(
  paths: readonly string[],
  importers: readonly Importer[],
  context: ImportFilesContext,
): Promise<ImportReport[]> {
  const found: Recognised[] = []
  for (const path of paths) found.push(...(await recognise(path, importers)))
  const recognised = await withoutParts(found)
  recognised.sort((a, b) => importers.indexOf(a.importer) - importers.indexOf(b.importer) || (a.path < b.path ? -1 : 1))
  const reports: ImportReport[] = []
  for (const each of recognised) {
    const report = await importFile(each, context)
    reports.push(report)
    await context.afterFile?.(report)
  }
  return reports
}

async function recognise(path: string, importers: readonly Importer[]): Promise<Recognised[]> {
  if ((await stat(path)).isDirectory()) {
    const names = (await readdir(path, { withFileTypes: true })).filter(
      (entry) => entry.isFile() && !entry.name.startsWith('.'),
    )
    const found = await Promise.all(names.map(({ name }) => importerOf(join(path, name), importers)))
    return found.filter((each) => each !== undefined)
  }
  const found = await importerOf(path, importers)
  if (found) return [found]
  const start = (await startOfFile(path)).trim()
  if (start.startsWith('<') && path.endsWith('.gz')) {
    const problem = 'this is a web page and no gzip file: the link to it had expired'
    throw new ImportRefused({ file: basename(path), problem, remedy: 'Download it again' })
  }
  if (start === '') {
    throw new ImportRefused({
      file: basename(path),
      problem: 'the file is empty',
      remedy: 'Export or download it again',
    })
  }
  const known = importers.map(({ format }) => format).join(', ')
  throw new ImportRefused({
    file: basename(path),
    problem: 'Saldo does not know this format',
    remedy: `It imports: ${known}`,
  })
}

async function importerOf(path: string, importers: readonly Importer[]): Promise<Recognised | undefined> {
  const start = await startOfFile(path)
  const importer = importers.find((each) => each.recognises(start))
  return importer && { path, importer, mayBePart: importer.maybePart?.(start) ?? false }
}

async function importFile({ path, importer }: Recognised, context: ImportFilesContext): Promise<ImportReport> {
  const file = basename(path)
  const { size } = await stat(path)
  return importer.import({
    file,
    open: () => fileBytes(path, (read) => context.onProgress?.(file, read, size)),
    beside: (name) => bytesBeside(path, name),
    digest: await digestOf(path),
    documents: context.documents,
    now: context.clock.now(),
    newId: context.newId,
    dryRun: context.dryRun ?? false,
  })
}

async function digestOf(path: string): Promise<string> {
  const hash = createHash('sha256')
  for await (const chunk of createReadStream(path, { highWaterMark: 1_048_576 })) hash.update(chunk)
  return hash.digest('hex')
}
