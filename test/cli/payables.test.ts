import { afterAll, beforeAll, expect, test } from 'vitest'
import { dataFolder, objectsIn, runSaldo } from './run-saldo.ts'

const data = dataFolder()
const saldo = (...args: string[]) => runSaldo(args, { SALDO_DATA: data.path })
const listed = async (...args: string[]) => objectsIn((await saldo('payables', ...args, '--json')).out)

type Money = { amount: string; currency: string }
const minor = ({ amount }: Money) => Number(amount.replace('.', ''))

beforeAll(async () => {
  await saldo('payables')
})
afterAll(() => data.remove())

test('every invoice of Microsoft’s is listed with its days, by account, the earliest due first', async () => {
  const all = await listed()
  expect(all.length).toBe(12)
  for (const { period, issuedOn, dueOn, atRiskOn } of all) {
    expect(issuedOn > period.to).toBe(true)
    expect((Date.parse(dueOn) - Date.parse(issuedOn)) / 86_400_000).toBe(60)
    expect((Date.parse(atRiskOn) - Date.parse(dueOn)) / 86_400_000).toBe(1)
  }
  const [first] = all
  const own = all.filter(({ account }) => account === first.account)
  expect(own.map(({ dueOn }) => dueOn)).toEqual(own.map(({ dueOn }) => dueOn).sort())
  expect(new Set(all.map(({ account }) => account)).size).toBe(2)
})

test('what was billed, paid and is open agrees with the bills, and the causes with the gap', async () => {
  const bills = objectsIn((await saldo('invoices', '--json')).out)
  const open = bills.filter(({ open }) => minor(open) > 0)
  const all = await listed()
  const gaps = all.flatMap(({ behind }) => behind).map(({ open }) => minor(open))
  expect(gaps.reduce((sum, gap) => sum + gap, 0)).toBe(open.reduce((sum, bill) => sum + minor(bill.open), 0))
  for (const { behind, causes } of all)
    for (const side of behind) {
      expect(minor(side.settled) + minor(side.open)).toBe(minor(side.billed))
      const caused = causes.filter((cause: { open: Money }) => cause.open.currency === side.open.currency)
      expect(caused.reduce((sum: number, cause: { open: Money }) => sum + minor(cause.open), 0)).toBe(minor(side.open))
    }
  console.info(`${all.length} invoices of Microsoft's, ${open.length} open bills behind them`)
})

test('for people it says when the account is at risk and who leaves the gap', async () => {
  const { out, err } = await saldo('payables')
  expect(out).toMatch(/^invoice +period +total/)
  expect(out).toMatch(/2026-09 .*at risk in 14 days .* % of .* EUR .*\(.* EUR, \d+ days late\)/)
  expect(err).toMatch(/6th of the next month at the earliest/)
})

test('of one customer, only the invoices that it is behind, and only its part of the gap', async () => {
  const all = await listed('--customer', 'robledal')
  expect(all.length).toBeGreaterThan(0)
  const names = new Set(all.flatMap(({ causes }) => causes.map(({ name }: { name: string }) => name)))
  expect([...names]).toEqual(['Talleres Robledal, SL'])
})

test.each([
  ['helena.barros@nortada.example', 1],
  ['sara.vilaca@nortada.example', 1],
  ['ulisses.campos@nortada.example', 1],
  ['contas@aurora.example', 1],
  ['bruno.matos@nortada.example', 0],
  ['amelia.prado@nortada.example', 0],
])('as %s it ends with %i: costs are for billing admins and admin agents', async (user, code) => {
  const ran = await saldo('payables', '--as', user)
  expect(ran.code).toBe(code)
  if (code === 1) expect(ran.out).toBe('')
})

test('one that is noted as paid is not listed any more, and again changes nothing', async () => {
  const [first] = await listed()
  const paid = () => saldo('payables', 'paid', first.number.toLowerCase(), '--on', '2026-08-01', '--json')
  expect(objectsIn((await paid()).out)).toEqual([{ kind: 'noted', number: first.number, paidOn: '2026-08-01' }])
  expect(objectsIn((await paid()).out)).toMatchObject([{ kind: 'unchanged' }])
  expect((await listed()).map(({ number }) => number)).not.toContain(first.number)
  const all = await listed('--all')
  expect(all.find(({ number }) => number === first.number)).toMatchObject({ state: 'paid', paidOn: '2026-08-01' })
})

test.each([
  [['paid', 'G000000000'], /no such invoice/],
  [['paid', 'G000000000', '--by', 'nobody@nortada.example'], /no such invoice|nobody/],
])('payables %j is refused with the reason', async (args, reason) => {
  const ran = await saldo('payables', ...args)
  expect(ran).toMatchObject({ code: 1, out: '' })
  expect(ran.err).toMatch(reason)
})

test('who may not see costs may not note a payment either', async () => {
  const [first] = await listed()
  const ran = await saldo('payables', 'paid', first.number, '--by', 'helena.barros@nortada.example')
  expect(ran).toMatchObject({ code: 1, out: '' })
  expect(ran.err).toMatch(/only a billing admin or an admin agent/)
})
