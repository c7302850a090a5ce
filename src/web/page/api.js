async function call(path, method, body, type = 'application/json') {
  const response = await fetch(path, { method, headers: body && { 'content-type': type }, body })
  const answer = await response.json()
  if (!response.ok) throw new Error(answer.detail ?? answer.problem ?? String(response.status))
  return answer
}

const send = (path, method, value) => call(path, method, JSON.stringify(value))

export const readPeople = async () => (await call('/page/people', 'GET')).people
export const readClock = async () => (await call('/page/clock', 'GET')).now
export const setClock = async (now) => (await send('/page/clock', 'PUT', { now })).now
/** What comes in the next weeks for a person, by the page's clock. */
export const readCalendar = ({ tenant, objectId }) =>
  call(`/page/calendar?${new URLSearchParams({ tenant, objectId })}`, 'GET')
/** The channel: whether the bot hears every message, and the number of its last event. */
export const readChannel = () => call('/page/channel', 'GET')
export const setHearsAll = (hearsAll) => send('/page/channel', 'PUT', { hearsAll })
/** Tells the bot what the person did. An invoke's answer comes back. */
export const post = (message) => send('/page/messages', 'POST', message)
/** Gives a file to the page's server: its id and name come back. */
export const upload = (file) =>
  call(`/page/files?${new URLSearchParams({ name: file.name })}`, 'POST', file, 'application/octet-stream')

/**
 * Listens to a conversation until `close` is called; `seen.last` keeps the place, and `onEvent` gets the event and its number. A browser has six
 * connections to one host for all its tabs: a tab that nobody sees gives its own back, and catches up when it is looked at.
 */
export function listen(conversation, seen, onEvent) {
  let source
  const open = () => {
    source = new EventSource(`/page/events?${new URLSearchParams({ conversation, after: seen.last ?? '' })}`)
    source.addEventListener('message', ({ data, lastEventId }) => {
      seen.last = lastEventId
      onEvent(JSON.parse(data), Number.parseInt(lastEventId, 10))
    })
  }
  const onVisibility = () => {
    source?.close()
    source = undefined
    if (!document.hidden) open()
  }
  document.addEventListener('visibilitychange', onVisibility)
  open()
  return {
    close() {
      document.removeEventListener('visibilitychange', onVisibility)
      source?.close()
    },
  }
}
