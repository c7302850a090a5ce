/** A private chat's line is named by the conversation: whatever goes there goes in order. */
export const talkLine = ({ channel, conversation }: { channel: string; conversation?: string }): string =>
  `talk|${channel}|${conversation}`
