/** Listens to a conversation until so many events came. */
export async function eventsOf(
  url: string,
  conversation: string,
  count: number,
  headers: Record<string, string> = {},
): Promise<Record<string, unknown>[]> {
  const stopped = new AbortController()
  const response = await fetch(`${url}/page/events?${new URLSearchParams({ conversation })}`, {
    headers,
    signal: stopped.signal,
  })
  const found: Record<string, unknown>[] = []
  let text = ''
  for await (const chunk of response.body!.pipeThrough(new TextDecoderStream())) {
    text += chunk
    found.length = 0
    for (const [, data] of text.matchAll(/^data: (.*)$/gm)) found.push(JSON.parse(data!))
    if (found.length >= count) break
  }
  stopped.abort()
  return found
}
