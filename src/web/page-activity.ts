import { z } from 'zod'

const guid = z.guid()

/** What the page sends: who is at it, and what they did. */
export const pageMessageSchema = z.object({
  conversation: z.string().min(1).max(200),
  person: z.object({ tenant: guid, objectId: guid, name: z.string().max(200) }),
  locale: z.string().max(35),
  what: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('message'), text: z.string().min(1).max(4000) }),
    z.object({ kind: z.literal('submit'), data: z.unknown(), replyToId: z.string().optional() }),
    z.object({ kind: z.literal('execute'), verb: z.string(), data: z.unknown(), replyToId: z.string().optional() }),
    z.object({ kind: z.literal('installed') }),
  ]),
})
export type PageMessage = z.output<typeof pageMessageSchema>

/** The part of the activity that says what was done, as Teams sends it. */
function whatOf(what: PageMessage['what']): object {
  switch (what.kind) {
    case 'message':
      return { type: 'message', text: what.text }
    case 'submit':
      return { type: 'message', value: what.data, replyToId: what.replyToId }
    case 'execute':
      return {
        type: 'invoke',
        name: 'adaptiveCard/action',
        value: { action: { type: 'Action.Execute', verb: what.verb, data: what.data }, trigger: 'manual' },
        replyToId: what.replyToId,
      }
    case 'installed':
      return { type: 'installationUpdate', action: 'add' }
  }
}

/** A Bot Framework activity as Teams would send it for the person. */
export function pageActivity(
  { conversation, person, locale, what }: PageMessage,
  at: { id: string; serviceUrl: string },
): object {
  return {
    ...whatOf(what),
    id: at.id,
    channelId: 'msteams',
    serviceUrl: at.serviceUrl,
    from: { id: `29:${person.objectId}`, name: person.name, aadObjectId: person.objectId },
    recipient: { id: '28:saldo', name: 'Saldo' },
    conversation: { id: conversation, tenantId: person.tenant, conversationType: 'personal' },
    channelData: { tenant: { id: person.tenant } },
    locale,
  }
}
