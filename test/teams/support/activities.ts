import { randomUUID } from 'node:crypto'
import type { PagePerson } from '../../../src/web/page-person.ts'
import type { Door } from './open-door.ts'

export type Reply = {
  readonly text: string
  readonly attachments?: readonly { readonly content: Record<string, unknown> }[]
  readonly suggestedActions?: { readonly actions: readonly { readonly title: string }[] }
}

/** Somebody of the sample partner's customers or staff. */
export function somebody(door: Door, role: string, company?: string): PagePerson {
  const found = door.people.find(
    (person) => person.roles.some((each) => each === role) && (!company || person.company?.includes(company)),
  )
  if (!found) throw new Error(`the sample has no ${role} ${company ?? ''}`)
  return found
}

/** An activity as Teams sends it for a person. */
export function activityFrom(
  door: Door,
  person: PagePerson,
  more: Record<string, unknown> = {},
): Record<string, unknown> {
  return {
    type: 'message',
    id: randomUUID(),
    timestamp: '2026-11-22T10:00:00.000Z',
    channelId: 'msteams',
    serviceUrl: door.connector.serviceUrl,
    from: { id: `29:${person.objectId}`, name: person.name, aadObjectId: person.objectId },
    recipient: { id: '28:saldo', name: 'Saldo' },
    conversation: { id: `chat-${person.objectId}`, tenantId: person.tenant, conversationType: 'personal' },
    channelData: { tenant: { id: person.tenant } },
    locale: 'en-GB',
    text: 'Which invoices are there?',
    ...more,
  }
}

export async function post(
  door: Door,
  body: unknown,
  headers: Record<string, string> = {},
): Promise<{ status: number; body: unknown }> {
  const response = await fetch(`${door.url}/api/messages`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: typeof body === 'string' || body instanceof Buffer ? new Uint8Array(Buffer.from(body)) : JSON.stringify(body),
  })
  const text = await response.text()
  return { status: response.status, body: text ? JSON.parse(text) : undefined }
}

/** Asks and takes the replies out of the response. */
export async function ask(
  door: Door,
  person: PagePerson,
  text: string,
  more: Record<string, unknown> = {},
): Promise<Reply[]> {
  const { status, body } = await post(
    door,
    activityFrom(door, person, { text, deliveryMode: 'expectReplies', ...more }),
  )
  if (status !== 200) throw new Error(`answered ${status}: ${JSON.stringify(body)}`)
  return (body as { activities: Reply[] }).activities
}

/** A click on a card's Action.Execute. */
export const execute = (verb: string, data: unknown): Record<string, unknown> => ({
  type: 'invoke',
  name: 'adaptiveCard/action',
  text: undefined,
  value: { action: { type: 'Action.Execute', verb, data }, trigger: 'manual' },
})
