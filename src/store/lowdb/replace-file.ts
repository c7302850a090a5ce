import { open, rename, rm } from 'node:fs/promises'

/** What a file is called while its next content is written. Left behind only by a killed process. */
export const unfinished = '.new'

/**
 * Replaces a file in one step: its name stands for the old content or the whole new one, on disk, whatever happens meanwhile.
 * Written out here because write-file-atomic asks the system once and does not look how much of it was taken: on a full disk it
 * renames a short file over the good one. The caller syncs the folder, and writes a file from one place at a time.
 */
export async function replaceFile(file: string, bytes: Buffer): Promise<void> {
  try {
    const next = await open(file + unfinished, 'w', 0o600)
    try {
      await next.writeFile(bytes)
      await next.sync()
    } finally {
      await next.close()
    }
    await rename(file + unfinished, file)
  } catch (error) {
    await rm(file + unfinished, { force: true })
    throw error
  }
}
