import { createHash } from 'node:crypto'
import type { IncomingMessage } from 'node:http'
import { z } from 'zod'
import { base, type Endpoint } from './endpoint.ts'
import { type Finding, Problem } from './problem.ts'
import { jsonOf, readRawBody, textOf } from './read-body.ts'

export type Input = {
  readonly params: unknown
  readonly query: unknown
  readonly body: unknown
  readonly digest: string
}

/** Reads and checks all that a request says, by the schemas that the document shows. Throws Problem. */
export async function readInput(endpoint: Endpoint, request: IncomingMessage): Promise<Input> {
  const url = new URL(request.url ?? '', 'http://localhost')
  const params = endpoint.params && checked('path', endpoint.params, paramsOf(endpoint.path, url.pathname))
  const query = checked('query', endpoint.query ?? z.strictObject({}), queryOf(url.searchParams, endpoint.query))
  const { body, digest } = await bodyOf(endpoint, request)
  return { params, query, body, digest }
}

function checked(where: string, schema: z.ZodType, value: unknown): unknown {
  const read = schema.safeParse(value)
  if (read.success) return read.data
  const errors = read.error.issues.slice(0, 20).map((issue) => findingOf(where, issue))
  throw new Problem('not-valid', `The ${where} is not as the document says: ${errors[0]?.at} ${errors[0]?.says}.`, {
    errors,
  })
}

const findingOf = (where: string, { path, message }: z.core.$ZodIssue): Finding => ({
  at: [where, ...path.map(String)].join('/'),
  says: message,
})

function paramsOf(template: string, pathname: string): Record<string, string> {
  const values = pathname.slice(base.length).split('/')
  const params: Record<string, string> = {}
  for (const [at, part] of template.split('/').entries()) {
    if (part.startsWith('{')) params[part.slice(1, -1)] = decoded(values[at] ?? '')
  }
  return params
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch (cause) {
    throw new Problem('not-readable', 'The path is not encoded as addresses are.', { cause })
  }
}

/** Texts as they are, and numbers and booleans where the schema wants them. */
function queryOf(given: URLSearchParams, schema: z.ZodObject | undefined): Record<string, unknown> {
  const query: Record<string, unknown> = {}
  for (const [name, text] of given) {
    if (Object.hasOwn(query, name))
      throw new Problem('not-valid', `The query says ${JSON.stringify(name.slice(0, 40))} twice.`)
    query[name] = readAs(text, schema?.shape[name])
  }
  return query
}

function readAs(text: string, schema: z.core.$ZodType | undefined): unknown {
  const inner = schema instanceof z.ZodOptional ? schema.unwrap() : schema
  if (inner instanceof z.ZodNumber && /^-?\d{1,9}$/.test(text)) return Number(text)
  if (inner instanceof z.ZodBoolean && /^(true|false)$/.test(text)) return text === 'true'
  return text
}

async function bodyOf(endpoint: Endpoint, request: IncomingMessage): Promise<{ body: unknown; digest: string }> {
  if (!endpoint.body) return { body: undefined, digest: digestOf(Buffer.alloc(0)) }
  const { document } = endpoint
  const raw = await readRawBody(request, ['application/json', ...(document ? [document.type] : [])])
  const value = document && raw.type === document.type ? document.as(textOf(raw.bytes)) : jsonOf(raw.bytes)
  return { body: checked('body', endpoint.body, value), digest: digestOf(raw.bytes) }
}

const digestOf = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex')
