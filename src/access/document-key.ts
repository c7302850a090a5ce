import type { Collection, Documents } from '../store/documents.ts'
import type { NewId } from '../values/clock.ts'

/** What signs links to documents: an unguessable text. It leaves the store only to sign and to check. */
export const documentKeys: Collection<{ readonly secret: string }> = {
  name: 'document_keys',
  indexes: {},
  partition: () => 'all',
}

const only = 'links'

/** The key of this store, made at the first link and kept: every process that shares the store signs with the same one. */
export async function documentKey(documents: Documents, newId: NewId): Promise<Uint8Array> {
  const known = await documents.get(documentKeys, only)
  const secret = known?.data.secret ?? (await makeSecret(documents, newId))
  return new TextEncoder().encode(secret)
}

const makeSecret = (documents: Documents, newId: NewId): Promise<string> =>
  documents.change(async (unit) => {
    const known = await unit.get(documentKeys, only)
    if (known) return known.data.secret
    const secret = `${newId()}${newId()}${newId()}`
    unit.put(documentKeys, only, { secret }, 0)
    return secret
  })
