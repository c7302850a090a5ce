import { z } from 'zod'
import { type PersonRef, personRefSchema } from '../access/actor.ts'
import type { Destination } from '../delivery/line.ts'
import { recordOf } from '../ledger/record.ts'
import type { Collection, Reading, Unit } from '../store/documents.ts'
import type { Instant } from '../values/day.ts'
import { instantSchema } from '../values/schemas.ts'

/** The channel of the partner's team where cases go, as an authenticated turn in it said. */
export const helpdeskChannelSchema = z.object({
  id: z.literal('cases'),
  channel: z.string(),
  serviceUrl: z.string(),
  teamsChannel: z.string(),
  tenant: z.string(),
  setAt: instantSchema,
  setBy: personRefSchema.optional(),
})
export type HelpdeskChannel = z.output<typeof helpdeskChannelSchema>

export const helpdeskChannels: Collection<z.input<typeof helpdeskChannelSchema>> = {
  name: 'helpdesk_channels',
  indexes: {},
  partition: () => 'all',
}

export async function helpdeskChannel(reading: Reading): Promise<HelpdeskChannel | undefined> {
  const stored = await reading.get(helpdeskChannels, 'cases')
  return stored && recordOf(helpdeskChannelSchema, stored.data)
}

/** Where a new case's thread is begun. */
export const threadIn = ({ channel, serviceUrl, teamsChannel, tenant }: HelpdeskChannel): Destination => ({
  kind: 'thread',
  channel,
  serviceUrl,
  teamsChannel,
  tenant,
})

/** Cases go to this channel from now on; what has a thread stays where it is. Says whether anything changed. */
export async function setHelpdeskChannel(
  unit: Unit,
  {
    channel,
    serviceUrl,
    teamsChannel,
    tenant,
  }: Pick<HelpdeskChannel, 'channel' | 'serviceUrl' | 'teamsChannel' | 'tenant'>,
  by: PersonRef,
  now: Instant,
): Promise<boolean> {
  const stored = await unit.get(helpdeskChannels, 'cases')
  const known = stored?.data
  if (known?.teamsChannel === teamsChannel && known.serviceUrl === serviceUrl && known.tenant === tenant) return false
  const record: HelpdeskChannel = { id: 'cases', channel, serviceUrl, teamsChannel, tenant, setAt: now, setBy: by }
  unit.put(helpdeskChannels, 'cases', z.encode(helpdeskChannelSchema, record), stored?.revision ?? 0)
  return true
}
