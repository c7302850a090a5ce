import { isFileStorage } from './upload-file.ts'

export type FetchedFile =
  | { readonly kind: 'fetched'; readonly mediaType: string; readonly content: Uint8Array }
  /** `host`: the address is of no storage that files may come from. */
  | { readonly kind: 'host' | 'too-large' | 'failed' }

/** Teams sends a turn again that takes longer than fifteen seconds. */
const timeout = 12_000
const plainType = /^[a-z0-9][a-z0-9.+-]{0,60}\/[a-z0-9][a-z0-9.+-]{0,120}$/

/** Fetches a file by an address that came through the client. No token goes along: the address is signed by itself. */
export async function fetchFile(
  url: string,
  { local, mostBytes }: { readonly local: boolean; readonly mostBytes: number },
): Promise<FetchedFile> {
  if (!isFileStorage(url, local)) return { kind: 'host' }
  try {
    // A redirect could lead anywhere.
    const response = await fetch(url, { redirect: 'error', signal: AbortSignal.timeout(timeout) })
    if (!response.ok) {
      await response.body?.cancel()
      return { kind: 'failed' }
    }
    const content = await bodyOf(response, mostBytes)
    return content ? { kind: 'fetched', mediaType: typeOf(response), content } : { kind: 'too-large' }
  } catch (error) {
    // undici's way of saying that nobody answered, that it was redirected, or that it was cut off.
    if (error instanceof TypeError || error instanceof DOMException) return { kind: 'failed' }
    throw error
  }
}

/** Nothing when it is longer than it may be, whatever it says of its length; the rest of it is not waited for. */
async function bodyOf({ body }: Response, mostBytes: number): Promise<Uint8Array | undefined> {
  const parts: Uint8Array[] = []
  let bytes = 0
  for await (const part of body ?? []) {
    bytes += part.length
    if (bytes > mostBytes) return undefined
    parts.push(part)
  }
  return Buffer.concat(parts)
}

function typeOf({ headers }: Response): string {
  const type = (headers.get('content-type') ?? '').split(';')[0]?.trim().toLowerCase() ?? ''
  return plainType.test(type) ? type : 'application/octet-stream'
}
