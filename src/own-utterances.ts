import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { languageOfFile } from './language/language-of-file.ts'
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
