import { mkdir, readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { languageOfFile } from './language/language-of-file.ts'
import { readUtterances, type Section } from './language/read-utterances.ts'
import { withUtterances } from './language/with-utterances.ts'
import { replaceFile } from './store/lowdb/replace-file.ts'
import type { Language } from './values/language.ts'

/** Where a partner keeps what its own customers write, a file for each language: `en.txt`, `pt-BR.txt`. */
const folderIn = (dataFolder: string): string => join(dataFolder, 'language')

/** The partner's own utterance files in a fixed order. Throws RangeError for one whose name says no language. */
export async function ownUtteranceFiles(
  dataFolder: string,
): Promise<readonly { readonly path: string; readonly language: Language }[]> {
  const names = await readdir(folderIn(dataFolder)).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return []
    throw error
  })
  return names
    .filter((name) => name.endsWith('.txt'))
    .sort()
    .map((name) => {
      const path = join(folderIn(dataFolder), name)
      const language = languageOfFile(name)
      if (!language)
        throw new RangeError(`${path}: its name says no language: call it en.txt, pt-PT.txt, pt-BR.txt or es.txt`)
      return { path, language }
    })
}

/**
 * Adds messages below a section of the partner's own file of a language, and gives the file's path. Those that stand there already stay as
 * they are. Throws RangeError, and changes nothing, where the file as it is cannot be read.
 */
export async function addOwnUtterances(
  dataFolder: string,
  language: Language,
  section: Section,
  texts: readonly string[],
): Promise<string> {
  const path = join(folderIn(dataFolder), `${language}.txt`)
  const before = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return ''
    throw error
  })
  try {
    readUtterances(before)
  } catch (error) {
    if (error instanceof RangeError) throw new RangeError(`${path}, ${error.message}`, { cause: error })
    throw error
  }
  await mkdir(folderIn(dataFolder), { recursive: true, mode: 0o700 })
  await replaceFile(path, Buffer.from(withUtterances(before, section, texts)))
  return path
}
