import { z } from 'zod'
import { type Customer, customerSchema, customers } from '../ledger/customer.ts'
import { recordOf } from '../ledger/record.ts'
import { languages } from '../values/language.ts'
import { looks } from './endpoint.ts'
import { findPage, listAnswer, listWire, pageQuery } from './paging.ts'
import { component, customerWire } from './wire.ts'

const wire = component(
  'Customer',
  'A firm that buys from the partner.',
  z.strictObject({
    id: customerWire,
    name: z.string(),
    domain: z.string(),
    country: z.string(),
    language: z.enum(languages),
    timeZone: z.string(),
    currency: z.string(),
    taxNumber: z.string().optional(),
  }),
)

const out = ({ id, name, domain, country, language, timeZone, currency, taxNumber }: Customer) => ({
  id,
  name,
  domain,
  country,
  language,
  timeZone,
  currency,
  ...(taxNumber !== undefined && { taxNumber }),
})

export const listCustomers = looks(
  {
    path: '/customers',
    name: 'listCustomers',
    does: 'The customers, by Partner Center account and id',
    ability: 'customer-figures',
    query: z.strictObject({ tenant: z.guid().optional().describe("The customer's own tenant."), ...pageQuery }),
    answers: { 200: { says: 'A page of them.', schema: component('CustomerList', 'Customers.', listWire(wire)) } },
  },
  async ({ query }, reading) => {
    const by =
      query.tenant === undefined ? { index: 'partner' } : { index: 'tenant', equals: query.tenant.toLowerCase() }
    const { found, next } = await findPage(reading, { collection: customers, asked: query, ...by })
    return listAnswer(
      found.map(({ data }) => out(recordOf(customerSchema, data))),
      next,
    )
  },
)
