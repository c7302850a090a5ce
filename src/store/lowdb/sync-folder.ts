import { open } from 'node:fs/promises'

/** Makes the names in a folder durable: a new, renamed or removed file is safe from a power cut only after this. */
export async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}
