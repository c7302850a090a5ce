async function call(path, method, body) {
  const response = await fetch(path, {
    method,
    headers: body && { 'content-type': 'application/json' },
    body: body && JSON.stringify(body),
  })
  const answer = await response.json()
  if (!response.ok) throw new Error(answer.detail ?? answer.problem ?? String(response.status))
  return answer
}

export const readPeople = async () => (await call('/page/people', 'GET')).people
export const readClock = async () => (await call('/page/clock', 'GET')).now
export const setClock = async (now) => (await call('/page/clock', 'PUT', { now })).now
/** Tells the bot what the person did. An invoke's answer comes back. */
export const post = (message) => call('/page/messages', 'POST', message)

/** Listens to a conversation until `close` is called; `seen.last` keeps the place. */
export function listen(conversation, seen, onEvent) {
  const source = new EventSource(`/page/events?${new URLSearchParams({ conversation, after: seen.last })}`)
  source.addEventListener('message', ({ data, lastEventId }) => {
    seen.last = Number(lastEventId)
    onEvent(JSON.parse(data))
  })
  return source
}
