/** Microsoft Graph as it is reached from here. National clouds have no such exports (reference section 8.1). */
export type Graph = {
  /** `https://graph.microsoft.com/v1.0` */
  readonly baseUrl: string
  /** A token with PartnerBilling.Read.All. */
  token(): Promise<string>
  wait(seconds: number): Promise<void>
}

/** The service cannot be reached, or answers what it should not. Worth trying again later. */
export class GraphFailed extends Error {
  override name = 'GraphFailed'
}

const mostTries = 6
const usualSeconds = 10
const longestSeconds = 300

/** The seconds that an answer asks to wait; ten when it does not say. */
export function retryAfter(answer: Response): number {
  const seconds = Number(answer.headers.get('retry-after') ?? Number.NaN)
  return Number.isFinite(seconds) && seconds >= 0 ? Math.min(seconds, longestSeconds) : usualSeconds
}

/** Asks Graph, waiting when it is busy. The token goes to Graph's own address and nowhere else. Throws GraphFailed. */
export async function askGraph(graph: Graph, url: URL, body?: object): Promise<Response> {
  if (url.origin !== new URL(graph.baseUrl).origin) throw new GraphFailed(`Graph points to another host, ${url.host}`)
  for (let tries = 1; ; tries++) {
    const headers = { authorization: `Bearer ${await graph.token()}`, 'content-type': 'application/json' }
    const request = { method: body ? 'POST' : 'GET', headers, body: body && JSON.stringify(body) }
    const answer = await reached(url, { ...request, redirect: 'error' })
    const isBusy = answer.status === 429 || answer.status >= 500
    if (!isBusy) return answer
    await answer.body?.cancel()
    if (tries === mostTries) throw new GraphFailed(`Graph answers ${answer.status} again and again`)
    await graph.wait(retryAfter(answer))
  }
}

/** Only the host is named: an address can carry a secret. Throws GraphFailed. */
export async function reached(url: URL, request: RequestInit = {}): Promise<Response> {
  try {
    return await fetch(url, request)
  } catch (error) {
    // Its cause would quote the whole address.
    if (error instanceof TypeError) throw new GraphFailed(`${url.host} cannot be reached`)
    throw error
  }
}
