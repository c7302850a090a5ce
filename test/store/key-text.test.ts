import fc from 'fast-check'
import { expect, it } from 'vitest'
import { compareKeys } from '../../src/store/index-keys.ts'
import { keyOfText, keyText } from '../../src/store/postgres/key-text.ts'

const key = fc.oneof(
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.integer(),
  fc.string({ unit: 'binary' }).filter((text) => text.isWellFormed()),
)

it('orders as text, byte by byte, just as the keys order', () => {
  fc.assert(
    fc.property(key, key, (a, b) => {
      const bytes = Buffer.compare(Buffer.from(keyText(a)), Buffer.from(keyText(b)))
      expect(Math.sign(bytes)).toBe(Math.sign(compareKeys(a, b)) + 0)
    }),
    { numRuns: 2000 },
  )
})

it('is read back as it was', () => {
  fc.assert(
    fc.property(key, (each) => {
      expect(keyOfText(keyText(each))).toBe(each === 0 ? 0 : each)
    }),
  )
})
