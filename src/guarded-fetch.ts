import { z } from 'zod'

/** What came of asking a model, whatever it wrote. */
export type Exchange =
  | { readonly kind: 'written'; readonly text: string }
  | { readonly kind: 'refused'; readonly status: number }
  /** `too-late`: cut off at the time limit. `unreadable`: too long, or no completion at all. */
  | { readonly kind: 'unreachable' | 'too-late' | 'unreadable' }

// A completion of the size that is asked for has some two thousand bytes, a reasoning model's bookkeeping included.
const mostBytes = 64 * 1024

const completionSchema = z.object({
  choices: z.array(z.object({ message: z.object({ content: z.string().nullish() }) })).min(1),
})

/**
 * A fetch for one request to a model that keeps our limits on all of it, the body too, follows no redirect, and never fails: what came is
 * told to `tell`, and its caller gets a completion in any case. teams-ai prints every failure with the server's words on standard output,
 * where a command's result stands; and openai's own time limit ends with the headers.
 */
export function guardedFetch(milliseconds: number, tell: (exchange: Exchange) => void): typeof fetch {
  return async (address, init) => {
    const signal = AbortSignal.timeout(milliseconds)
    const exchange = await exchanged(address, { ...init, signal, redirect: 'error' })
    tell(signal.aborted && exchange.kind !== 'written' ? { kind: 'too-late' } : exchange)
    return completion(exchange.kind === 'written' ? exchange.text : '')
  }
}

const completion = (content: string): Response =>
  Response.json({ choices: [{ index: 0, finish_reason: 'stop', message: { role: 'assistant', content } }] })

async function exchanged(...request: Parameters<typeof fetch>): Promise<Exchange> {
  try {
    const response = await fetch(...request)
    if (response.ok) return writtenIn(await bodyOf(response))
    await response.body?.cancel()
    return { kind: 'refused', status: response.status }
  } catch (error) {
    // undici's way of saying that nobody answered, that the connection broke, or that it was cut off.
    if (error instanceof TypeError || error instanceof DOMException) return { kind: 'unreachable' }
    throw error
  }
}

/** Nothing when it is longer than it may be; the rest of it is not waited for. */
async function bodyOf({ body }: Response): Promise<string | undefined> {
  const parts: Uint8Array[] = []
  let bytes = 0
  for await (const part of body ?? []) {
    bytes += part.length
    if (bytes > mostBytes) return undefined
    parts.push(part)
  }
  return Buffer.concat(parts).toString()
}

function writtenIn(body: string | undefined): Exchange {
  try {
    const { data } = completionSchema.safeParse(JSON.parse(body ?? ''))
    return data ? { kind: 'written', text: data.choices[0]?.message.content ?? '' } : { kind: 'unreadable' }
  } catch (error) {
    if (error instanceof SyntaxError) return { kind: 'unreadable' }
    throw error
  }
}
