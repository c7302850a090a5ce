import type { Config } from './config.ts'
import { declaredCollections } from './declared-collections.ts'
import type { Documents } from './store/documents.ts'
import type { FolderOwner } from './store/lowdb/folder-owner.ts'

/** `owner` lets other processes run their commands in this one; a database has none, everybody just opens it. */
export type OpenStore =
  | { readonly kind: 'open'; readonly documents: Documents; readonly owner?: FolderOwner; close(): Promise<void> }
  | { readonly kind: 'in-use' }

/** Opens the store that the configuration names. Throws what stands in the way: a damaged folder, a server that does not answer. */
export async function openStore(config: Config): Promise<OpenStore> {
  return config.databaseUrl === undefined ? openFolder(config.data) : openDatabase(config.databaseUrl)
}

async function openDatabase(url: string): Promise<OpenStore> {
  const { openPostgres } = await import('./store/postgres/open-postgres.ts')
  const documents = await openPostgres({ url, collections: declaredCollections })
  return { kind: 'open', documents, close: () => documents.close() }
}

async function openFolder(folder: string): Promise<OpenStore> {
  const [{ mkdir }, { ownFolder }, { openEmbedded }] = await Promise.all([
    import('node:fs/promises'),
    import('./store/lowdb/folder-owner.ts'),
    import('./store/lowdb/open-embedded.ts'),
  ])
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const taken = await ownFolder(folder)
  if (taken.kind === 'in-use') return taken
  const { owner } = taken
  try {
    const documents = await openEmbedded({ folder, collections: declaredCollections, owner })
    const close = async () => {
      await documents.close()
      await owner.release()
    }
    return { kind: 'open', documents, owner, close }
  } catch (error) {
    await owner.release()
    throw error
  }
}
