/** A file that somebody attached. */
export type SharedFile = { readonly id: string; readonly name: string; readonly bytes: Buffer }

type Kept = SharedFile & { message?: string }

const maxFiles = 100
const maxBytes = 64 * 1024 * 1024

/** The files people attach, in memory: the newest of them, for trying out. */
export function sharedFiles() {
  const kept = new Map<string, Kept>()
  let size = 0
  return {
    keep(file: SharedFile): void {
      kept.set(file.id, { ...file })
      size += file.bytes.length
      for (const [id, { bytes }] of kept) {
        if (kept.size <= maxFiles && size <= maxBytes) break
        kept.delete(id)
        size -= bytes.length
      }
    },
    find: (id: string): SharedFile | undefined => kept.get(id),
    /** Notes which message they went with. Those that are gone, or went with another, are left out. */
    attach(message: string, ids: readonly string[]): readonly SharedFile[] {
      const found = ids.map((id) => kept.get(id)).filter((file) => file && (file.message ?? message) === message)
      for (const file of found as Kept[]) file.message = message
      return found as Kept[]
    },
    /** The files of a message: an edit of its words leaves them. */
    with: (message: string): readonly SharedFile[] => [...kept.values()].filter((file) => file.message === message),
  }
}
export type SharedFiles = ReturnType<typeof sharedFiles>
