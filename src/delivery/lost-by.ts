import type { Post } from './post.ts'

/** What the bot lacks, or where it called: the person did nothing. */
const ours = ['NotEnoughPermissions', 'InvalidBotApiHost']

/**
 * What a refusal says is gone for good: the way to the person, who blocked the bot, does not have it any more, or whose conversation is not
 * there; or the message that was to be changed. `reason` is the status and code (T build-conversational-capability).
 */
export function lostBy(reason: string, how: Post['how']): 'address' | 'message' | undefined {
  const [status, code = ''] = reason.split(' ')
  if (status === '403') return ours.includes(code) ? undefined : 'address'
  if (status !== '404') return undefined
  return how === 'send' || code === 'ConversationNotFound' ? 'address' : 'message'
}
