import { type Document, isMap, isScalar, isSeq, type LineCounter, type Node } from 'yaml'
import type { z } from 'zod'
import { ImportRefused } from '../ledger/importing.ts'

export type YamlSource = { readonly file: string; readonly lines: LineCounter }

export const lineOf = (lines: LineCounter, node: Node | null): number | undefined =>
  node?.range ? lines.linePos(node.range[0]).line : undefined

/** Every fault that a schema found in a document: where it was written, and what to do. */
export const refusalsOf = (source: YamlSource, document: Document, cause: z.ZodError): readonly ImportRefused[] =>
  cause.issues.flatMap((issue) => partsOf(innermost(issue))).map((issue) => refusal(source, document, issue, cause))

function refusal({ file, lines }: YamlSource, document: Document, issue: Issue, cause: z.ZodError): ImportRefused {
  const { node, exact } = nodeAt(document.contents as Node | null, issue.path)
  const unknown = unknownKey(issue)
  return new ImportRefused(
    {
      file,
      line: (unknown !== undefined && lineOf(lines, keyOf(node, unknown))) || lineOf(lines, node),
      column: issue.path.join('.') || undefined,
      value: unknown ?? (exact && isScalar(node) ? String(node.value) : undefined),
      problem: unknown !== undefined ? 'nothing is known by this name' : problemOf(exact),
      remedy: `${remedyOf(issue, exact)}.`,
    },
    { cause },
  )
}

const problemOf = (exact: boolean): string => (exact ? 'the value cannot be used' : 'the field is missing')

type Issue = z.core.$ZodIssue

/** A union reports the issues of each branch; the branch with the fewest is the one that was meant. */
function innermost(issue: Issue): Issue {
  if (issue.code !== 'invalid_union') return issue
  const branch = [...issue.errors].sort((a, b) => a.length - b.length)[0]
  const inner = branch?.[0] && innermost(branch[0])
  return inner ? { ...inner, path: [...issue.path, ...inner.path] } : issue
}

/** Several unknown names are a fault each, on a line each. */
const partsOf = (issue: Issue): readonly Issue[] =>
  issue.code === 'unrecognized_keys' ? issue.keys.map((key) => ({ ...issue, keys: [key] })) : [issue]

const unknownKey = (issue: Issue): string | undefined =>
  issue.code === 'unrecognized_keys' ? issue.keys[0] : undefined

const kinds: Readonly<Record<string, string>> = {
  int: 'a whole number',
  number: 'a whole number',
  string: 'a text',
  array: 'a list',
  object: 'fields with their values',
  record: 'fields with their values',
}

/** What to do, in plain words; the schemas say the rest themselves. */
function remedyOf(issue: Issue, exact: boolean): string {
  const write = exact ? 'Write' : 'Add it:'
  switch (issue.code) {
    case 'invalid_type':
      return `${write} ${kinds[issue.expected] ?? issue.expected}`
    case 'invalid_value':
      return issue.values.length > 1
        ? `${write} one of ${issue.values.map(String).join(', ')}`
        : `${write} ${String(issue.values[0])}`
    case 'unrecognized_keys':
      return `Mend the spelling of "${issue.keys[0]}", or take it out`
    case 'too_small':
      return issue.origin === 'array' ? `Write ${issue.minimum} at least` : boundOf('more', issue.origin, issue.minimum)
    case 'too_big':
      return issue.origin === 'array' ? `Write ${issue.maximum} at most` : boundOf('less', issue.origin, issue.maximum)
    default:
      return issue.message
  }
}

function boundOf(than: 'more' | 'less', origin: string, bound: number | bigint): string {
  if (origin !== 'string') return `Write ${bound} or ${than}`
  return than === 'more' ? 'Write a text, or take it out' : `Write ${bound} characters at most`
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

/** Where a name was written, which can be far from where its map begins. */
function keyOf(node: Node | null, name: string): Node | null {
  if (!isMap(node)) return null
  const pair = node.items.find(({ key }) => isScalar(key) && String(key.value) === name)
  return (pair?.key as Node | undefined) ?? null
}
