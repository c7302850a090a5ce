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
  const call = async (method: Method, path: string, body: unknown, leaving?: Leaving, conversation?: string) => {
    const headers = await signed(client).catch((cause: unknown) => {
      throw SendFailed.without(cause, { mayHaveArrived: false })
    })
    if (conversation !== undefined) headers['x-ms-conversation-id'] = conversation
    const text = body === undefined ? '' : JSON.stringify(body)
    return exchange(method, `${base}${path}`, { headers, body: text, leaving })
  }
  const inside = (method: Method, [conversation, id]: Place, activity?: unknown, leaving?: Leaving) => {
    const path = `/${encodeURIComponent(conversation)}/activities${id === undefined ? '' : `/${encodeURIComponent(id)}`}`
    return call(method, path, activity, leaving, conversation)
  }
  const lean: LeanConversations = {
    sendToConversation: (to, activity, _, leaving) => inside('POST', [to], activity, leaving),
    updateActivity: (to, id, activity, _, leaving) => inside('PUT', [to, id], activity, leaving),
    deleteActivity: (to, id, _, leaving) => inside('DELETE', [to, id], undefined, leaving),
    createConversation: (parameters, _, leaving) => call('POST', '', parameters, leaving),
  }
  const replyToActivity = (to: string, id: string, activity: unknown) => inside('POST', [to, id], activity)
  const conversations = Object.assign(Object.create(client.conversations), { ...lean, replyToActivity })
  return Object.create(client, { conversations: { value: conversations } })
}

/** Waited for right before a request is written, when its connection is there. */
type Leaving = () => Promise<void>
type Options = unknown
/** botbuilder's methods, with an argument of our own behind theirs. */
export type LeanConversations = {
  sendToConversation(to: string, activity: unknown, options?: Options, leaving?: Leaving): Promise<Sent>
  updateActivity(to: string, id: string, activity: unknown, options?: Options, leaving?: Leaving): Promise<Sent>
  deleteActivity(to: string, id: string, options?: Options, leaving?: Leaving): Promise<Sent>
  createConversation(parameters: unknown, options?: Options, leaving?: Leaving): Promise<Sent>
}

type Place = readonly [conversation: string, id?: string]

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

type Request = {
  readonly headers: Record<string, string>
  readonly body: string
  readonly leaving: Leaving | undefined
}

function exchange(method: Method, url: string, { headers, body, leaving }: Request): Promise<Sent> {
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
    const write = () => {
      if (sending.destroyed) return
      begun = true
      sending.end(body)
    }
    const begin = () => (leaving ? void leaving().then(write, reject) : write())
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
    throw Object.assign(SendFailed.with(status, response.headers['retry-after']), {
      code: body.error?.code ?? olderCodes[body.errorCode ?? 0],
    })
  // Taken also with an answer that names no id: some channels answer a send with nothing.
  return { id: body.id ?? '', activityId: body.activityId }
}

/** Teams' older form of an error has a number, and the rest in its text. */
const olderCodes: Readonly<Record<number, string>> = { 209: 'MessageWritesBlocked' }

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
    errorCode: z.number().optional().catch(undefined),
  })
  .catch({ id: undefined, activityId: undefined, error: undefined, errorCode: undefined })

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
