import { z } from 'zod'
import type { Json } from '../store/documents.ts'
import { objectId, tenantId } from '../values/ids.ts'
import { languages } from '../values/language.ts'
import { instantSchema, textOf } from '../values/schemas.ts'

const personKeySchema = z.object({ tenant: textOf(tenantId), objectId: textOf(objectId) })

/** What a message of Saldo's own accord says. The door renders it when it is sent, so that a card shows what is true by then. */
export const contentSchema = z.discriminatedUnion('kind', [
  /** An answer, said like the reply of a turn (`answer` is its JSON form). */
  z.object({ kind: z.literal('answer'), language: z.enum(languages), answer: z.custom<Json>() }),
  /** What a person wrote, passed on as it is. `by` is who, as the reader knows them. */
  z.object({ kind: z.literal('words'), by: z.string(), text: z.string() }),
  /** A file that a person sent, as a link that is signed when it is shown. */
  z.object({
    kind: z.literal('file'),
    by: z.string(),
    file: z.string(),
    name: z.string(),
    language: z.enum(languages),
  }),
  /** The card of a ticket as it stands when it is sent: the customer's, or the helpdesk's with everything. */
  z.object({ kind: z.literal('ticket-card'), ticket: z.string(), language: z.enum(languages) }),
  z.object({ kind: z.literal('case-card'), ticket: z.string() }),
  /** What a customer's person is reminded of, as it stands when it is sent. */
  z.object({ kind: z.literal('reminder'), contact: z.string(), person: personKeySchema, language: z.enum(languages) }),
  /** A suspension as it stands, for the helpdesk. */
  z.object({ kind: z.literal('suspension-card'), suspension: z.string() }),
])
export type Content = z.output<typeof contentSchema>

export const postStates = ['queued', 'sending', 'sent', 'unknown', 'failed', 'withheld'] as const

/**
 * One message of Saldo's own accord: new, or a change to or removal of an earlier one of the same line, found by `name`. It is queued in the unit
 * of work that decides it. `sending` is written down before it is sent: a post found so without its sender ends as `unknown` and is never
 * repeated by itself, because Teams has no key that would tell a repetition.
 */
export const postSchema = z.object({
  /** Unique for ever, made from what caused it: queued twice, it is one post. */
  id: z.string().min(1),
  how: z.enum(['send', 'update', 'remove']),
  /** What later posts call this message by; of `update` and `remove`, which message is meant. */
  name: z.string().optional(),
  content: contentSchema.optional(),
  state: z.enum(postStates),
  queuedAt: instantSchema,
  /** How often it was tried. */
  attempts: z.int(),
  /** When it was first tried. */
  triedAt: instantSchema.optional(),
  /** When it was sent, or given up. */
  settledAt: instantSchema.optional(),
  /** The channel's id of the message. */
  activity: z.string().optional(),
  /** Why it did not arrive: the channel's status, or ours. */
  reason: z.string().optional(),
})
export type Post = z.output<typeof postSchema>
