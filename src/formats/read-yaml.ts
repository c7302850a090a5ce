import { type Document, isMap, isScalar, isSeq, LineCounter, type Node, parseAllDocuments } from 'yaml'
import type { z } from 'zod'
import { type ImportInput, ImportRefused } from '../ledger/importing.ts'
import { readText } from './read-csv.ts'

/** A document of a YAML file and the line it starts on. */
export type YamlDocument<T> = { readonly line: number; readonly data: T }

/** Files of ours hold a few kilobytes; a bigger one is no such file. */
const maxLength = 4 * 1024 * 1024

type Source = { readonly file: string; readonly lines: LineCounter }

/**
 * Reads every document of a YAML file and checks it. Scalars stay the text that was written, so that 12.50 never passes through a
 * binary number; only the fields that `integers` names are read as whole numbers. Throws ImportRefused with line, field and value.
 */
export async function readYaml<S extends z.ZodType>(
  input: ImportInput,
  schema: S,
  integers: readonly string[] = [],
): Promise<YamlDocument<z.input<S>>[]> {
  const { file } = input
  const text = await readText(input)
  if (text.length > maxLength)
    throw new ImportRefused({ file, problem: 'the file is far too large for its format', remedy: 'Split it.' })
  const lines = new LineCounter()
  const documents = parseAllDocuments(text, { schema: 'failsafe', lineCounter: lines, uniqueKeys: true })
  return (documents as Document[]).map((document) => {
    const data = withIntegers(plain({ file, lines }, document), integers)
    const read = schema.safeDecode(data as z.input<S>)
    if (!read.success) throw refusal({ file, lines }, document, read.error)
    return { line: lineOf(lines, document.contents as Node) ?? 1, data: data as z.input<S> }
  })
}

/** The document's plain value. Aliases are resolved, as far as they do not multiply without end. */
function plain({ file, lines }: Source, document: Document): unknown {
  const fault = document.errors[0]
  if (fault) throw broken(file, lines.linePos(fault.pos[0]).line, fault)
  try {
    return document.toJS()
  } catch (cause) {
    if (!(cause instanceof ReferenceError)) throw cause
    throw broken(file, lineOf(lines, document.contents as Node), cause)
  }
}

const broken = (file: string, line: number | undefined, cause: Error): ImportRefused => {
  const problem = `it is no YAML: ${cause.message.split(/ at line|\n/)[0]}`
  return new ImportRefused({ file, line, problem, remedy: 'Mend the line.' }, { cause })
}

function refusal({ file, lines }: Source, document: Document, cause: z.ZodError): ImportRefused {
  const issue = innermost(cause.issues[0])
  const { node, exact } = nodeAt(document.contents as Node | null, issue.path)
  return new ImportRefused(
    {
      file,
      line: lineOf(lines, node),
      column: issue.path.join('.') || undefined,
      value: exact && isScalar(node) ? String(node.value) : undefined,
      problem: exact ? 'the value cannot be used' : 'the field is missing',
      remedy: `${issue.message}.`,
    },
    { cause },
  )
}

const lineOf = (lines: LineCounter, node: Node | null): number | undefined =>
  node?.range ? lines.linePos(node.range[0]).line : undefined

/** A union reports the issues of each branch; the branch with the fewest is the one that was meant. */
function innermost(issue: z.core.$ZodIssue | undefined): { path: readonly PropertyKey[]; message: string } {
  if (!issue) return { path: [], message: 'The document has the wrong shape' }
  if (issue.code !== 'invalid_union') return issue
  const branch = [...issue.errors].sort((a, b) => a.length - b.length)[0]
  const inner = innermost(branch?.[0])
  return { path: [...issue.path, ...inner.path], message: inner.message }
}

/** The node at a path, or the nearest one above it that was written. */
function nodeAt(root: Node | null, path: readonly PropertyKey[]): { node: Node | null; exact: boolean } {
  let node = root
  for (const key of path) {
    const next = isMap(node) || isSeq(node) ? node.get(isSeq(node) ? Number(key) : String(key), true) : undefined
    if (!next) return { node, exact: false }
    node = next as Node
  }
  return { node, exact: true }
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
