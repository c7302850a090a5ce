import { createReadStream, type ReadStream } from 'node:fs'
import { open } from 'node:fs/promises'
import { basename } from 'node:path'
import { pipeline } from 'node:stream'
import { createGunzip } from 'node:zlib'
import { ImportRefused } from '../ledger/importing.ts'

const chunkBytes = 262_144
const startBytes = 65_536

/** The bytes of a file, decompressed where it is gzip, which may have several members. `onRead` hears of the bytes on disk. */
export async function* fileBytes(path: string, onRead: (bytes: number) => void = () => {}): AsyncGenerator<Uint8Array> {
  // Asked first: a stream of a file that is not there would fail while nobody listens, and end the process.
  const isPacked = await isGzip(path)
  const file = counted(createReadStream(path, { highWaterMark: chunkBytes }), onRead)
  if (!isPacked) {
    yield* file
    return
  }
  try {
    // Whoever stops reading early closes both streams; the loop below hears of every other fault.
    yield* pipeline(file, createGunzip({ chunkSize: chunkBytes }), () => {})
  } catch (error) {
    if (!isBrokenGzip(error)) throw error
    const problem = 'the gzip file is cut off or damaged'
    throw new ImportRefused({ file: basename(path), problem, remedy: 'Download it again' }, { cause: error })
  }
}

async function* counted(file: ReadStream, onRead: (bytes: number) => void): AsyncGenerator<Uint8Array> {
  for await (const chunk of file) {
    onRead(file.bytesRead)
    yield chunk
  }
}

/** The first 64 KiB of a file's text, without byte-order mark. */
export async function startOfFile(path: string): Promise<string> {
  const chunks: Uint8Array[] = []
  let length = 0
  for await (const chunk of fileBytes(path)) {
    chunks.push(chunk)
    length += chunk.length
    if (length >= startBytes) break
  }
  return new TextDecoder().decode(Buffer.concat(chunks).subarray(0, startBytes))
}

async function isGzip(path: string): Promise<boolean> {
  const file = await open(path)
  try {
    const { bytesRead, buffer } = await file.read(Buffer.alloc(2), 0, 2, 0)
    return bytesRead === 2 && buffer[0] === 0x1f && buffer[1] === 0x8b
  } finally {
    await file.close()
  }
}

const isBrokenGzip = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && ['Z_BUF_ERROR', 'Z_DATA_ERROR'].includes(String(error.code))
