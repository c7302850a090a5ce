import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { dataFolder, objectsIn, runSaldo } from './run-saldo.ts'

const data = dataFolder()
const files = dataFolder()
const saldo = (...args: string[]) => runSaldo(args, { SALDO_DATA: data.path }, { cwd: files.path })
let bills: { number: string; customer: string; name: string; open: { amount: string; currency: string } }[]

const of = (customer: string) => bills.filter((bill) => bill.customer === customer)
/** A customer with several open bills. */
const debtor = () => bills.find(({ customer }) => of(customer).length > 1)!.customer
const unmatched = async () => objectsIn((await saldo('payments', '--unmatched', '--json')).out)

beforeAll(async () => {
  bills = objectsIn((await saldo('invoices', '--open', '--json')).out)
  const [partner, tenant] = debtor().split('.')
  const { currency } = of(debtor())[0]!.open
  const row = (amount: string, reference: string) =>
    `${partner};${tenant};2026-11-20;${amount};${currency};${reference};bank-transfer`
  const head = 'partner_tenant;customer_tenant;received_on;amount;currency;reference;method'
  writeFileSync(join(files.path, 'bank.csv'), [head, row('1.23', 'adiantamento'), row('0.50', 'obrigado')].join('\n'))
})
afterAll(() => {
  data.remove()
  files.remove()
})

test('the sample has no payment that a person has to match, and an import says which it could not', async () => {
  expect(await unmatched()).toEqual([])
  const imported = await saldo('import', 'bank.csv')
  expect(imported).toMatchObject({ code: 0, err: '' })
  expect(imported.out).toMatch(/line 2: 1\.23 .*saldo payments --unmatched/)
})

test('unmatched payments stand first, with file, line, amount, reference and the bills they might pay', async () => {
  const listed = await unmatched()
  expect(listed).toHaveLength(2)
  expect(listed[0]).toMatchObject({ file: 'bank.csv', state: 'unmatched', customer: debtor(), pays: [] })
  expect(listed.map(({ line, amount, reference }) => [line, amount.amount, reference])).toEqual(
    expect.arrayContaining([
      [2, '1.23', 'adiantamento'],
      [3, '0.50', 'obrigado'],
    ]),
  )
  expect(listed[0].mightPay.map(({ number }: { number: string }) => number).sort()).toEqual(
    of(debtor())
      .map(({ number }) => number)
      .sort(),
  )
  const all = (await saldo('payments')).out.split('\n')
  expect(all.findIndex((line) => line.includes('unmatched: might be'))).toBe(1)
  expect(all.findIndex((line) => / pays N/.test(line))).toBe(3)
})

test('one of them is assigned to a bill by hand, and again changes nothing', async () => {
  const payment = (await unmatched()).find(({ line }) => line === 2)
  const { number, open } = of(debtor()).at(-1)!
  const assign = () => saldo('payments', 'assign', payment.shortId, number.toLowerCase(), '--json')
  expect(objectsIn((await assign()).out)).toMatchObject([
    { kind: 'assigned', invoice: number, amount: { amount: '1.23' } },
  ])
  expect(objectsIn((await assign()).out)).toMatchObject([
    { kind: 'already', invoice: number, amount: { amount: '1.23' } },
  ])
  expect(await unmatched()).toHaveLength(1)
  const after = objectsIn((await saldo('invoices', '--json')).out).find((bill) => bill.number === number)
  expect(Number(open.amount) - Number(after.open.amount)).toBeCloseTo(1.23, 6)
})

test.each([
  [['nobody.7', 'NOR-2026-0001'], /no payment nobody\.7/],
  [['LINE-3', 'NOR-9999-0001'], /has no bill NOR-9999-0001/],
])('payments assign %j is refused with the reason', async ([payment = '', number = ''], reason) => {
  const rest = (await unmatched())[0]
  const ran = await saldo('payments', 'assign', payment === 'LINE-3' ? rest.id : payment, number)
  expect(ran).toMatchObject({ code: 1, out: '' })
  expect(ran.err).toMatch(reason)
})
