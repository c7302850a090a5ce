import { expect, test } from 'vitest'
import { InHand } from '../../src/conversation/in-hand.ts'
import { instant, later } from '../../src/values/day.ts'

const recorded = instant('2026-11-22T10:00:00Z')

test.each([
  [0, true],
  [4_999, true],
  [5_000, false],
  [60_000, false],
])('a turn that somebody else recorded %i ms ago is in their hands: %s', (milliseconds, expected) => {
  expect(new InHand().isElsewhere('turn', recorded, later(recorded, milliseconds))).toBe(expected)
})

test('a turn that was recorded here is not elsewhere, also while others are recorded', () => {
  const inHand = new InHand()
  inHand.add('turn', recorded)
  inHand.add('another', later(recorded, 4_999))
  expect(inHand.isElsewhere('turn', recorded, later(recorded, 4_999))).toBe(false)
})
