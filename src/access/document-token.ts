import { errors, jwtVerify, SignJWT } from 'jose'
import { z } from 'zod'
import type { Instant } from '../values/day.ts'
import { type InvoiceId, objectId, tenantId } from '../values/ids.ts'
import { languages } from '../values/language.ts'
import { idSchema, textOf } from '../values/schemas.ts'

/** What a link to a document may do: open it in a browser, or have the bot put it into the person's OneDrive. */
export type DocumentUse = 'link' | 'upload'

/** Whose link it is and to what. It opens nothing by itself: what the person may see is decided again when it is used. */
const claimsSchema = z.object({
  jti: z.string().min(1),
  tenant: textOf(tenantId),
  objectId: textOf(objectId),
  invoice: idSchema<InvoiceId>(),
  language: z.enum(languages),
})
type Claims = z.output<typeof claimsSchema>
export type DocumentToken = Omit<Claims, 'jti'> & { readonly id: string }

export type ReadToken =
  | { readonly kind: 'good'; readonly token: DocumentToken }
  /** Ours, and too old. */
  | { readonly kind: 'expired'; readonly token: DocumentToken }
  /** Not ours, for another use, or changed on the way. */
  | { readonly kind: 'forged' }

const seconds = (at: Instant): number => Math.floor(Date.parse(at) / 1000)

/** Signs what a link carries (JWT, HS256). */
export function signDocumentToken(
  key: Uint8Array,
  use: DocumentUse,
  { id, ...claims }: DocumentToken,
  expires: Instant,
): Promise<string> {
  return new SignJWT({ ...claims })
    .setProtectedHeader({ alg: 'HS256' })
    .setJti(id)
    .setIssuer('saldo')
    .setAudience(use)
    .setExpirationTime(seconds(expires))
    .sign(key)
}

/** Reads what a link carries. Never throws for what somebody else made up. */
export async function readDocumentToken(
  key: Uint8Array,
  use: DocumentUse,
  text: string,
  now: Instant,
): Promise<ReadToken> {
  const options = { algorithms: ['HS256'], issuer: 'saldo', audience: use, currentDate: new Date(now) }
  try {
    return tokenOf('good', (await jwtVerify(text, key, { ...options, requiredClaims: ['exp'] })).payload)
  } catch (error) {
    // jose compares times last: whatever is expired was signed by us, for this use.
    if (error instanceof errors.JWTExpired) return tokenOf('expired', error.payload)
    if (error instanceof errors.JOSEError) return { kind: 'forged' }
    throw error
  }
}

function tokenOf(kind: 'good' | 'expired', payload: unknown): ReadToken {
  const read = claimsSchema.safeParse(payload)
  if (!read.success) return { kind: 'forged' }
  const { jti: id, ...claims } = read.data
  return { kind, token: { id, ...claims } }
}
