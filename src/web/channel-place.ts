/** The partner's helpdesk channel, as the page plays it: one team, one channel. */
export const helpdeskChannel = {
  id: '19:helpdesk@thread.tacv2',
  name: 'Helpdesk',
  team: { id: '19:helpdesk-team', name: 'Support' },
} as const

const mark = `${helpdeskChannel.id};messageid=`

/** Where a conversation id points: somebody's chat, the channel or one of its threads, or a channel that is not there. */
export type Place =
  | { readonly kind: 'chat' }
  | { readonly kind: 'channel'; readonly thread?: string }
  | { readonly kind: 'nowhere' }

/** Reads a conversation id as Teams makes them: `19:...@thread.tacv2`, and with `;messageid=` and the first message's id for a thread. */
export function placeOf(conversation: string): Place {
  if (conversation === helpdeskChannel.id) return { kind: 'channel' }
  if (conversation.startsWith(mark)) return { kind: 'channel', thread: conversation.slice(mark.length) }
  return conversation.startsWith('19:') ? { kind: 'nowhere' } : { kind: 'chat' }
}

export const threadConversation = (thread: string): string => `${mark}${thread}`
