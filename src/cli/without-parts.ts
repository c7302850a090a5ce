import { basename, resolve } from 'node:path'
import { type Importer, ImportRefused } from '../ledger/importing.ts'
import { pathOfPart } from './bytes-beside.ts'
import { fileBytes } from './file-bytes.ts'

/** A file, and who takes it. `mayBePart`: it may be one of several, though no other file has said so. */
export type Recognised = { readonly path: string; readonly importer: Importer; readonly mayBePart: boolean }

/**
 * The files that stand for themselves: parts of another come in with it. Throws ImportRefused, before anything has come in, when a
 * part is missing, when two files claim one, and for parts that nobody claims: one alone would replace its whole invoice.
 */
export async function withoutParts(found: readonly Recognised[]): Promise<Recognised[]> {
  const whole = new Map<string, string>()
  for (const { path, importer } of found) {
    const parts = (await importer.partsOf?.({ file: basename(path), open: () => fileBytes(path) })) ?? []
    for (const part of parts) {
      const beside = await pathOfPart(path, part)
      const other = whole.get(beside)
      if (other !== undefined && other !== path) throw claimedTwice(path, other, part)
      whole.set(beside, path)
    }
  }
  const alone = found.filter(({ path }) => !whole.has(resolve(path)))
  const [stray, ...more] = alone.filter(({ mayBePart }) => mayBePart)
  if (stray && (more.length > 0 || whole.size > 0)) throw claimedByNobody(stray.path)
  return alone
}

const claimedTwice = (path: string, other: string, part: string): ImportRefused =>
  new ImportRefused({
    file: basename(path),
    problem: `${basename(other)} is of another export and names the same file ${part}`,
    remedy: 'Keep each export in a folder of its own',
  })

const claimedByNobody = (path: string): ImportRefused =>
  new ImportRefused({
    file: basename(path),
    problem: 'this may be a part of an export, and no manifest names it',
    remedy: 'Put the manifest of its export beside it, or import it alone when it is all of an export',
  })
