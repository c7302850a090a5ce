import { mkdirSync } from 'node:fs'
import { resolve } from 'node:path'
import type { Documents } from '../documents.ts'
import { Committer } from './committer.ts'
import { EmbeddedDocuments } from './embedded-documents.ts'
import { type AnyCollection, EmbeddedState } from './embedded-state.ts'
import { type FolderOwner, ownFolder } from './folder-owner.ts'
import { Journal } from './journal.ts'
import { loadFolder } from './load-folder.ts'

type EmbeddedOptions = {
  readonly folder: string
  /** Every collection that the program keeps, each name once: lower-case words joined by `_`. */
  readonly collections: readonly AnyCollection[]
  /** How much JSON stays decoded in memory; it takes about three times as much there. 64 MiB unless told. */
  readonly cacheBytes?: number
  /** How much JSON, and how long, may wait in the journal for the partition files. 8 MiB and 30 s unless told. */
  readonly checkpoint?: { readonly bytes?: number; readonly milliseconds?: number }
  /** The folder's owner when the caller has taken it already; it stays the caller's to release. */
  readonly owner?: FolderOwner
}

/** Another process has this data folder open. */
export class FolderInUse extends Error {
  override name = 'FolderInUse'
  constructor(folder: string) {
    super(`${folder} is in use by another Saldo process: stop it, or choose another folder with SALDO_DATA`)
  }
}

const mebibyte = 1024 * 1024

/**
 * Opens a data folder, made if missing, and finishes what a killed process left in its journal. Throws FolderInUse when another
 * process has it, StoreDamaged when its files are not what this store wrote.
 */
export async function openEmbedded(options: EmbeddedOptions): Promise<Documents> {
  checkNames(options.collections)
  const folder = resolve(options.folder)
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const taken = options.owner ? undefined : await ownFolder(folder)
  if (taken?.kind === 'in-use') throw new FolderInUse(folder)
  const release = async () => taken?.owner.release()
  try {
    const state = new EmbeddedState(folder, options.collections, options.cacheBytes ?? 64 * mebibyte)
    loadFolder(state, options.collections)
    const journal = await Journal.open(folder, (change, segment) => state.replay(change, segment))
    const { bytes = 8 * mebibyte, milliseconds = 30_000 } = options.checkpoint ?? {}
    return new EmbeddedDocuments(state, new Committer(state, journal, { bytes, milliseconds }), release)
  } catch (error) {
    await release()
    throw error
  }
}

function checkNames(collections: readonly AnyCollection[]): void {
  const names = collections.map((each) => each.name)
  for (const name of names) {
    const isTaken = name === 'journal' || names.indexOf(name) !== names.lastIndexOf(name)
    if (isTaken || !/^[a-z][a-z0-9]*(_[a-z0-9]+)*$/.test(name))
      throw new RangeError(`"${name}" cannot name a collection, or is declared twice`)
  }
}
