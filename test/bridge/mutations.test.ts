import { beforeAll, describe, expect, test } from 'vitest'
import { bridge } from '../../src/ledger/bridge.ts'
import { sideOfCharges, sideOfInvoices } from '../../src/ledger/bridge-side.ts'
import type { Charge } from '../../src/ledger/charge.ts'
import type { Invoice, InvoiceLine } from '../../src/ledger/invoice.ts'
import { add, money, negate } from '../../src/values/money.ts'
import { type Pick, pickFrom } from '../oracle/invented-lines.ts'
import { oneOf } from './catalogue.ts'
import { type Compared, compareAll } from './compared.ts'
import { makeWorld } from './world.ts'

type Mutation = (bill: Invoice, at: number, pick: Pick) => Invoice

const withLine = (bill: Invoice, at: number, change: (line: InvoiceLine) => readonly InvoiceLine[]): Invoice => ({
  ...bill,
  lines: bill.lines.flatMap((line, position) => (position === at ? change(line) : [line])),
})
const someMinor = (pick: Pick, { currency }: Invoice) => money(BigInt(1 + pick(5000)) * (pick(2) ? 1n : -1n), currency)

/** What can go wrong with a bill on its way here; each leaves the total that it states. */
const mutations: Readonly<Record<string, Mutation>> = {
  'a line is missing': (bill, at) => withLine(bill, at, () => []),
  'a line stands twice': (bill, at) => withLine(bill, at, (line) => [line, line]),
  'a line is one minor unit off': (bill, at) =>
    withLine(bill, at, (line) => [{ ...line, net: add(line.net, money(1n, bill.currency)) }]),
  'a line is another amount': (bill, at, pick) =>
    withLine(bill, at, (line) => [{ ...line, net: add(line.net, someMinor(pick, bill)) }]),
  'a line has another sign': (bill, at) => withLine(bill, at, (line) => [{ ...line, net: negate(line.net) }]),
  'quantity and amount are another line’s': (bill, at) =>
    withLine(bill, at, (line) => [{ ...line, quantity: line.quantity.times(2), net: add(line.net, line.net) }]),
  'the tax is another one': (bill, _, pick) => ({
    ...bill,
    taxes: bill.taxes.map((tax) => ({ ...tax, amount: add(tax.amount, someMinor(pick, bill)) })),
  }),
  'the stated total is another one': (bill, _, pick) => ({ ...bill, total: add(bill.total, someMinor(pick, bill)) }),
}

const worth = (bill: Invoice): number[] => bill.lines.flatMap(({ net }, at) => (net.minor === 0n ? [] : [at]))

/** One bill of the pair, on either side, is changed in one way. */
function mutated({ before, after }: Compared, mutation: Mutation, pick: Pick) {
  const bills = { before: before.map(({ bill }) => bill), after: after.map(({ bill }) => bill) }
  const side = oneOf(pick, ['before', 'after'] as const)
  const chosen = pick(bills[side].length)
  const change = (bill: Invoice) => mutation(bill, oneOf(pick, worth(bill)), pick)
  const changed = { ...bills, [side]: bills[side].map((bill, at) => (at === chosen ? change(bill) : bill)) }
  return bridge(sideOfInvoices(changed.before), sideOfInvoices(changed.after))
}

const world = makeWorld({ seed: 5, customers: process.env.SALDO_LONG ? 30 : 3, months: 13 })

const pairs: Compared[] = []
const pairsOf = (which: 'bill' | 'cost'): Compared[] => pairs.filter(({ name }) => name.startsWith(which))

beforeAll(async () => {
  for await (const compared of compareAll(world)) pairs.push(compared)
}, 300_000)

describe('a bill whose lines no longer add up to the total that it states', () => {
  test('is never explained away', () => {
    const pick = pickFrom(42)
    const missed: string[] = []
    let tried = 0
    for (const compared of pairsOf('bill'))
      for (const [name, mutation] of Object.entries(mutations)) {
        const { unexplained, drivers } = mutated(compared, mutation, pick)
        tried++
        const isTold = drivers.some(({ kind, amount }) => kind === 'unexplained' && amount.eq(unexplained))
        if (unexplained.eq(0) || !isTold) missed.push(`${compared.name}: ${name}`)
      }
    console.log(`${tried - missed.length} of ${tried} altered bills were caught`)
    expect(tried).toBeGreaterThan(100)
    expect(missed).toEqual([])
  })
})

describe('a charge whose subtotal and tax are no longer its total', () => {
  test('is never explained away', () => {
    const pick = pickFrom(43)
    const missed: string[] = []
    const costs = pairsOf('cost')
    for (const { name, before, after } of costs) {
      const chosen = pick(after[0]?.charges.length ?? 0)
      const alter = (charge: Charge, at: number): Charge =>
        at === chosen ? { ...charge, subtotal: charge.subtotal.plus(1 + pick(99)) } : charge
      const altered = after.map((month, at) => (at === 0 ? { ...month, charges: month.charges.map(alter) } : month))
      if (bridge(sideOfCharges(before), sideOfCharges(altered)).unexplained.eq(0)) missed.push(name)
    }
    console.log(`${costs.length - missed.length} of ${costs.length} altered supplier invoices were caught`)
    expect(costs.length).toBeGreaterThan(30)
    expect(missed).toEqual([])
  })
})
