import { type FileHandle, open } from 'node:fs/promises'
import { join } from 'node:path'

/** The kernel's limit for the path of a Unix socket is 107 bytes on Linux and 103 on macOS. */
const longestPath = 103

/**
 * Runs `use` with a path to the folder's socket that is short enough for the kernel. A long one goes through this process's own
 * handle of the folder (Linux); elsewhere it throws RangeError that asks for a shorter folder.
 */
export async function withOwnerSocket<T>(folder: string, use: (path: string) => Promise<T>): Promise<T> {
  const path = join(folder, 'saldo.sock')
  if (Buffer.byteLength(path) <= longestPath) return use(path)
  if (process.platform !== 'linux')
    throw new RangeError(`${folder} is too long for a socket: choose a shorter folder with SALDO_DATA`)
  const handle: FileHandle = await open(folder, 'r')
  try {
    return await use(`/proc/self/fd/${handle.fd}/saldo.sock`)
  } finally {
    await handle.close()
  }
}
