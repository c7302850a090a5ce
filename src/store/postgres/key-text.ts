import type { IndexKey } from '../documents.ts'

const sign = 1n << 63n
const every = (1n << 64n) - 1n

/**
 * An index key as text that orders under collation "C" as keys do: `n` and sixteen hexadecimal digits for a number, `t` and the
 * text for a text. One column and one B-tree then serve every index. The digits are those of the IEEE 754 double: its sign is
 * turned, and all other bits too when it is negative, which makes doubles order as their bits.
 */
export function keyText(key: IndexKey): string {
  if (typeof key === 'string') return `t${key}`
  const view = new DataView(new ArrayBuffer(8))
  // Adding 0 turns -0, which is equal to 0, into 0.
  view.setFloat64(0, key + 0)
  const bits = view.getBigUint64(0)
  const ordered = bits & sign ? bits ^ every : bits | sign
  return `n${ordered.toString(16).padStart(16, '0')}`
}

/** Reads what `keyText` wrote. */
export function keyOfText(text: string): IndexKey {
  if (text.startsWith('t')) return text.slice(1)
  const ordered = BigInt(`0x${text.slice(1)}`)
  const view = new DataView(new ArrayBuffer(8))
  view.setBigUint64(0, ordered & sign ? ordered ^ sign : ordered ^ every)
  return view.getFloat64(0)
}
