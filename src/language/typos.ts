import { hash } from './hashing.ts'

/** Keys beside each other on QWERTY, which all four languages' keyboards share but for the accents. */
const rows = ['qwertyuiop', 'asdfghjkl', 'zxcvbnm']

/**
 * A text with a typo in about this share of its words: two letters swapped, one left out, doubled or hit beside its key, or the accents
 * left off where there are any. Words of one letter, and those with digits, are as they were. The same seed makes the same typos.
 */
export function withTypos(text: string, share: number, seed: number): string {
  const random = randomFrom(hash(seed, text))
  return text.replace(/[\p{L}\p{M}\p{N}@._/-]+/gu, (word) =>
    random() < share && /^\p{L}[\p{L}\p{M}]+$/u.test(word) ? mistyped(word, random) : word,
  )
}

function mistyped(word: string, random: () => number): string {
  const plain = word.normalize('NFD').replace(/\p{M}/gu, '')
  const makers =
    plain === word.normalize('NFD') ? [swap, drop, double, neighbour] : [swap, drop, double, neighbour, bare]
  return pick(makers, random)(word, random)
}

type Maker = (word: string, random: () => number) => string

const swap: Maker = (word, random) => {
  const at = Math.floor(random() * (word.length - 1))
  return word.slice(0, at) + word[at + 1] + word[at] + word.slice(at + 2)
}

const drop: Maker = (word, random) => {
  const at = Math.floor(random() * word.length)
  return word.slice(0, at) + word.slice(at + 1)
}

const double: Maker = (word, random) => {
  const at = Math.floor(random() * word.length)
  return word.slice(0, at + 1) + word.slice(at)
}

const neighbour: Maker = (word, random) => {
  const at = Math.floor(random() * word.length)
  const row = rows.find((keys) => keys.includes(word[at]!.toLowerCase()))
  // No key of its own: the hand slips in another way.
  if (!row) return drop(word, random)
  const key = row.indexOf(word[at]!.toLowerCase())
  const beside = row[key + (random() < 0.5 ? -1 : 1)] ?? row[key === 0 ? 1 : key - 1]
  return word.slice(0, at) + beside + word.slice(at + 1)
}

const bare: Maker = (word) => word.normalize('NFD').replace(/\p{M}/gu, '').normalize('NFC')

const pick = <T>(all: readonly T[], random: () => number): T => all[Math.floor(random() * all.length)]!

/** mulberry32: enough for typos. 0 to below 1. */
function randomFrom(seed: number): () => number {
  let state = seed | 0
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}
