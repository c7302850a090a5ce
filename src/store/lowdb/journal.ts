import { readdirSync, readFileSync } from 'node:fs'
import { type FileHandle, mkdir, open, rm, truncate } from 'node:fs/promises'
import { join } from 'node:path'
import { frameOf, type JournalChange, readSegment, sizeOf } from './journal-frame.ts'
import { syncFolder } from './sync-folder.ts'

const segmentName = (number: number): string => `${String(number).padStart(8, '0')}.journal`

/**
 * The append-only journal, cut into numbered segments. A segment is removed when everything in it stands in partition files, the
 * oldest first, so that what remains is always an unbroken end of history.
 */
export class Journal {
  readonly #folder: string
  #segments: number[]
  #next: number
  #handle: FileHandle | undefined
  #bytes = 0
  #fault: Error | undefined

  private constructor(folder: string, segments: number[]) {
    this.#folder = folder
    this.#segments = segments
    this.#next = (segments.at(-1) ?? 0) + 1
  }

  /** Opens the journal of a data folder. `replay` gets every change in order before anything is appended. */
  static async open(dataFolder: string, replay: (change: JournalChange, segment: number) => void): Promise<Journal> {
    const folder = join(dataFolder, 'journal')
    await mkdir(folder, { recursive: true, mode: 0o700 })
    await syncFolder(dataFolder)
    const segments = readdirSync(folder)
      .filter((name) => /^\d{8}\.journal$/.test(name))
      .map((name) => Number.parseInt(name, 10))
      .sort((a, b) => a - b)
    for (const number of segments) {
      await replaySegment(join(folder, segmentName(number)), number, number === segments.at(-1), replay)
    }
    return new Journal(folder, segments)
  }

  /** The segment that the next frame goes to. */
  get segment(): number {
    return this.#handle ? this.#next - 1 : this.#next
  }

  /** Why nothing more can be written, if so. */
  get fault(): Error | undefined {
    return this.#fault
  }

  /** Writes units and resolves when they are on disk. When it throws, none of them is, nor will be. */
  async append(units: readonly (readonly Buffer[])[]): Promise<void> {
    if (this.#fault) throw this.#fault
    const handle = this.#handle ?? (await this.#begin())
    const frame = frameOf(units)
    try {
      this.#bytes += await writeAll(handle, frame)
    } catch (cause) {
      await this.#undo(handle, cause)
      throw new Error(`the journal could not be written: ${(cause as Error).message}`, { cause })
    }
  }

  /** Ends the current segment unless it is empty. Returns the last that ended; the next frame goes to another. */
  async rotate(): Promise<number> {
    if (this.#handle && this.#bytes === 0) return this.#next - 2
    await this.#handle?.close()
    this.#handle = undefined
    return this.#next - 1
  }

  async removeThrough(number: number): Promise<void> {
    for (const segment of this.#segments.filter((each) => each <= number)) {
      await rm(join(this.#folder, segmentName(segment)), { force: true })
    }
    this.#segments = this.#segments.filter((each) => each > number)
    await syncFolder(this.#folder)
  }

  async close(): Promise<void> {
    await this.#handle?.close()
    this.#handle = undefined
  }

  async #begin(): Promise<FileHandle> {
    const number = this.#next++
    this.#handle = await open(join(this.#folder, segmentName(number)), 'ax', 0o600)
    this.#segments.push(number)
    this.#bytes = 0
    await syncFolder(this.#folder)
    return this.#handle
  }

  /** After a failed write (a full disk) the segment is cut back to what was acknowledged. Failing that, nothing is written any more. */
  async #undo(handle: FileHandle, cause: unknown): Promise<void> {
    try {
      await handle.truncate(this.#bytes)
      await handle.datasync()
    } catch {
      this.#fault = new Error('the journal is broken off: free the disk and start again', { cause })
    }
  }
}

/**
 * Writes a frame to the disk and returns its bytes. A disk that is nearly full takes a part of what it is given and reports no
 * fault until it is asked for the rest.
 */
async function writeAll(handle: FileHandle, frame: readonly Buffer[]): Promise<number> {
  const length = sizeOf(frame)
  const { bytesWritten } = await handle.writev(frame)
  if (bytesWritten < length) await handle.appendFile(Buffer.concat(frame).subarray(bytesWritten))
  await handle.datasync()
  return length
}

async function replaySegment(
  file: string,
  segment: number,
  isLast: boolean,
  replay: (change: JournalChange, segment: number) => void,
): Promise<void> {
  const bytes = readFileSync(file)
  const { changes, wholeBytes } = readSegment(file, bytes, isLast)
  for (const change of changes) replay(change, segment)
  if (wholeBytes === bytes.length) return
  await truncate(file, wholeBytes)
  const handle = await open(file, 'r+')
  await handle.datasync()
  await handle.close()
}
