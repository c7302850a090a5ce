import { cast } from './scripted-bot.ts'

/** What the page's scripts ask of its server. */
export function pageClient(url: () => string) {
  const call = async (method: string, path: string, body: unknown) => {
    const response = await fetch(`${url()}${path}`, {
      method,
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    })
    return { status: response.status, body: (await response.json()) as Record<string, unknown> }
  }
  return {
    put: (path: string, body: unknown) => call('PUT', path, body),
    /** What somebody at the page does. */
    does(who: keyof typeof cast, conversation: string, what: object) {
      const { tenant, objectId, name } = cast[who]
      return call('POST', '/page/messages', { conversation, person: { tenant, objectId, name }, locale: 'en', what })
    },
    /** Gives a file to the server; its id comes back. */
    async attach(name: string, content: string): Promise<string> {
      const path = `${url()}/page/files?${new URLSearchParams({ name })}`
      const response = await fetch(path, { method: 'POST', body: content })
      return ((await response.json()) as { id: string }).id
    },
  }
}
