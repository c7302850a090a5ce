import { expect, test } from 'vitest'
import { writeSample } from '../../src/cli/sample/write-sample.ts'
import { type Explained, explainCharge, explainLine } from '../../src/ledger/explain-line.ts'
import { ledgerOf } from '../../src/ledger/ledger.ts'
import type { CustomerId } from '../../src/values/ids.ts'
import { type FilledLedger, fillLedger, today } from './filled-ledger.ts'
import { writeInvented } from './invented-folder.ts'

type Counts = Record<string, number>

const count = (counts: Counts, side: string, { kind, rule }: Explained): void => {
  const key = `${side} ${kind === 'reproduced' ? rule : kind}`
  counts[key] = (counts[key] ?? 0) + 1
}

async function explainAll({ documents, oracle, close }: FilledLedger): Promise<Counts> {
  const counts: Counts = {}
  const ledger = ledgerOf(documents)
  for (const { customer } of oracle.customers) {
    const id = `${customer.partner}.${customer.tenant}` as CustomerId
    for (const bill of await ledger.invoices(id)) {
      for (const line of bill.lines) count(counts, 'bill', explainLine(line))
      if (bill.origin.type !== 'bill-out') continue
      for (const charge of await ledger.charges(id, bill.origin.supplierInvoice))
        count(counts, 'charge', explainCharge(charge))
    }
  }
  await close()
  return counts
}

const seeds = process.env.SALDO_LONG ? [1, 2, 3, 4, 5, 6, 7, 8, 9, 10] : [1]

test.each([
  ['the sample partner', (folder: string) => writeSample(folder, { today, customers: 30, months: 12, seed: 7 })],
  ...seeds.map(
    (seed) =>
      [
        `an invented partner, seed ${seed}`,
        (folder: string) => writeInvented(folder, { seed, customers: 12, months: 8 }),
      ] as const,
  ),
] as const)('every line of %s, billed or charged, is reproduced by a named rounding', async (who, write) => {
  const counts = await explainAll(await fillLedger(async (folder) => void (await write(folder))))
  console.log(`${who}: ${JSON.stringify(counts)}`)
  expect(Object.keys(counts).filter((key) => key.includes('not-reproduced'))).toEqual([])
  expect(Object.values(counts).reduce((sum, many) => sum + many, 0)).toBeGreaterThan(500)
})
