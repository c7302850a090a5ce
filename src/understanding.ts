import { createHash } from 'node:crypto'
import { mkdir, readdir, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { Example, Model } from './language/classifier.ts'
import type { Understander } from './language/understand.ts'
import type { Language } from './values/language.ts'

const room = join(import.meta.dirname, 'language')
const utterances = join(room, 'utterances')

/**
 * The trained understander. Training takes a second or two, so its model is kept in the data folder's `cache/`, under a digest of
 * what people wrote and of the code that reads it: whoever changes either trains again.
 */
export async function openUnderstander(dataFolder: string): Promise<Understander> {
  const { understanderOf } = await import('./language/understand.ts')
  const folder = join(dataFolder, 'cache')
  const file = join(folder, `model-${await digestOfSources()}.bin`)
  return understanderOf((await kept(file)) ?? (await trainAndKeep(folder, file)))
}

async function kept(file: string): Promise<Model | undefined> {
  const { unpackModel } = await import('./language/pack-model.ts')
  try {
    // A plain array of its own: a Buffer is a view of shared memory, and slices of it are none of their own.
    return unpackModel(new Uint8Array(await readFile(file)))
  } catch (error) {
    // Not there yet, or not a model: either way it is made anew.
    if (error instanceof RangeError || (error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    throw error
  }
}

async function trainAndKeep(folder: string, file: string): Promise<Model> {
  const [{ trainClassifier }, { packModel }, { replaceFile }] = await Promise.all([
    import('./language/classifier.ts'),
    import('./language/pack-model.ts'),
    import('./store/lowdb/replace-file.ts'),
  ])
  const model = trainClassifier(await examples())
  await mkdir(folder, { recursive: true, mode: 0o700 })
  for (const name of await readdir(folder)) if (name.startsWith('model-')) await rm(join(folder, name), { force: true })
  await replaceFile(file, Buffer.from(packModel(model)))
  return model
}

async function examples(): Promise<Example[]> {
  const { readUtterances } = await import('./language/read-utterances.ts')
  const files = (await sourcesIn(utterances)).filter((path) => path.endsWith('.txt'))
  const read = await Promise.all(
    files.map(async (path) => {
      const language = path.slice(utterances.length + 1).split(/[\\/]/)[0] as Language
      return readUtterances(await readFile(path, 'utf8')).map((utterance) => ({ ...utterance, language }))
    }),
  )
  return read.flat()
}

async function digestOfSources(): Promise<string> {
  const hash = createHash('sha256')
  const contents = await Promise.all((await sourcesIn(room)).map((path) => readFile(path)))
  for (const content of contents) hash.update(content).update('\0')
  return hash.digest('hex').slice(0, 32)
}

/** Files below a folder in a fixed order. How Saldo says things has no part in how it understands them. */
async function sourcesIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  return entries
    .filter((entry) => entry.isFile() && !entry.parentPath.includes(join('language', 'catalogue')))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
}
