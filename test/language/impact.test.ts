import { expect, test } from 'vitest'
import { readImpact } from '../../src/language/impact.ts'

test.each([
  ['everybody', 'everybody'],
  ['The whole company.', 'everybody'],
  ['nobody can work', 'everybody'],
  ['toda a empresa', 'everybody'],
  ['todos nós', 'everybody'],
  ['toda la oficina', 'everybody'],
  ['three people in accounting', 'several'],
  ['umas 12 pessoas', 'several'],
  ['alguns colegas', 'several'],
  ['varios compañeros', 'several'],
  ['only me', 'one'],
  ['só eu', 'one'],
  ['uma pessoa', 'one'],
  ['solo a mí', 'one'],
  ['since nine o’clock', undefined],
  ['how much was October?', undefined],
])('"%s" is %s', (text, impact) => expect(readImpact(text)).toBe(impact))
