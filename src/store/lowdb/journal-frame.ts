import { crc32 } from 'node:zlib'
import { z } from 'zod'
import type { Json } from '../documents.ts'
import type { DurableWrite } from './durable-write.ts'
import { StoreDamaged } from './store-damaged.ts'

/**
 * A frame is all that one fsync makes durable: `<bytes> <crc32> <JSON>` and a line feed. Its JSON is a list of units of work, each a
 * list of changes: `[collection, id, revision, data]` for a put, `[collection, id]` for a removal. Changes are absolute, so that
 * replaying a suffix of the journal in order, any number of times, over files of any age within it ends in the same state.
 */
const changeSchema = z.union([
  z.tuple([z.string(), z.string()]),
  z.tuple([z.string(), z.string(), z.int().positive(), z.custom<Json>((value) => value !== undefined)]),
])
const frameSchema = z.array(z.array(changeSchema))
export type JournalChange = z.output<typeof changeSchema>

/** A unit in pieces: documents are big, and joining them would copy each once more on its way to the disk. */
export function unitPieces(writes: readonly DurableWrite[]): Buffer[] {
  const pieces: Buffer[] = []
  for (const { collection, id, expected, json } of writes) {
    const start = `${pieces.length === 0 ? '[[' : '],['}${JSON.stringify(collection)},${JSON.stringify(id)}`
    if (json) pieces.push(Buffer.from(`${start},${expected + 1},`), json)
    else pieces.push(Buffer.from(start))
  }
  return [...pieces, Buffer.from(']]')]
}

/** One frame of these units, in pieces. */
export function frameOf(units: readonly (readonly Buffer[])[]): Buffer[] {
  const pieces = units.flatMap((unit, at) => [Buffer.from(at === 0 ? '[' : ','), ...unit])
  pieces.push(Buffer.from(']'))
  const crc = pieces.reduce((sum, piece) => crc32(piece, sum), 0)
  return [Buffer.from(`${sizeOf(pieces)} ${hexOf(crc)} `), ...pieces, Buffer.from('\n')]
}

export const sizeOf = (pieces: readonly Buffer[]): number => pieces.reduce((sum, piece) => sum + piece.length, 0)

const hexOf = (crc: number): string => crc.toString(16).padStart(8, '0')
const checksum = (bytes: Buffer): string => hexOf(crc32(bytes))

type SegmentContent = {
  readonly changes: Iterable<JournalChange>
  /** The bytes up to which the segment is whole; after them comes what an interrupted write left. */
  readonly wholeBytes: number
}

/**
 * Reads a segment. A frame is begun only when the one before is on disk, so a broken frame with a whole one after it, or in a
 * segment that has a successor, was damaged later: that is refused with StoreDamaged. A broken end is what a killed process
 * leaves of a write that nobody was told of: it is left out.
 */
export function readSegment(file: string, bytes: Buffer, isLast: boolean): SegmentContent {
  const bodies: Buffer[] = []
  let at = 0
  while (at < bytes.length) {
    const end = bytes.indexOf(10, at)
    const body = end < 0 ? undefined : bodyOf(bytes.subarray(at, end))
    if (!body) break
    bodies.push(body)
    at = end + 1
  }
  if (at < bytes.length && (!isLast || hasWholeFrame(bytes, at))) {
    throw new StoreDamaged(file, `the journal is damaged at byte ${at}, before changes that were acknowledged`)
  }
  return { changes: changesOf(file, bodies), wholeBytes: at }
}

function bodyOf(line: Buffer): Buffer | undefined {
  const [, length, crc] = /^(\d{1,10}) ([0-9a-f]{8}) /.exec(line.toString('latin1', 0, 20)) ?? []
  if (length === undefined || crc === undefined) return undefined
  const body = line.subarray(length.length + 10)
  return body.length === Number(length) && checksum(body) === crc ? body : undefined
}

function hasWholeFrame(bytes: Buffer, from: number): boolean {
  for (let end = bytes.indexOf(10, from); end >= 0; end = bytes.indexOf(10, end + 1)) {
    const next = bytes.indexOf(10, end + 1)
    if (next >= 0 && bodyOf(bytes.subarray(end + 1, next))) return true
  }
  return false
}

function* changesOf(file: string, bodies: readonly Buffer[]): Iterable<JournalChange> {
  for (const body of bodies) {
    const frame = frameSchema.safeParse(JSON.parse(body.toString()))
    if (!frame.success)
      throw new StoreDamaged(file, 'the journal holds a change of a form that this version does not know')
    yield* frame.data.flat()
  }
}
