import { z } from 'zod'
import type { CustomerId } from '../values/ids.ts'
import type { Money } from '../values/money.ts'
import { moneyJson } from '../values/money.ts'

// How values look in the API's JSON. Plain JSON Schema can say all of it: what is checked beyond that is said by the endpoint.

/** Every schema that has a name in the OpenAPI document. */
export const components = z.registry<{ id: string; description?: string }>()

/** Gives a schema a name in the document, under `components/schemas`. */
export function component<S extends z.ZodType>(id: string, description: string, schema: S): S {
  components.add(schema, { id, description })
  return schema
}

export const moneyWire = component(
  'Money',
  'An exact amount. The amount has no more digits than its currency.',
  z.strictObject({
    amount: z.string().regex(/^-?\d{1,15}(\.\d{1,4})?$/),
    currency: z.string().regex(/^[A-Z]{3}$/),
  }),
)
export const dayWire = z.iso.date()
export const instantWire = z.iso.datetime()
const guid = '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}'
export const customerWire = component(
  'CustomerId',
  'A customer: the tenant of the Partner Center account, a dot, and the tenant of the customer.',
  z.string().regex(new RegExp(`^${guid}\\.${guid}$`)),
)
/** A bill as people call it: the legal number or Saldo's own. */
export const billNumberWire = z.string().min(1).max(100)

export const customerOf = (text: string): CustomerId => text as CustomerId

/** Money as it leaves; for places that hold none it stays away. */
export const moneyOut = (value: Money): z.output<typeof moneyWire> => ({ ...moneyJson(value) })

export const problemWire = component(
  'Problem',
  'Why a request was not served (RFC 9457). Nothing was changed.',
  z.strictObject({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    detail: z.string(),
    ability: z.string().optional(),
    errors: z.array(z.strictObject({ at: z.string(), says: z.string() })).optional(),
  }),
)
