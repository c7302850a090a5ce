// TypeScript does not know the third argument yet (JSON.parse source text access, Node 21 and later).
type Reviver = (name: string, value: unknown, context: { readonly source?: string }) => unknown
const parse = JSON.parse as (text: string, reviver?: Reviver) => unknown

/** More digits than a binary floating point number keeps. */
const longNumber = /[:[,]\s*-?[\d.]{16}/

const asWritten: Reviver = (_, value, { source }) => (typeof value === 'number' ? (source ?? String(value)) : value)

/**
 * The attributes of one line as the cells of a CSV file would have them: numbers with all their digits, arrays and objects as JSON,
 * null as nothing. Undefined when the line is no JSON object.
 */
export function jsonLine(line: string): (readonly [name: string, cell: string])[] | undefined {
  try {
    const parsed = longNumber.test(line) ? parse(line, asWritten) : parse(line)
    if (typeof parsed !== 'object' || parsed === null || Array.isArray(parsed)) return undefined
    return Object.entries(parsed).map(([name, value]) => [name, cellOf(value)])
  } catch (error) {
    // The engine's message quotes the line: what stands there stays out of every message.
    if (error instanceof SyntaxError) return undefined
    throw error
  }
}

function cellOf(value: unknown): string {
  if (typeof value === 'string') return value
  if (value === null || value === undefined) return ''
  return typeof value === 'object' ? JSON.stringify(value) : String(value)
}
