import { expect, test } from 'vitest'
import { readUtterances } from '../../src/language/read-utterances.ts'

test('a file gives its messages with their intents, without comments and empty lines', () => {
  const text =
    '\uFEFF# author\n\n[balance]\r\nwhat do we owe\n\n# more\n[out_of_scope.near]\nmy gym bill\n[out_of_scope.far]\na joke\n'
  expect(readUtterances(text)).toEqual([
    { intent: 'balance', text: 'what do we owe' },
    { intent: 'out_of_scope', near: true, text: 'my gym bill' },
    { intent: 'out_of_scope', near: false, text: 'a joke' },
  ])
})

test('a fault names its line and says what to do', () => {
  expect(() => readUtterances('[balance]\nhow much\n[balanse]')).toThrow('line 3: "balanse" is no intent')
  expect(() => readUtterances('# x\nhello')).toThrow('line 2: "hello" stands before the first section')
})
