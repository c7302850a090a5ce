import { z } from 'zod'

const guid = z.guid()
const messageId = z.string().regex(/^[\w-]{1,100}$/)
const text = z.string().max(4000)

/** A message has words or files. Its id is the sender's, so that the page knows its own when it comes back; in the channel it is the channel's. */
const newMessage = z
  .object({
    kind: z.literal('message'),
    text,
    id: messageId.optional(),
    files: z.array(guid).max(10).optional(),
  })
  .refine((message) => message.text !== '' || message.files?.length, 'a message has a text or a file')

/** What the page sends: who is at it, where, and what they did. */
export const pageMessageSchema = z.object({
  conversation: z.string().min(1).max(200),
  person: z.object({ tenant: guid, objectId: guid, name: z.string().max(200) }),
  locale: z.string().max(35),
  what: z.discriminatedUnion('kind', [
    newMessage,
    z.object({ kind: z.literal('edit'), id: messageId, text: text.min(1) }),
    z.object({ kind: z.literal('delete'), id: messageId }),
    z.object({ kind: z.literal('submit'), data: z.unknown(), replyToId: z.string().optional() }),
    z.object({ kind: z.literal('execute'), verb: z.string(), data: z.unknown(), replyToId: z.string().optional() }),
    z.object({ kind: z.literal('installed') }),
  ]),
})
export type PageMessage = z.output<typeof pageMessageSchema>
