import { randomUUID } from 'node:crypto'
import { helpdeskChannel } from '../../../src/web/channel-place.ts'
import type { PagePerson } from '../../../src/web/page-person.ts'
import type { Activity } from './deliverer.ts'

export const chatOf = (person: PagePerson): string => `a:${person.objectId}`

const from = (person: PagePerson, serviceUrl: string) => ({
  id: randomUUID(),
  channelId: 'msteams',
  serviceUrl,
  from: { id: `29:${person.objectId}`, name: person.name, aadObjectId: person.objectId },
  recipient: { id: '28:saldo', name: 'Saldo' },
  locale: 'en-GB',
})

/** What somebody writes to the bot in private. */
export const inChat = (person: PagePerson, serviceUrl: string, text: string): Activity => ({
  ...from(person, serviceUrl),
  type: 'message',
  text,
  conversation: { id: chatOf(person), tenantId: person.tenant, conversationType: 'personal' },
  channelData: { tenant: { id: person.tenant } },
})

/** What somebody of the staff does in the helpdesk's channel, or in a thread of it. */
export const inChannel = (
  person: PagePerson,
  serviceUrl: string,
  what: Record<string, unknown>,
  thread?: string,
): Activity => ({
  ...from(person, serviceUrl),
  ...what,
  conversation: {
    id: thread ?? helpdeskChannel.id,
    tenantId: person.tenant,
    conversationType: 'channel',
    isGroup: true,
  },
  channelData: {
    tenant: { id: person.tenant },
    team: helpdeskChannel.team,
    channel: { id: helpdeskChannel.id, name: helpdeskChannel.name },
  },
})

/** A click on a button of a card. */
export const click = (verb: string, data: object): Record<string, unknown> => ({
  type: 'invoke',
  name: 'adaptiveCard/action',
  value: { action: { type: 'Action.Execute', verb, data }, trigger: 'manual' },
})
