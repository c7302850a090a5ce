import { expect, test } from 'vitest'
import { ledgerOf } from '../../src/ledger/ledger.ts'
import { takeLegalNumbers } from '../../src/ledger/take-legal-numbers.ts'
import type { Documents } from '../../src/store/documents.ts'
import type { ImportId } from '../../src/values/ids.ts'
import { aBill, customerAt } from './examples.ts'
import { openLedger, putBills } from './open-ledger.ts'

async function withBills(): Promise<Documents> {
  const documents = await openLedger()
  await putBills(documents, [
    aBill('nor-1', ['100.00']),
    aBill('nor-2', ['50.00']),
    aBill('nor-3', ['1.00'], { customer: customerAt(2) }),
    aBill('nor-4', ['2.00']),
  ])
  return documents
}
const take = (documents: Documents, ...pairs: [string, string][]) =>
  documents.change((unit) => {
    const numbers = pairs.map(([bill, legalNumber], at) => ({ line: at + 2, bill, legalNumber }))
    return takeLegalNumbers(unit, { import: 'legal-1' as ImportId, numbers })
  })

test('a bill is shown by its legal number and found by both, in any case', async () => {
  const documents = await withBills()
  expect(await take(documents, ['nor-1', 'FT 2026A/17'])).toEqual({ kind: 'taken', taken: 1, already: 0 })
  const ledger = ledgerOf(documents)
  for (const number of ['ft 2026a/17', 'nor-1', 'NOR-1'])
    expect(await ledger.invoice(customerAt(1), number)).toMatchObject({
      id: 'nor-1',
      number: 'FT 2026A/17',
      ownNumber: 'NOR-1',
    })
  expect(await ledger.invoice(customerAt(2), 'FT 2026A/17')).toBeUndefined()
})

test('the same number again changes nothing', async () => {
  const documents = await withBills()
  await take(documents, ['NOR-1', 'FT A/17'])
  expect(await take(documents, ['NOR-1', 'ft a/17'])).toEqual({ kind: 'taken', taken: 0, already: 1 })
  expect(await ledgerOf(documents).invoice(customerAt(1), 'NOR-1')).toMatchObject({ legal: { number: 'FT A/17' } })
})

test.each([
  ['another number for a bill that has one', [['NOR-1', 'FT A/18']], 'bill already has the legal number FT A/17'],
  ['a number that another bill has', [['NOR-2', 'FT A/17']], 'another bill already has this legal number'],
  [
    'a number twice in one file',
    [
      ['NOR-2', 'FT B/1'],
      ['NOR-4', 'FT B/1'],
    ],
    'another bill already has this legal number',
  ],
  [
    'two numbers for one bill in one file',
    [
      ['NOR-2', 'FT B/1'],
      ['NOR-2', 'FT B/2'],
    ],
    'the bill already has the legal number FT B/1',
  ],
  ['a number that is another bill’s own', [['NOR-2', 'NOR-3']], 'another bill already has this legal number'],
  ['a bill that does not exist', [['NOR-9', 'FT B/1']], 'no bill has this number'],
] as const)('%s refuses the whole file', async (_, pairs, problem) => {
  const documents = await withBills()
  await take(documents, ['NOR-1', 'FT A/17'])
  const refused = await take(
    documents,
    ['NOR-3', 'FT C/1'],
    ...pairs.map(([bill, legal]) => [bill, legal] as [string, string]),
  )
  expect(refused.kind === 'refused' && refused.faults.map((fault) => fault.problem).join()).toContain(problem)
  expect(await ledgerOf(documents).invoice(customerAt(2), 'FT C/1')).toBeUndefined()
})
