import { z } from 'zod'
import { personKey } from '../access/person.ts'
import type { PersonKey } from '../access/principal.ts'
import { recordOf } from '../ledger/record.ts'
import type { Collection, Reading, Unit } from '../store/documents.ts'
import type { Instant } from '../values/day.ts'
import { instantSchema } from '../values/schemas.ts'

/** Where a person's private chat with the bot is, as their last authenticated turn said. */
export const addressSchema = z.object({
  tenant: z.string(),
  objectId: z.string(),
  channel: z.string(),
  serviceUrl: z.string(),
  conversation: z.string(),
  at: instantSchema,
})
export type Address = z.output<typeof addressSchema>

export const addresses: Collection<z.input<typeof addressSchema>> = {
  name: 'addresses',
  indexes: {},
  partition: ({ tenant }) => tenant,
}

export async function addressOf(reading: Reading, person: PersonKey): Promise<Address | undefined> {
  const stored = await reading.get(addresses, personKey(person.tenant, person.objectId))
  return stored && recordOf(addressSchema, stored.data)
}

/** Keeps where a person writes from; changes nothing where that is known. */
export async function keepAddress(
  unit: Unit,
  { tenant, objectId }: PersonKey,
  where: Pick<Address, 'channel' | 'serviceUrl' | 'conversation'>,
  now: Instant,
): Promise<void> {
  const id = personKey(tenant, objectId)
  const stored = await unit.get(addresses, id)
  const known = stored?.data
  const { channel, serviceUrl, conversation } = where
  if (known?.channel === channel && known.serviceUrl === serviceUrl && known.conversation === conversation) return
  unit.put(addresses, id, { tenant, objectId, channel, serviceUrl, conversation, at: now }, stored?.revision ?? 0)
}
