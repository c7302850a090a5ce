import type { Pick } from '../oracle/invented-lines.ts'

/** What is sold. `parts`: price of a seat and month of an annual term, one a line; `rule`: which rounding its cycles have (reference 7.1). */
export type Item = {
  readonly product: string
  readonly sku: string
  readonly name: string
  readonly parts: readonly string[]
  readonly rule: 'A' | 'B'
  /** Priced in US dollars and billed at a rate. */
  readonly dollars: boolean
}

const prices = ['10.08', '6.43', '16.48', '52.61', '9.36', '20.6', '32.4', '4.5', '12', '2.79', '57', '16.479', '0.415']

/** Sixty products, so that a customer never buys the same one twice but to carry on with it. */
export const items: readonly Item[] = Array.from({ length: 60 }, (_, at) => ({
  product: `CFQ7TTC0${String(at).padStart(4, '0')}`,
  sku: at % 3 === 0 ? '0002' : '0001',
  name: at % 7 === 0 ? `Invented Suite ${at}, with Voice` : `Invented Plan ${at}`,
  parts: at % 5 === 0 ? [prices[at % 13] as string, '4.88'] : [prices[at % 13] as string],
  rule: at % 2 === 0 ? 'A' : 'B',
  dollars: at % 8 === 3,
}))

/** What is free for a month: for some products a SKU of its own, which another one replaces when it is paid for. */
export const trialOf = (item: Item): Item =>
  Number(item.product.slice(-1)) % 2 === 0
    ? item
    : { ...item, sku: `T${item.sku.slice(1)}`, name: `${item.name} Trial` }

export type Meter = { readonly name: string; readonly price: string; readonly used: string }

export const meters: readonly Meter[] = [
  { name: 'Virtual Machines - D2s v5', price: '0.115', used: '744.1' },
  { name: 'Storage - Hot LRS, "Europe West"', price: '0.0196', used: '2150.4' },
  { name: 'Bandwidth - Egress', price: '0.0805', used: '61.25' },
  { name: 'SQL Database - vCore', price: '0.868', used: '210.950039' },
]

export const azurePlan: Item = {
  product: 'DZH318Z0BPS6',
  sku: '0001',
  name: 'Azure plan',
  parts: [],
  rule: 'A',
  dollars: true,
}

export const perpetual: readonly Item[] = ['Windows Server 2025', 'SQL Server, Standard Core'].map((name, at) => ({
  product: `DG7GMGF0D5R${at}`,
  sku: '0002',
  name,
  parts: [['412.1', '1789.00'][at] as string],
  rule: 'B',
  dollars: false,
}))

/** One of them. */
export function oneOf<T>(pick: Pick, all: readonly T[]): T {
  const chosen = all[pick(all.length)]
  if (chosen === undefined) throw new RangeError('nothing to pick from')
  return chosen
}
