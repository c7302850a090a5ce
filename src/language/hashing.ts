/** Number of features; a power of two. 2^16 costs no accuracy against an unbounded vocabulary (Banking77 .9166 to .9162). */
export const dimension = 1 << 16

const prime = 0x01000193

/** FNV-1a over a text's characters, from `start` to `end`, continuing `seed`. */
export function hash(seed: number, text: string, start = 0, end = text.length): number {
  let value = seed
  for (let at = start; at < end; at++) value = Math.imul(value ^ text.charCodeAt(at), prime)
  return value
}

/** A 32-bit hash as a feature. */
export const featureOf = (value: number): number => ((value ^ (value >>> 16)) & (dimension - 1)) >>> 0

/** A different start for each kind of feature, so that a word and a pair never meet by design. */
export const seedOf = (kind: string): number => hash(0x811c9dc5, kind)
