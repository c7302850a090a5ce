import { errors, jwtVerify, SignJWT } from 'jose'
import type { Instant } from '../values/day.ts'

/** A link to a file that a customer sent names the file and nothing else. Its audience keeps it apart from links to documents. */
const claims = { issuer: 'saldo', audience: 'case-file' }

export type ReadCaseFileToken =
  | { readonly kind: 'good'; readonly file: string }
  /** Ours, and too old. */
  | { readonly kind: 'expired' }
  /** Not ours, for another use, or changed on the way. */
  | { readonly kind: 'forged' }

/** Signs what a link to a file carries (JWT, HS256). */
export const signCaseFileToken = (key: Uint8Array, file: string, expires: Instant): Promise<string> =>
  new SignJWT()
    .setProtectedHeader({ alg: 'HS256' })
    .setSubject(file)
    .setIssuer(claims.issuer)
    .setAudience(claims.audience)
    .setExpirationTime(Math.floor(Date.parse(expires) / 1000))
    .sign(key)

/** Reads what a link carries. Never throws for what somebody else made up. */
export async function readCaseFileToken(key: Uint8Array, text: string, now: Instant): Promise<ReadCaseFileToken> {
  const options = { ...claims, algorithms: ['HS256'], currentDate: new Date(now), requiredClaims: ['exp', 'sub'] }
  try {
    const { sub } = (await jwtVerify(text, key, options)).payload
    return sub ? { kind: 'good', file: sub } : { kind: 'forged' }
  } catch (error) {
    // jose compares times last: whatever is expired was signed by us, for this use.
    if (error instanceof errors.JWTExpired) return { kind: 'expired' }
    if (error instanceof errors.JOSEError) return { kind: 'forged' }
    throw error
  }
}
