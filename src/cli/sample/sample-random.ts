import { createHash } from 'node:crypto'

/** Deterministic "random" values by name: the same seed and name give the same value whatever was asked before. */
export type SampleRandom = {
  /** A GUID that looks like any other (version 4). */
  guid(name: string): string
  /** A whole number from 0 to `below` - 1. */
  upTo(below: number, name: string): number
  /** Upper-case letters and digits, such as Microsoft's order ids. */
  code(length: number, name: string): string
}

export function sampleRandom(seed: number): SampleRandom {
  const digest = (name: string) => createHash('sha256').update(`${seed}|${name}`).digest()
  return {
    guid(name) {
      const hex = digest(name).toString('hex')
      const variant = '89ab'[Number.parseInt(hex.charAt(16), 16) % 4]
      return [
        hex.slice(0, 8),
        hex.slice(8, 12),
        `4${hex.slice(13, 16)}`,
        variant + hex.slice(17, 20),
        hex.slice(20, 32),
      ].join('-')
    },
    upTo: (below, name) => digest(name).readUInt32BE(0) % below,
    code: (length, name) =>
      BigInt(`0x${digest(name).toString('hex')}`)
        .toString(36)
        .toUpperCase()
        .slice(0, length),
  }
}
