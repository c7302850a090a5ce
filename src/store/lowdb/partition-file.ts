import { readFileSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { type Adapter, Low } from 'lowdb'
import { z } from 'zod'
import type { Json } from '../documents.ts'
import { replaceFile } from './replace-file.ts'
import { StoreDamaged } from './store-damaged.ts'

/**
 * A partition file is one JSON object, id -> `{ revision, data }`, with one document on each line. It is read as lines, so that
 * one document of a big file is decoded without the others, and kept byte for byte when a neighbour changes.
 */
export type PartitionLines = Map<string, Buffer>

// What JSON.parse returned is JSON all through: only its presence is left to check.
const jsonSchema = z.custom<Json>((value) => value !== undefined, 'expected data')
const documentSchema = z.object({ revision: z.int().positive(), data: jsonSchema })
type StoredDocument = z.output<typeof documentSchema>

export const lineOf = (revision: number, json: Buffer): Buffer =>
  Buffer.concat([Buffer.from(`{"revision":${revision},"data":`), json, Buffer.from('}')])

/** Opens a partition as a lowdb database whose file is written whole, flushed and renamed, or removed when nothing is left. */
export async function openPartition(file: string): Promise<Low<PartitionLines>> {
  const adapter: Adapter<PartitionLines> = {
    read: async () => readPartition(file),
    write: (lines) => (lines.size === 0 ? rm(file, { force: true }) : replaceFile(file, bytesOf(lines))),
  }
  const low = new Low<PartitionLines>(adapter, new Map())
  await low.read()
  return low
}

/**
 * Reads a partition's lines; none when there is no file. Synchronous on purpose: from the page cache it takes microseconds, a
 * round through the thread pool ten times that, and no checkpoint can slip between looking a document up and reading it.
 */
export function readPartition(file: string): PartitionLines {
  const bytes = readBytes(file)
  const lines: PartitionLines = new Map()
  if (!bytes) return lines
  const end = bytes.length - closing.length
  if (!startsWith(bytes, 0, opening) || !startsWith(bytes, end, closing)) return reformatted(file, bytes)
  for (let at = opening.length; at < end; ) {
    const next = bytes.indexOf('\n', at)
    const middle = bytes.indexOf('":{"revision":', at)
    if (bytes[at] !== quote || middle < 0 || middle > next) return reformatted(file, bytes)
    const id = JSON.parse(bytes.toString('utf8', at, middle + 1)) as string
    lines.set(id, bytes.subarray(middle + 2, bytes[next - 1] === comma ? next - 1 : next))
    at = next + 1
  }
  return lines
}

const opening = Buffer.from('{\n')
const separator = Buffer.from(',\n')
const closing = Buffer.from('\n}')
const [quote, comma] = Buffer.from('",')

const startsWith = (bytes: Buffer, at: number, start: Buffer): boolean =>
  at >= 0 && bytes.subarray(at, at + start.length).equals(start)

/** Decodes one line. Throws StoreDamaged when it is not what this store writes. */
export function decodeLine(file: string, id: string, line: Buffer): StoredDocument {
  try {
    return documentSchema.parse(JSON.parse(line.toString()))
  } catch (cause) {
    throw new StoreDamaged(file, `the document "${id}" is damaged`, { cause })
  }
}

function readBytes(file: string): Buffer | undefined {
  try {
    return readFileSync(file)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    throw error
  }
}

function bytesOf(lines: PartitionLines): Buffer {
  const pieces = [...lines].flatMap(([id, line], at) => [
    at === 0 ? opening : separator,
    Buffer.from(`${JSON.stringify(id)}:`),
    line,
  ])
  return Buffer.concat([...pieces, closing])
}

/** Somebody's editor may have laid the file out anew: it is still JSON. */
function reformatted(file: string, bytes: Buffer): PartitionLines {
  try {
    const documents = z.record(z.string(), documentSchema).parse(JSON.parse(bytes.toString()))
    const lines = Object.entries(documents).map(
      ([id, { revision, data }]) => [id, lineOf(revision, Buffer.from(JSON.stringify(data)))] as const,
    )
    return new Map(lines)
  } catch (cause) {
    throw new StoreDamaged(file, 'is no complete file of documents', { cause })
  }
}
