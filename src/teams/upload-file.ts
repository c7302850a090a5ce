/** Where Teams has a person's files: SharePoint and OneDrive for Business, public and US Government cloud. */
const hosts = ['sharepoint.com', 'sharepoint.us', 'sharepoint-mil.us']
const loopback = ['localhost', '127.0.0.1', '[::1]']
const timeout = 30_000

/** The place for a file did not take it. */
export class UploadFailed extends Error {
  override name = 'UploadFailed'
}

/**
 * Whether an address is of the storage where Teams has people's files; in local mode, of this machine. Addresses come through the client: a
 * file goes there and comes from there and nowhere else.
 */
export function isFileStorage(url: string, local: boolean): boolean {
  if (!URL.canParse(url)) return false
  const { protocol, hostname, port, username, password } = new URL(url)
  if (username || password) return false
  if (local) return loopback.includes(hostname)
  return protocol === 'https:' && port === '' && hosts.some((host) => hostname.endsWith(`.${host}`))
}

/** Puts the whole file into an upload session (Graph: up to 60 MiB in one PUT). The same bytes twice leave one file. Throws UploadFailed. */
export async function uploadFile(url: string, bytes: Uint8Array): Promise<void> {
  let status: number
  try {
    const response = await fetch(url, {
      method: 'PUT',
      // A redirect could lead anywhere.
      redirect: 'error',
      signal: AbortSignal.timeout(timeout),
      headers: {
        'content-type': 'application/octet-stream',
        'content-range': `bytes 0-${bytes.length - 1}/${bytes.length}`,
      },
      body: new Uint8Array(bytes),
    })
    await response.arrayBuffer()
    status = response.status
  } catch (cause) {
    throw new UploadFailed('no answer', { cause })
  }
  if (status < 200 || status > 299) throw new UploadFailed(`answered ${status}`)
}
