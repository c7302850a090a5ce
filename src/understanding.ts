import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { mkdir, readdir, readFile, rm } from 'node:fs/promises'
import { join, relative, sep } from 'node:path'
import { Worker } from 'node:worker_threads'
import type { Trained } from './cli/outside.ts'
import type { Model } from './language/classifier.ts'
import type { Understander } from './language/understand.ts'
import { ownUtteranceFiles } from './own-utterances.ts'
import type { Training } from './train-model.ts'

const room = join(import.meta.dirname, 'language')
const utterances = join(room, 'utterances')

/**
 * The trained understander. Training takes a second or two, so its model is kept in the data folder's `cache/`, under a digest of
 * what people wrote, the partner's own files among it, and of the code that reads it: whoever changes either trains again.
 */
export async function openUnderstander(dataFolder: string): Promise<Understander> {
  const folder = join(dataFolder, 'cache')
  const [sources, own] = await Promise.all([filesIn(room), ownUtteranceFiles(dataFolder)])
  const file = join(folder, `model-${await digestOf(sources, own)}.bin`)
  const model = (await kept(file)) ?? (await trainAndKeep(folder, file, [...taughtIn(sources), ...own]))
  const { understanderOf } = await import('./language/understand.ts')
  return understanderOf(model)
}

async function kept(file: string): Promise<Model | undefined> {
  try {
    return await unpacked(await readFile(file))
  } catch (error) {
    // Not there yet, or not a model: either way it is made anew.
    if (error instanceof RangeError || (error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    throw error
  }
}

/** From a plain array of its own: a Buffer is a view of shared memory, and slices of it are none of their own. */
const unpacked = async (bytes: Uint8Array): Promise<Model> =>
  (await import('./language/pack-model.ts')).unpackModel(new Uint8Array(bytes))

/** Trains as `openUnderstander` does where nothing is kept, keeps nothing, and tells what it took. */
export async function trainAnew(dataFolder: string): Promise<Trained> {
  const files = [...taughtIn(await filesIn(room)), ...(await ownUtteranceFiles(dataFolder))]
  const { bytes, utterances, milliseconds } = await train(files)
  const { understanderOf } = await import('./language/understand.ts')
  return { understander: understanderOf(await unpacked(bytes)), utterances, milliseconds, bytes: bytes.length }
}

type Taught = Parameters<typeof train>[0][number]

const taughtIn = (sources: readonly string[]): readonly Taught[] =>
  sources
    .filter((path) => path.startsWith(utterances) && path.endsWith('.txt'))
    .map((path) => ({ path, language: relative(utterances, path).split(sep)[0] ?? '' }))

async function train(files: readonly { readonly path: string; readonly language: string }[]): Promise<Training> {
  const worker = new Worker(new URL('./train-model.ts', import.meta.url), { workerData: files })
  const [training] = (await once(worker, 'message')) as [Training]
  return training
}

async function trainAndKeep(folder: string, file: string, files: readonly Taught[]): Promise<Model> {
  const { bytes } = await train(files)
  const { replaceFile } = await import('./store/lowdb/replace-file.ts')
  await mkdir(folder, { recursive: true, mode: 0o700 })
  for (const name of await readdir(folder)) if (name.startsWith('model-')) await rm(join(folder, name), { force: true })
  await replaceFile(file, Buffer.from(bytes))
  return unpacked(bytes)
}

async function digestOf(sources: readonly string[], own: readonly Taught[]): Promise<string> {
  const hash = createHash('sha256')
  for (const { path, language } of own)
    hash
      .update(`${language}\0`)
      .update(await readFile(path))
      .update('\0')
  const contents = await Promise.all(sources.map((path) => readFile(path)))
  for (const content of contents) hash.update(content).update('\0')
  return hash.digest('hex').slice(0, 32)
}

/** Files below a folder in a fixed order. How Saldo says things has no part in how it understands them. */
async function filesIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  return entries
    .filter((entry) => entry.isFile() && !entry.parentPath.includes(join('language', 'catalogue')))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
}
