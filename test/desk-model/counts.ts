/** What was done in all runs together. */
export const counts = {
  runs: 0,
  onDisk: 0,
  commands: 0,
  together: 0,
  customerMessages: 0,
  agentMessages: 0,
  claims: 0,
  claimsWon: 0,
  claimsTold: 0,
  changes: 0,
  repeated: 0,
  resends: 0,
  mishaps: 0,
  crashes: 0,
  diedBeforeReply: 0,
  restarts: 0,
  reopenings: 0,
  handoffs: 0,
  tickets: 0,
  posts: 0,
  wordsArrived: 0,
  wordsShownAsUndelivered: 0,
}

export const countsLine = (): string =>
  Object.entries(counts)
    .map(([what, count]) => `${what.replaceAll(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`)} ${count}`)
    .join(', ')
