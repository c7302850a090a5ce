import { z } from 'zod'
import { personRefSchema } from '../../access/actor.ts'
import { recordOf } from '../../ledger/record.ts'
import type { Collection, Reading } from '../../store/documents.ts'
import type { CustomerId } from '../../values/ids.ts'
import { idSchema, instantSchema } from '../../values/schemas.ts'
import { caseKinds } from '../evidence.ts'
import { services } from '../service.ts'
import { severities } from './severity.ts'
import { vehicles } from './vehicle.ts'

export const escalationStates = ['prepared', 'filed', 'answered', 'closed', 'withdrawn'] as const

/** How a case ended. What the customer is told is said from this; the note is the partner's own. */
export const escalationResults = ['solved', 'workaround', 'by-design', 'not-solved'] as const
export type EscalationResult = (typeof escalationResults)[number]

/** A case of the partner for Microsoft, or for who stands in its place. Internal: of it a customer is told the state and the end. */
export const escalationSchema = z.object({
  /** `E-1001`. */
  id: z.string().regex(/^E-\d{4,}$/),
  number: z.int().min(1001),
  ticket: z.string(),
  customer: idSchema<CustomerId>(),
  kind: z.enum(caseKinds),
  service: z.enum(services),
  severity: z.enum(severities),
  /** The way that was decided when it was prepared, as it was explained then. */
  vehicle: z.enum(vehicles),
  where: z.string(),
  why: z.string(),
  state: z.enum(escalationStates),
  preparedAt: instantSchema,
  /** The number that Microsoft gave it. */
  caseNumber: z.string().optional(),
  answers: z.array(z.object({ id: z.string(), at: instantSchema, by: personRefSchema, text: z.string() })),
  result: z.enum(escalationResults).optional(),
  /** Every step, in order; nothing is ever taken out. */
  timeline: z.array(
    z.object({ at: instantSchema, by: personRefSchema, state: z.enum(escalationStates), note: z.string().optional() }),
  ),
})
export type Escalation = z.output<typeof escalationSchema>

export const escalations: Collection<z.input<typeof escalationSchema>> = {
  name: 'escalations',
  indexes: {
    number: ({ number }) => number,
    ticket: ({ ticket }) => ticket,
    customer: ({ customer, preparedAt }) => `${customer}|${preparedAt}`,
    state: ({ state, preparedAt }) => `${state}|${preparedAt}`,
  },
  partition: ({ customer }) => customer,
}

export const isEnded = ({ state }: Pick<Escalation, 'state'>): boolean => state === 'closed' || state === 'withdrawn'

export async function escalationOf(reading: Reading, id: string): Promise<Escalation | undefined> {
  const stored = await reading.get(escalations, id)
  return stored && recordOf(escalationSchema, stored.data)
}

/** All of a ticket's, the newest last. */
export async function escalationsOfTicket(reading: Reading, ticket: string): Promise<readonly Escalation[]> {
  const { items } = await reading.find(escalations, { index: 'ticket', equals: ticket })
  return items.map(({ data }) => recordOf(escalationSchema, data)).sort((a, b) => a.number - b.number)
}
