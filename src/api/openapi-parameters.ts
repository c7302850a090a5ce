import { z } from 'zod'
import type { Endpoint } from './endpoint.ts'

type SchemaOf = (schema: z.ZodType) => object

export const pathParameters = ({ params }: Endpoint, schemaOf: SchemaOf): object[] =>
  parametersOf('path', params, schemaOf)

export const queryParameters = ({ query }: Endpoint, schemaOf: SchemaOf): object[] =>
  parametersOf('query', query, schemaOf)

const parametersOf = (place: 'path' | 'query', object: z.ZodObject | undefined, schemaOf: SchemaOf): object[] =>
  Object.entries(object?.shape ?? {}).map(([name, field]) => {
    const optional = field instanceof z.ZodOptional
    const schema = (optional ? field.unwrap() : field) as z.ZodType
    const description = (field as z.ZodType).description ?? schema.description
    return {
      name,
      in: place,
      required: !optional,
      ...(description !== undefined && { description }),
      schema: schemaOf(schema),
    }
  })
