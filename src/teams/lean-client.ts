import { Agent as HttpAgent, request as httpRequest, type IncomingMessage } from 'node:http'
import { Agent as HttpsAgent, request as httpsRequest } from 'node:https'
import type { Socket } from 'node:net'
import type { ConfigurationBotFrameworkAuthentication } from 'botbuilder'
import { z } from 'zod'
import { SendFailed } from './send-failed.ts'

type Factory = ReturnType<ConfigurationBotFrameworkAuthentication['createConnectorFactory']>
export type ConnectorClient = Awaited<ReturnType<Factory['create']>>
/** What the channel names of what it took; of a new conversation also the message that began it. */
type Sent = { readonly id: string; readonly activityId?: string }

/** Longer than Teams takes, shorter than it waits for us. */
const timeout = 12_000
const maxAnswerBytes = 64 * 1024

/** `timeout` is for idle connections: shorter than servers keep theirs, so that few are found closed by the other side. */
const kept = { keepAlive: true, maxSockets: 256, timeout: 30_000 }
const agents = { http: new HttpAgent(kept), https: new HttpsAgent(kept) }

/**
 * botbuilder's client with its ways of sending done directly: one JSON request, instead of a dozen policies and a serializer that copies
 * every field, which together cost more than a whole answer of ours. Signed by the same credentials; everything else stays botbuilder's.
 */
export function leanClient(client: ConnectorClient, serviceUrl: string): ConnectorClient {
  const base = `${serviceUrl.endsWith('/') ? serviceUrl : `${serviceUrl}/`}v3/conversations`
  const call = async (method: Method, path: string, body?: unknown, conversation?: string): Promise<Sent> => {
    const headers = await signed(client).catch((cause: unknown) => {
      throw SendFailed.without(cause, { mayHaveArrived: false })
    })
    if (conversation !== undefined) headers['x-ms-conversation-id'] = conversation
    return exchange(method, `${base}${path}`, headers, body === undefined ? '' : JSON.stringify(body))
  }
  const inside = (method: Method, conversation: string, id: string | undefined, activity?: unknown) => {
    const path = `/${encodeURIComponent(conversation)}/activities${id === undefined ? '' : `/${encodeURIComponent(id)}`}`
    return call(method, path, activity, conversation)
  }
  const conversations = Object.create(client.conversations, {
    sendToConversation: { value: (to: string, activity: unknown) => inside('POST', to, undefined, activity) },
    replyToActivity: { value: (to: string, id: string, activity: unknown) => inside('POST', to, id, activity) },
    updateActivity: { value: (to: string, id: string, activity: unknown) => inside('PUT', to, id, activity) },
    deleteActivity: { value: (to: string, id: string) => inside('DELETE', to, id) },
    createConversation: { value: (parameters: unknown) => call('POST', '', parameters) },
  })
  return Object.create(client, { conversations: { value: conversations } })
}

type Method = 'POST' | 'PUT' | 'DELETE'
type Signing = { headers: { set(name: string, value: string): void } }

/** The headers that the credentials of the client add: the bot's token, kept until it expires; none in local mode. */
async function signed({ credentials }: ConnectorClient): Promise<Record<string, string>> {
  const headers: Record<string, string> = {
    accept: 'application/json',
    'content-type': 'application/json; charset=utf-8',
  }
  const resource: Signing = {
    headers: {
      set(name, value) {
        headers[name.toLowerCase()] = value
      },
    },
  }
  await (credentials as unknown as { signRequest(resource: Signing): Promise<unknown> }).signRequest(resource)
  return headers
}

function exchange(method: Method, url: string, headers: Record<string, string>, body: string): Promise<Sent> {
  const secure = url.startsWith('https:')
  return new Promise((resolve, reject) => {
    const options = {
      method,
      agent: secure ? agents.https : agents.http,
      timeout,
      headers: { ...headers, 'content-length': Buffer.byteLength(body) },
    }
    const sending = (secure ? httpsRequest : httpRequest)(url, options, (response) => {
      answerOf(response).then(resolve, reject)
    })
    let begun = false
    const begin = () => {
      if (sending.destroyed) return
      begun = true
      sending.end(body)
    }
    sending.on('socket', (socket) => whenOpen(socket, secure, begin))
    sending.on('timeout', () => sending.destroy(late(begun ? 'read' : 'connect')))
    sending.on('error', (cause: NodeJS.ErrnoException) =>
      // A write that failed leaves the activity incomplete on the other side.
      reject(SendFailed.without(cause, { mayHaveArrived: begun && cause.syscall !== 'write' })),
    )
  })
}

/** Named like the system's own: whoever was not connected to in time was sent nothing. */
const late = (syscall: 'connect' | 'read'): NodeJS.ErrnoException =>
  Object.assign(new Error('no answer in time'), { code: 'ETIMEDOUT', syscall })

/**
 * Calls `begin` once the connection is known to be open. A kept one that the channel closed meanwhile, while this process was busy, tells
 * so in the next round of events: until then nothing is written, so that whatever fails by then surely did not arrive.
 */
function whenOpen(socket: Socket, secure: boolean, begin: () => void): void {
  if (socket.connecting) socket.once(secure ? 'secureConnect' : 'connect', begin)
  // The first comes before the sockets are asked again when this runs on behalf of one of them.
  else setImmediate(() => setImmediate(begin))
}

/** What the channel said. Its status decides: the rest of an answer that breaks off changes nothing about what it took. */
async function answerOf(response: IncomingMessage): Promise<Sent> {
  const status = response.statusCode ?? 0
  const text = await textOf(response).catch(() => '')
  const body = read(text)
  if (status >= 300)
    throw Object.assign(SendFailed.with(status, response.headers['retry-after']), { code: body.error?.code })
  // Taken also with an answer that names no id: some channels answer a send with nothing.
  return { id: body.id ?? '', activityId: body.activityId }
}

const idSchema = z.union([z.string(), z.number()]).transform(String).optional().catch(undefined)
/** What is not as it should be is left out, like whatever else the channel says. */
const answerSchema = z
  .object({
    id: idSchema,
    activityId: idSchema,
    error: z
      .object({ code: z.string().regex(/^\w{1,60}$/) })
      .optional()
      .catch(undefined),
  })
  .catch({ id: undefined, activityId: undefined, error: undefined })

function read(text: string): z.output<typeof answerSchema> {
  try {
    return answerSchema.parse(JSON.parse(text))
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error
    return {}
  }
}

async function textOf(response: IncomingMessage): Promise<string> {
  let text = ''
  response.setEncoding('utf8')
  for await (const chunk of response) if (text.length < maxAnswerBytes) text += chunk
  return text
}
