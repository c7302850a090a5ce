import { isMap, isScalar, isSeq, LineCounter, type Node, parseAllDocuments } from 'yaml'
import type { z } from 'zod'
import { type ImportInput, ImportRefused } from '../ledger/importing.ts'
import { readText } from './read-csv.ts'

/** A document of a YAML file and the line it starts on. */
export type YamlDocument<T> = { readonly line: number; readonly data: T }

/** Files of ours hold a few kilobytes; a bigger one is no such file. */
const maxLength = 4 * 1024 * 1024

/**
 * Reads every document of a YAML file and checks it. Scalars stay the text that was written, so that 12.50 never passes through a
 * binary number; only the fields that `integers` names are read as whole numbers. Throws ImportRefused with line, field and value.
 */
export async function readYaml<S extends z.ZodType>(
  input: ImportInput,
  schema: S,
  integers: readonly string[] = [],
): Promise<YamlDocument<z.input<S>>[]> {
  const text = await readText(input)
  if (text.length > maxLength)
    throw new ImportRefused({
      file: input.file,
      problem: 'the file is far too large for its format',
      remedy: 'Split it.',
    })
  const lines = new LineCounter()
  const documents = parseAllDocuments(text, { schema: 'failsafe', lineCounter: lines, uniqueKeys: true })
  const lineAt = (offset: number | undefined) => (offset === undefined ? undefined : lines.linePos(offset).line)
  if (!Array.isArray(documents)) return []
  return documents.map((document) => {
    const fault = document.errors[0]
    if (fault)
      throw new ImportRefused(
        {
          file: input.file,
          line: lineAt(fault.pos[0]),
          problem: fault.message.split('\n')[0] ?? 'no YAML',
          remedy: 'Mend the YAML.',
        },
        { cause: fault },
      )
    const line = lineAt(document.contents?.range?.[0]) ?? 1
    const data = withIntegers(document.toJS({ maxAliasCount: 0 }), integers)
    const read = schema.safeDecode(data as z.input<S>)
    if (read.success) return { line, data: data as z.input<S> }
    const issue = innermost(read.error.issues[0])
    const at = nodeAt(document.contents as Node | null, issue.path)
    throw new ImportRefused(
      {
        file: input.file,
        line: lineAt(at.node?.range?.[0]) ?? line,
        column: issue.path.join('.') || undefined,
        value: at.exact && isScalar(at.node) ? String(at.node.value) : undefined,
        problem: at.exact ? 'the value cannot be used' : 'the field is missing',
        remedy: `${issue.message}.`,
      },
      { cause: read.error },
    )
  })
}

/** A union reports one list of issues a branch; the branch that came furthest into the value is the one that was meant. */
function innermost(issue: z.core.$ZodIssue | undefined): { path: readonly PropertyKey[]; message: string } {
  if (!issue) return { path: [], message: 'the document has the wrong shape' }
  if (issue.code !== 'invalid_union') return issue
  const branches = issue.errors.flatMap((branch) => branch.slice(0, 1).map(innermost))
  const deepest = branches.sort((a, b) => b.path.length - a.path.length)[0]
  return deepest ? { path: [...issue.path, ...deepest.path], message: deepest.message } : issue
}

/** The node at a path, or the nearest one above it that was written. */
function nodeAt(root: Node | null, path: readonly PropertyKey[]): { node: Node | null; exact: boolean } {
  let node = root
  for (const key of path) {
    const next = isMap(node) ? node.get(String(key), true) : isSeq(node) ? node.get(Number(key), true) : undefined
    if (!next) return { node, exact: false }
    node = next as Node
  }
  return { node, exact: true }
}

function withIntegers(value: unknown, integers: readonly string[]): unknown {
  if (Array.isArray(value)) return value.map((each) => withIntegers(each, integers))
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value).map(([key, each]) =>
    integers.includes(key) && typeof each === 'string' && /^\d{1,9}$/.test(each)
      ? [key, Number(each)]
      : [key, withIntegers(each, integers)],
  )
  return Object.fromEntries(entries)
}
