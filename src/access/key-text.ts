import { createHash, timingSafeEqual } from 'node:crypto'

const shape = /^saldo_([0-9a-f]{8})([0-9a-f]{4})([0-9a-f]{4})([0-9a-f]{4})([0-9a-f]{12})_([A-Za-z0-9_-]{43})$/

/** The key as its system sends it: which one it is, and the secret that proves it. One word, so that a double click takes all of it. */
export const keyText = (id: string, secret: string): string => `saldo_${id.replaceAll('-', '')}_${secret}`

/** Reads a key as it was shown; nothing where it is none. */
export function readKeyText(text: string): { readonly id: string; readonly secret: string } | undefined {
  const [, a, b, c, d, e, secret] = shape.exec(text) ?? []
  return secret === undefined ? undefined : { id: [a, b, c, d, e].join('-'), secret }
}

/** The secret has 256 random bits: one pass of SHA-256 is enough, nobody guesses what it was made from. */
export const hashOfSecret = (secret: string): string => createHash('sha256').update(secret).digest('hex')

/** Takes the same time wherever they differ. */
export const isSameHash = (a: string, b: string): boolean => timingSafeEqual(Buffer.from(a), Buffer.from(b))
