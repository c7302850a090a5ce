import { stat } from 'node:fs/promises'
import { dirname, join, relative, resolve } from 'node:path'
import { ImportRefused } from '../ledger/importing.ts'
import { fileBytes } from './file-bytes.ts'

const remedy = 'Download all files of the export into one folder, beside its manifest'

/** Where a file that is named in another lies: beside it or below. Undefined for a name that leads elsewhere. */
function pathBeside(path: string, name: string): string | undefined {
  const folder = dirname(resolve(path))
  const beside = resolve(folder, name)
  const from = relative(folder, beside)
  return from === '' || from.startsWith('..') || resolve(folder, from) !== join(folder, from) ? undefined : beside
}

/** Where a file that is named in another lies. Throws ImportRefused for a name that leads elsewhere, and when nothing is there. */
export async function pathOfPart(path: string, name: string): Promise<string> {
  const beside = pathBeside(path, name)
  if (!beside) throw new ImportRefused({ file: name, problem: 'this name leads out of the folder', remedy })
  const size = await sizeOf(beside)
  if (!size)
    throw new ImportRefused({ file: name, problem: `this file is ${size === 0 ? 'empty' : 'missing'}`, remedy })
  return beside
}

/** The bytes of a file that is named in another, decompressed where it is gzip. Throws ImportRefused when there is none. */
export async function* bytesBeside(path: string, name: string): AsyncGenerator<Uint8Array> {
  yield* fileBytes(await pathOfPart(path, name))
}

/** Nothing can stand under a name that is too long, or holds a zero byte. */
const noSuchFile = ['ENOENT', 'ENOTDIR', 'ENAMETOOLONG', 'ERR_INVALID_ARG_VALUE']

async function sizeOf(path: string): Promise<number | undefined> {
  try {
    const found = await stat(path)
    return found.isFile() ? found.size : undefined
  } catch (error) {
    const isMissing = error instanceof Error && 'code' in error && noSuchFile.includes(String(error.code))
    if (isMissing) return undefined
    throw error
  }
}
