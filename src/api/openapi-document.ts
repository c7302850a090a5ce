import { z } from 'zod'
import { base, type Endpoint } from './endpoint.ts'
import { pathParameters, queryParameters } from './openapi-parameters.ts'
import { components, problemWire } from './wire.ts'

type Schema = Readonly<Record<string, unknown>>

/** The OpenAPI 3.1 document of these endpoints: the schemas in it are those that requests are checked by. */
export function openApiDocument(endpoints: readonly Endpoint[], version: string): object {
  const schemas = componentSchemas()
  const paths: Record<string, Record<string, object>> = {}
  for (const endpoint of endpoints)
    paths[endpoint.path] = { ...paths[endpoint.path], [endpoint.method.toLowerCase()]: operationOf(endpoint) }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Saldo',
      version,
      description:
        "The billing desk's API for the partner's own systems. Money is exact text, a day is ISO, an instant is UTC. Lists come in pages: follow the Link header or `next` to the end.",
    },
    servers: [{ url: base }],
    security: [{ key: [] }],
    paths,
    components: {
      securitySchemes: { key: { type: 'http', scheme: 'bearer', description: 'A key of `saldo keys add`.' } },
      schemas,
    },
  }
}

const uri = (id: string): string => `#/components/schemas/${id}`

/** The named schemas, each with references to the others. */
function componentSchemas(): Record<string, Schema> {
  const { schemas } = z.toJSONSchema(components, { uri, io: 'input' })
  return Object.fromEntries(Object.entries(schemas).map(([id, schema]) => [id, bare(schema)]))
}

/** A schema where it is used: by its name where it has one. */
export function schemaOf(schema: z.ZodType): Schema {
  const id = components.get(schema)?.id
  if (id !== undefined) return { $ref: uri(id) }
  return bare(z.toJSONSchema(schema, { io: 'input', metadata: components, external: undefined } as never))
}

/** JSON Schema's own words for a document of its own: here the OpenAPI document is the one. */
function bare({ $schema: _schema, $id: _id, id: _name, ...schema }: Record<string, unknown>): Schema {
  return schema
}

function operationOf(endpoint: Endpoint): object {
  const { name, does, more, ability, run, needsIdempotencyKey } = endpoint
  const parameters = [
    ...pathParameters(endpoint, schemaOf),
    ...queryParameters(endpoint, schemaOf),
    ...(run.kind === 'act' ? [idempotencyKey(needsIdempotencyKey === true)] : []),
  ]
  return {
    operationId: name,
    summary: does,
    description: [more, `Needs a role that allows \`${ability}\`.`].filter(Boolean).join(' '),
    ...(parameters.length > 0 && { parameters }),
    ...(endpoint.body && { requestBody: { required: true, content: bodyContent(endpoint, endpoint.body) } }),
    responses: responsesOf(endpoint),
    'x-saldo-ability': ability,
  }
}

const idempotencyKey = (required: boolean): object => ({
  name: 'Idempotency-Key',
  in: 'header',
  required,
  description:
    'What the caller calls this request. The same request again within 24 hours gets the same answer and does nothing.',
  schema: { type: 'string', pattern: '^[\\x21-\\x7e]{1,128}$' },
})

const bodyContent = ({ document }: Endpoint, body: z.ZodType): object => ({
  'application/json': { schema: schemaOf(body) },
  ...(document && { [document.type]: { schema: { type: 'string' } } }),
})

const usualProblems: Readonly<Record<string, string>> = {
  400: 'It cannot be read, or is not as this document says: `errors` says where.',
  401: 'No key, or one that is wrong, expired or revoked.',
  403: 'No role of the key allows it.',
  404: 'What it is about is not known.',
  429: 'The key asks too often: see Retry-After.',
  500: 'A fault of ours.',
}
const problemsOfActs: Readonly<Record<string, string>> = {
  409: 'It contradicts what is here already, or a request with this Idempotency-Key goes on.',
  413: 'The body is too large.',
  415: 'The body is of another type.',
  422: 'It is understood and cannot be done, or the Idempotency-Key was used otherwise.',
  503: 'Others change the same: see Retry-After.',
}

function responsesOf({ answers, run }: Endpoint): object {
  const problems = { ...usualProblems, ...(run.kind === 'act' && problemsOfActs) }
  const content = { 'application/problem+json': { schema: schemaOf(problemWire) } }
  return {
    ...Object.fromEntries(
      Object.entries(answers).map(([status, { says, schema }]) => [
        status,
        { description: says, content: { 'application/json': { schema: schemaOf(schema) } } },
      ]),
    ),
    ...Object.fromEntries(Object.entries(problems).map(([status, description]) => [status, { description, content }])),
  }
}
