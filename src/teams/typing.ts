import type { TurnContext } from 'botbuilder'

/** Teams wants a sign of life within 2 s; an answer that is there at once needs none. */
const firstAfter = 500
/** Teams shows it for about 4 s. */
const againAfter = 3500

/**
 * Shows that the bot is typing once an answer takes longer than half a second. A timer for each turn: one for all turns would show it to one
 * of several people. `stop` resolves when no typing can arrive any more: never after the answer.
 */
export function typingOf(context: TurnContext): { stop(): Promise<void> } {
  let sending: Promise<unknown> = Promise.resolve()
  let timer: NodeJS.Timeout | undefined
  const show = () => {
    // Typing that does not arrive costs nothing: the answer itself reports what is wrong with the channel.
    sending = context.sendActivity({ type: 'typing' }).catch(() => undefined)
    timer = setTimeout(show, againAfter)
  }
  // Replies that are collected for the response have no use for it, and an invoke answers by itself.
  if (context.activity.type === 'message' && context.activity.deliveryMode !== 'expectReplies')
    timer = setTimeout(show, firstAfter)
  return {
    async stop() {
      clearTimeout(timer)
      await sending
    },
  }
}
