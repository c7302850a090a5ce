import { z } from 'zod'
import { personKey } from '../access/person.ts'
import type { PersonKey } from '../access/principal.ts'
import { recordOf } from '../ledger/record.ts'
import type { Collection, Reading, Unit } from '../store/documents.ts'
import type { Instant } from '../values/day.ts'
import { languages } from '../values/language.ts'
import { instantSchema } from '../values/schemas.ts'

/** Where a person's private chat with the bot is, as their last authenticated turn said. */
export const addressSchema = z.object({
  tenant: z.string(),
  objectId: z.string(),
  channel: z.string(),
  serviceUrl: z.string(),
  conversation: z.string(),
  /** In which they wrote last: whatever comes of Saldo's own accord speaks it too. */
  language: z.enum(languages).optional(),
  at: instantSchema,
  /** The channel said that the bot may not write there: it is no way to them until they write again. `reason` is what it answered. */
  revoked: z.object({ reason: z.string(), at: instantSchema }).optional(),
})
export type Address = z.output<typeof addressSchema>

export const addresses: Collection<z.input<typeof addressSchema>> = {
  name: 'addresses',
  indexes: { conversation: ({ conversation }) => conversation },
  partition: ({ tenant }) => tenant,
}

/** Nothing where the person is not known, or not to be written to until they write again. */
export async function addressOf(reading: Reading, person: PersonKey): Promise<Address | undefined> {
  const stored = await reading.get(addresses, personKey(person.tenant, person.objectId))
  const address = stored && recordOf(addressSchema, stored.data)
  return address?.revoked ? undefined : address
}

type Talk = Pick<Address, 'channel' | 'conversation'>

/** Whoever is written to in this conversation is so no more until they write again. */
export async function revokeAddress(unit: Unit, { channel, conversation }: Talk, reason: string, now: Instant) {
  const { items } = await unit.find(addresses, { index: 'conversation', equals: conversation })
  for (const { id, data, revision } of items)
    if (data.channel === channel && !data.revoked)
      unit.put(addresses, id, { ...data, revoked: { reason, at: now } }, revision)
}

/** Why nobody is to be written to in this conversation, as the channel said it; nothing where that is unknown. */
export async function revocationOf(reading: Reading, { channel, conversation }: Talk): Promise<string | undefined> {
  const { items } = await reading.find(addresses, { index: 'conversation', equals: conversation })
  return items.find(({ data }) => data.channel === channel)?.data.revoked?.reason
}

/** Keeps where a person writes from; changes nothing where that is known and holds. */
export async function keepAddress(
  unit: Unit,
  { tenant, objectId }: PersonKey,
  where: Pick<Address, 'channel' | 'serviceUrl' | 'conversation' | 'language'>,
  now: Instant,
): Promise<void> {
  const id = personKey(tenant, objectId)
  const stored = await unit.get(addresses, id)
  const known = stored?.data
  const { channel, serviceUrl, conversation, language = known?.language } = where
  const isSame = known?.channel === channel && known.serviceUrl === serviceUrl && known.conversation === conversation
  if (isSame && known.language === language && !known.revoked) return
  const address = { tenant, objectId, channel, serviceUrl, conversation, ...(language && { language }), at: now }
  unit.put(addresses, id, address, stored?.revision ?? 0)
}
