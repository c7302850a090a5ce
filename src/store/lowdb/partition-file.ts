import { readFileSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { type Adapter, Low } from 'lowdb'
import writeFileAtomic from 'write-file-atomic'
import { z } from 'zod'
import type { Json } from '../documents.ts'
import { StoreDamaged } from './store-damaged.ts'

/**
 * A partition file is one JSON object, id -> `{ revision, data }`, with one document on each line. It is read as lines, so that
 * one document of a big file is decoded without the others, and kept as it stands when a neighbour changes.
 */
export type PartitionLines = Map<string, string>

// What JSON.parse returned is JSON all through: only its presence is left to check.
const jsonSchema = z.custom<Json>((value) => value !== undefined, 'expected data')
const documentSchema = z.object({ revision: z.int().positive(), data: jsonSchema })
export type StoredDocument = z.output<typeof documentSchema>

export const lineOf = (revision: number, dataText: string): string => `{"revision":${revision},"data":${dataText}}`

/** Opens a partition as a lowdb database whose file is written whole, flushed and renamed, or removed when nothing is left. */
export async function openPartition(file: string): Promise<Low<PartitionLines>> {
  const adapter: Adapter<PartitionLines> = {
    read: async () => readPartition(file),
    write: (lines) => (lines.size === 0 ? rm(file, { force: true }) : writeFileAtomic(file, textOf(lines))),
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
  const text = readText(file)
  const lines: PartitionLines = new Map()
  if (text === undefined) return lines
  for (const line of text.split('\n').slice(1, -1)) {
    const end = line.indexOf('":{"revision":')
    if (end < 1 || !line.startsWith('"')) return reformatted(file, text)
    lines.set(JSON.parse(line.slice(0, end + 1)) as string, line.slice(end + 2, line.endsWith(',') ? -1 : undefined))
  }
  return text.startsWith('{\n') && text.endsWith('\n}') ? lines : reformatted(file, text)
}

/** Decodes one line. Throws StoreDamaged when it is not what this store writes. */
export function decodeLine(file: string, id: string, line: string): StoredDocument {
  try {
    return documentSchema.parse(JSON.parse(line))
  } catch (cause) {
    throw new StoreDamaged(file, `the document "${id}" is damaged`, { cause })
  }
}

function readText(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    throw error
  }
}

function textOf(lines: PartitionLines): string {
  const written: string[] = []
  for (const [id, line] of lines) written.push(`${JSON.stringify(id)}:${line}`)
  return `{\n${written.join(',\n')}\n}`
}

/** Somebody's editor may have laid the file out anew: it is still JSON. */
function reformatted(file: string, text: string): PartitionLines {
  try {
    const documents = z.record(z.string(), documentSchema).parse(JSON.parse(text))
    return new Map(
      Object.entries(documents).map(([id, { revision, data }]) => [id, lineOf(revision, JSON.stringify(data))]),
    )
  } catch (cause) {
    throw new StoreDamaged(file, 'is no complete file of documents', { cause })
  }
}
