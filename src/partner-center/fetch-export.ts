import { createWriteStream } from 'node:fs'
import { mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { type Graph, GraphFailed, reached } from './graph.ts'
import { type GraphManifest, type RunExport, runExport, tagNow, type WantedExport } from './run-export.ts'

export type FetchedExport =
  /** `folder` holds the manifest and its files: `saldo import` takes it. */
  | { readonly kind: 'fetched'; readonly folder: string; readonly files: number }
  /** Microsoft has made new data while the files came: fetch it again. */
  | { readonly kind: 'changed' }
  | Extract<RunExport, { kind: 'refused' }>

/**
 * Exports one table of an invoice through Graph into a folder of its own inside `into`, whole or not at all: files arrive in a hidden
 * folder that gets its name at the end. The manifest is written without its secret. Throws GraphFailed, and RangeError for what is no invoice number.
 */
export async function fetchExport(graph: Graph, wanted: WantedExport, into: string): Promise<FetchedExport> {
  if (!plainName.test(wanted.invoice)) throw new RangeError('this is no invoice number')
  const run = await runExport(graph, wanted)
  if (run.kind === 'refused') return run
  await mkdir(into, { recursive: true })
  const arriving = await mkdtemp(join(into, '.saldo-export-'))
  try {
    const { manifest } = run
    for (const { name } of manifest.blobs) await fetchBlob(manifest, name, arriving)
    const tag = await tagNow(graph, run.operation)
    if (tag !== undefined && tag !== manifest.eTag) return { kind: 'changed' }
    const { sasToken: _, rootDirectory: __, ...kept } = manifest
    await writeFile(join(arriving, 'manifest.json'), JSON.stringify(kept, undefined, 2))
    const folder = join(into, `${wanted.table}-${wanted.invoice}`)
    await rm(folder, { recursive: true, force: true })
    await rename(arriving, folder)
    return { kind: 'fetched', folder, files: manifest.blobs.length }
  } finally {
    await rm(arriving, { recursive: true, force: true })
  }
}

const plainName = /^[\w-][\w.-]*(?:\/[\w-][\w.-]*)*$/

/** The link alone opens the file: the token of Graph is not for the storage service. */
async function fetchBlob({ rootDirectory, sasToken }: GraphManifest, name: string, folder: string): Promise<void> {
  if (!plainName.test(name)) throw new GraphFailed('Graph names a file that can stand in no folder')
  const url = new URL(`${rootDirectory.replace(/\/$/, '')}/${name}?${sasToken.replace(/^\?/, '')}`)
  const answer = await reached(url)
  if (!answer.ok || !answer.body) throw new GraphFailed(`${url.host} answers ${answer.status} instead of ${name}`)
  const path = join(folder, name)
  await mkdir(dirname(path), { recursive: true })
  try {
    await pipeline(Readable.fromWeb(answer.body), createWriteStream(path))
  } catch (error) {
    if (error instanceof TypeError) throw new GraphFailed(`${url.host} broke off in the middle of ${name}`)
    throw error
  }
}
