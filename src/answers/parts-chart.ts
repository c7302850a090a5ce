import type { Invoice, InvoiceLine } from '../ledger/invoice.ts'
import type { Chart } from '../values/chart.ts'
import type { Fact } from '../values/fact.ts'
import { type Money, sum } from '../values/money.ts'
import { moneyFact, termFact, textFact } from './facts.ts'
import { computed, ofLine } from './sources.ts'

export const terms = ['chart.rest']

const partsAtMost = 6

type Part = { readonly lines: readonly InvoiceLine[]; readonly net: Money }

/** What a bill is made up of, by product, the largest first. Nothing where a product comes to less than zero: there is no such slice. */
export function partsChart(invoice: Invoice): Chart | undefined {
  const parts = [...Map.groupBy(invoice.lines, ({ product }) => product).values()]
    .map((lines) => partOf(invoice, lines))
    .filter(({ net }) => net.minor !== 0n)
    .sort((a, b) => Number(b.net.minor - a.net.minor))
  if (parts.length < 2 || parts.some(({ net }) => net.minor < 0n)) return undefined
  const rest = parts.slice(partsAtMost)
  const product = ({ lines: [line] }: Part): Fact => textFact(line!.product, ofLine(invoice, line!, 'product'))
  return {
    type: 'parts',
    parts: [
      ...parts.slice(0, partsAtMost).map((part) => ({ label: product(part), amount: amountOf(invoice, part) })),
      ...(rest.length ? [restOf(invoice, rest)] : []),
    ],
  }
}

const partOf = (invoice: Invoice, lines: readonly InvoiceLine[]): Part => ({
  lines,
  net: sum(
    lines.map(({ net }) => net),
    invoice.currency,
  ),
})

function amountOf(invoice: Invoice, { lines, net }: Part): Fact {
  const nets = lines.map((line) => ofLine(invoice, line, 'net'))
  return moneyFact(net, nets.length === 1 ? nets[0]! : computed('sum of the lines of a product', nets))
}

function restOf(invoice: Invoice, rest: readonly Part[]) {
  const { lines, net } = partOf(
    invoice,
    rest.flatMap((part) => part.lines),
  )
  const rule = computed(
    'sum of the lines of the other products',
    lines.map((line) => ofLine(invoice, line, 'net')),
  )
  return { label: termFact('chart.rest', rule), amount: moneyFact(net, rule) }
}
