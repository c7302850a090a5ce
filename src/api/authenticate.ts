import type { IncomingMessage } from 'node:http'
import type { ApiKey } from '../access/api-key.ts'
import { type CheckedKey, checkKey } from '../access/check-key.ts'
import type { Reading } from '../store/documents.ts'
import type { Instant } from '../values/day.ts'
import { Problem } from './problem.ts'

const realm = 'Bearer realm="saldo"'

const says: Readonly<Record<Exclude<CheckedKey['kind'], 'good'>, string>> = {
  wrong: 'This key is not known.',
  expired: 'This key is no longer valid: it has expired, or was rotated.',
  revoked: 'This key was revoked.',
}

/** Whose request it is, by its bearer key (RFC 6750). Throws Problem. */
export async function authenticate(reading: Reading, request: IncomingMessage, now: Instant): Promise<ApiKey> {
  const [, text] = /^Bearer +([A-Za-z0-9._~+/=-]{1,200})$/i.exec(request.headers.authorization ?? '') ?? []
  if (text === undefined) {
    const detail = 'Send a key as "authorization: Bearer saldo_…": `saldo keys add` makes one.'
    throw new Problem('not-authenticated', detail, { headers: { 'www-authenticate': realm } })
  }
  const checked = await checkKey(reading, text, now)
  if (checked.kind === 'good') return checked.key
  const headers = { 'www-authenticate': `${realm}, error="invalid_token"` }
  throw new Problem('not-authenticated', says[checked.kind], { headers })
}
