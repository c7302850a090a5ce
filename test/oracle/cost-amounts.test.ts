import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { writeSample } from '../../src/cli/sample/write-sample.ts'
import { costsOf, numberKey, numbersIn } from './cost-amounts.ts'
import { issueDay, today } from './filled-ledger.ts'
import { oracleOf } from './oracle.ts'
import { spoken } from './questions.ts'

test('a cost is found in a text however one of the four languages, JSON or a file writes it', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'saldo-files-'))
  await writeSample(folder, { today })
  const costs = costsOf(oracleOf(folder, { issueDay, today }))
  rmSync(folder, { recursive: true })
  expect(costs.size).toBeGreaterThan(200)
  for (const [key, cell] of costs) {
    for (const language of spoken) {
      const exact = cell as `${number}`
      const money = new Intl.NumberFormat(language, { style: 'currency', currency: 'EUR', maximumFractionDigits: 20 })
      const decimal = new Intl.NumberFormat(language, { maximumFractionDigits: 20 })
      const written = [money.format(exact), decimal.format(exact), `{"amount":"${cell}"}`, cell]
      for (const text of written) expect(numbersIn(`on 3 of 12: ${text}, due 4`).has(key), text).toBe(true)
    }
  }
})

test('an amount that only resembles a cost is not taken for it', () => {
  expect(numbersIn('€1,209.61 and 11209.60 or 209.60').has(numberKey('1209.60'))).toBe(false)
  expect(numbersIn('1.209,60 €').has(numberKey('-1209.6'))).toBe(true)
})
