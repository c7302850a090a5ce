import { expect, test } from 'vitest'
import { withTypos } from '../../src/language/typos.ts'
import { loadDevelopment } from './material.ts'

const texts = loadDevelopment().map(({ text }) => text)
const wordsIn = (text: string) => text.split(/\s+/)

test('no share of typos changes nothing', () => {
  for (const text of texts.slice(0, 50)) expect(withTypos(text, 0, 1)).toBe(text)
})

test('the same seed makes the same typos, another seed others', () => {
  const all = (seed: number) => texts.map((text) => withTypos(text, 0.25, seed))
  expect(all(1)).toEqual(all(1))
  expect(all(1)).not.toEqual(all(2))
})

test.each([0.1, 0.25])('about %d of the words have one, and no word goes or comes', (share) => {
  let [words, changed] = [0, 0]
  for (const text of texts) {
    const [before, after] = [wordsIn(text), wordsIn(withTypos(text, share, 1))]
    expect(after).toHaveLength(before.length)
    words += before.length
    changed += before.filter((word, at) => word !== after[at]).length
  }
  // Words of one letter, figures, and letters swapped with their like stay as they were.
  expect(changed / words).toBeGreaterThan(0.75 * share)
  expect(changed / words).toBeLessThanOrEqual(1.05 * share)
})

test('numbers, ids and addresses are never mistyped', () => {
  const text = 'FT2026/118 214,80 T-1042 ana@adega.example G016907411 2026-10-01 7 a'
  expect(withTypos(text, 1, 1)).toBe(text)
})
