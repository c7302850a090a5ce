import { type Document, LineCounter, type Node, parseAllDocuments } from 'yaml'
import type { z } from 'zod'
import { type ImportInput, ImportRefused } from '../ledger/importing.ts'
import { readText } from './read-csv.ts'
import { lineOf, refusalsOf, type YamlSource } from './yaml-refusals.ts'

/** A document of a YAML file and the line it starts on. */
export type YamlDocument<T> = { readonly line: number; readonly data: T }

/** What a file holds: the documents that are right, and all that is wrong with the others, in the file's order. */
export type ExaminedYaml<T> = {
  readonly documents: readonly YamlDocument<T>[]
  readonly refusals: readonly ImportRefused[]
  /** The others as they were written, as far as they are YAML. */
  readonly faulty: readonly unknown[]
}

/** Files of ours hold a few kilobytes; a bigger one is no such file. */
const maxLength = 4 * 1024 * 1024

/**
 * Reads every document of a YAML file and checks it. Scalars stay the text that was written, so that 12.50 never passes through a
 * binary number; only the fields that `integers` names are read as whole numbers. Throws ImportRefused with line, field and value.
 */
export async function readYaml<S extends z.ZodType>(
  input: Pick<ImportInput, 'file' | 'open'>,
  schema: S,
  integers: readonly string[] = [],
): Promise<readonly YamlDocument<z.input<S>>[]> {
  const { documents, refusals } = await examineYaml(input, schema, integers)
  if (refusals[0]) throw refusals[0]
  return documents
}

/** The same, for whoever mends the file: every fault of it at once. Throws ImportRefused only where there is no text to read. */
export async function examineYaml<S extends z.ZodType>(
  input: Pick<ImportInput, 'file' | 'open'>,
  schema: S,
  integers: readonly string[] = [],
): Promise<ExaminedYaml<z.input<S>>> {
  const { file } = input
  const text = await readText(input)
  if (text.length > maxLength)
    throw new ImportRefused({ file, problem: 'the file is far too large for its format', remedy: 'Split it.' })
  const lines = new LineCounter()
  const source = { file, lines }
  const documents: YamlDocument<z.input<S>>[] = []
  const refusals: ImportRefused[] = []
  const faulty: unknown[] = []
  for (const document of parseAllDocuments(text, { schema: 'failsafe', lineCounter: lines, uniqueKeys: true })) {
    const read = plain(source, document as Document)
    if ('refusals' in read) {
      refusals.push(...read.refusals)
      continue
    }
    const data = withIntegers(read.value, integers) as z.input<S>
    const checked = schema.safeDecode(data)
    if (checked.success) documents.push({ line: lineOf(lines, document.contents as Node) ?? 1, data })
    else {
      refusals.push(...refusalsOf(source, document as Document, checked.error))
      faulty.push(data)
    }
  }
  return { documents, refusals, faulty }
}

type Plain = { readonly value: unknown } | { readonly refusals: readonly ImportRefused[] }

/** The document's plain value. Aliases are resolved, as far as they do not multiply without end. */
function plain({ file, lines }: YamlSource, document: Document): Plain {
  if (document.errors.length > 0)
    return { refusals: document.errors.map((fault) => broken(file, lines.linePos(fault.pos[0]).line, fault)) }
  try {
    return { value: document.toJS() }
  } catch (cause) {
    if (!(cause instanceof ReferenceError)) throw cause
    return { refusals: [broken(file, lineOf(lines, document.contents as Node), cause)] }
  }
}

const broken = (file: string, line: number | undefined, cause: Error): ImportRefused => {
  const problem = `it is no YAML: ${cause.message.split(/ at line|\n/)[0]}`
  return new ImportRefused({ file, line, problem, remedy: 'Mend the line.' }, { cause })
}

function withIntegers(value: unknown, integers: readonly string[]): unknown {
  if (Array.isArray(value)) return value.map((each) => withIntegers(each, integers))
  if (typeof value !== 'object' || value === null) return value
  const isInteger = (key: string, each: unknown) =>
    integers.includes(key) && typeof each === 'string' && /^\d{1,9}$/.test(each)
  const entries = Object.entries(value).map(([key, each]) => [
    key,
    isInteger(key, each) ? Number(each) : withIntegers(each, integers),
  ])
  return Object.fromEntries(entries)
}
