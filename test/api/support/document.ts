import fc from 'fast-check'
import { z } from 'zod'
import type { Api } from './open-api.ts'

/** JSON Schema as far as the document has it. */
export type Schema = {
  readonly $ref?: string
  readonly type?: string
  readonly enum?: readonly string[]
  readonly const?: string
  readonly format?: string
  readonly pattern?: string
  readonly minLength?: number
  readonly maxLength?: number
  readonly minimum?: number
  readonly maximum?: number
  readonly items?: Schema
  readonly minItems?: number
  readonly maxItems?: number
  readonly properties?: Readonly<Record<string, Schema>>
  readonly required?: readonly string[]
}

type Content = Readonly<Record<string, { readonly schema: Schema }>>
type Parameter = { readonly name: string; readonly in: string; readonly required: boolean; readonly schema: Schema }
export type Operation = {
  readonly method: string
  readonly path: string
  readonly operationId: string
  readonly parameters: readonly Parameter[]
  readonly requestBody?: { readonly content: Content }
  readonly responses: Readonly<Record<string, { readonly content: Content }>>
  readonly 'x-saldo-ability': string
}

export type Document = {
  readonly operations: readonly Operation[]
  readonly schemas: Readonly<Record<string, Schema>>
  /** Why a response is not as the document says, or nothing. */
  faultOf(operation: Operation, got: { status: number; headers: Headers; body: unknown }): string | undefined
}

/** The document as the API serves it, and what it says of responses. Nothing of ours but what was served goes into it. */
export async function servedDocument(api: Api): Promise<Document> {
  const { status, body } = await api.ask('GET', '/openapi.json')
  if (status !== 200 || body.openapi !== '3.1.0') throw new Error('no document')
  const schemas: Record<string, Schema> = body.components.schemas
  const operations = Object.entries(body.paths as Record<string, Record<string, Operation>>).flatMap(([path, of]) =>
    Object.entries(of).map(([method, operation]) => ({
      ...operation,
      parameters: operation.parameters ?? [],
      method: method.toUpperCase(),
      path,
    })),
  )
  const validators = new Map<Schema, z.ZodType>()
  const validator = (schema: Schema): z.ZodType => {
    const known = validators.get(schema) ?? z.fromJSONSchema(inlined(schema, schemas) as never)
    validators.set(schema, known)
    return known
  }
  return {
    operations,
    schemas,
    faultOf({ responses, operationId }, { status, headers, body }) {
      const response = responses[String(status)]
      if (!response) return `${operationId} answered ${status}, which the document does not know`
      const type = (headers.get('content-type') ?? '').split(';')[0] ?? ''
      const content = response.content[type]
      if (!content) return `${operationId} ${status} is ${type}`
      const read = validator(content.schema).safeParse(body)
      return read.success ? undefined : `${operationId} ${status}: ${z.prettifyError(read.error)}`
    },
  }
}

const nameOf = ($ref: string): string => $ref.slice('#/components/schemas/'.length)

/** Without references: none of the schemas contains itself. */
export function inlined(schema: Schema, schemas: Readonly<Record<string, Schema>>): Schema {
  if (schema.$ref !== undefined) return inlined(schemas[nameOf(schema.$ref)] as Schema, schemas)
  const { items, properties } = schema
  return {
    ...schema,
    ...(items && { items: inlined(items, schemas) }),
    ...(properties && {
      properties: Object.fromEntries(Object.entries(properties).map(([name, of]) => [name, inlined(of, schemas)])),
    }),
  }
}

/** Values that a schema allows. `known` gives some of its own for named schemas, so that not every customer is unknown. */
export function valuesOf(
  schema: Schema,
  schemas: Document['schemas'],
  known: Readonly<Record<string, fc.Arbitrary<unknown>>>,
): fc.Arbitrary<unknown> {
  const of = (each: Schema) => valuesOf(each, schemas, known)
  if (schema.$ref !== undefined) {
    const name = nameOf(schema.$ref)
    return known[name] ?? of(schemas[name] as Schema)
  }
  if (schema.enum) return fc.constantFrom(...schema.enum)
  switch (schema.type) {
    case 'string':
      return textOf(schema)
    case 'integer':
      return fc.integer({ min: schema.minimum ?? 0, max: schema.maximum ?? 1000 })
    case 'boolean':
      return fc.boolean()
    case 'array':
      return fc.array(of(schema.items ?? {}), {
        minLength: schema.minItems ?? 0,
        maxLength: Math.min(schema.maxItems ?? 4, 4),
      })
    case 'object': {
      const properties = Object.entries(schema.properties ?? {}).map(([name, each]) => [name, of(each)] as const)
      return fc.record(Object.fromEntries(properties), { requiredKeys: [...(schema.required ?? [])] })
    }
    default:
      throw new Error(`no values of ${JSON.stringify(schema)}`)
  }
}

const days = fc.integer({ min: 0, max: 400 }).map((at) => new Date(Date.UTC(2026, 0, 1 + at)).toISOString())

function textOf({ format, pattern, minLength = 0, maxLength = 60 }: Schema): fc.Arbitrary<string> {
  if (format === 'date') return days.map((text) => text.slice(0, 10))
  if (format === 'date-time') return days
  if (format === 'uuid') return fc.uuid()
  if (pattern !== undefined) return fc.stringMatching(new RegExp(pattern))
  return fc.string({ minLength, maxLength: Math.min(maxLength, 60), unit: 'grapheme' })
}
