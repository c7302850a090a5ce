import type { Reading } from '../store/documents.ts'
import { decimal, decimalText } from '../values/decimal.ts'
import { chargePages, type StoredCharge, type SupplierInvoice } from './charge.ts'
import type { CustomerCharges } from './take-charges.ts'

/**
 * Whether a file says of its supplier invoices just what is there: a copy saved by a spreadsheet, or exported in another format, has
 * other bytes and the same charges. Where a charge stands in the file does not matter.
 */
export async function saysTheSame(
  reading: Reading,
  there: readonly SupplierInvoice[],
  batches: AsyncIterable<CustomerCharges>,
): Promise<boolean> {
  const missing = new Set(
    there.flatMap(({ number, customers }) => customers.map((customer) => `${customer}|${number}`)),
  )
  for await (const { customer, supplierInvoice, charges } of batches) {
    const key = `${customer}|${supplierInvoice}`
    const invoice = there.find(({ number }) => number === supplierInvoice)
    if (!invoice || !missing.delete(key)) return false
    const { items } = await reading.find(chargePages, { index: 'customer', equals: key })
    const before = items.filter(({ data }) => data.import === invoice.import).flatMap(({ data }) => data.charges)
    if (!isSame(before, charges)) return false
  }
  return missing.size === 0
}

const numbers: ReadonlySet<string> = new Set([
  'unitPrice',
  'quantity',
  'subtotal',
  'taxTotal',
  'total',
  'effectiveUnitPrice',
  'billableQuantity',
  'exchangeRate',
] satisfies (keyof StoredCharge)[])

const isSame = (before: readonly StoredCharge[], charges: readonly StoredCharge[]): boolean => {
  const there = otherColumns(before)
  const columns = new Set([...otherColumns(charges)].filter((name) => there.has(name)))
  return before.length === charges.length && written(before, columns) === written(charges, columns)
}

/** A column that only one of the files has, such as one that newer exports added, says nothing against the other. */
const otherColumns = (charges: readonly StoredCharge[]): Set<string> =>
  new Set(charges.flatMap(({ other }) => Object.keys(other ?? {})))

const written = (charges: readonly StoredCharge[], columns: ReadonlySet<string>): string =>
  charges
    .map(({ line: _, other = {}, ...charge }) =>
      JSON.stringify([
        ...Object.entries(charge)
          .filter(([, value]) => value !== undefined)
          .map(fieldOf)
          .sort(byName),
        ...Object.entries(other)
          .filter(([name]) => columns.has(name))
          .sort(byName),
      ]),
    )
    .sort()
    .join('\n')

/** Numbers by what they say, and lists in any order: Microsoft's is not stable. */
function fieldOf([name, value]: [string, unknown]): [string, unknown] {
  if (typeof value === 'string' && numbers.has(name)) return [name, decimalText(decimal(value))]
  return [name, Array.isArray(value) ? value.toSorted() : value]
}

const byName = ([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number =>
  a < b ? -1 : a > b ? 1 : 0
