/** What the bot's endpoint answered: nothing to a message, its response to an invoke. */
export type BotAnswer = { readonly ok: boolean; readonly status: number; readonly body: unknown }

/** Passes an activity to the bot's own endpoint, as Teams would. `origin` is the server's own address. */
export async function tellBot(origin: string, activity: object): Promise<BotAnswer> {
  const answer = await fetch(`${origin}/api/messages`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(activity),
  })
  const text = await answer.text()
  return { ok: answer.ok, status: answer.status, body: text ? JSON.parse(text) : {} }
}
