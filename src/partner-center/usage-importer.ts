import type { Importer, ImportInput, ImportReport } from '../ledger/importing.ts'
import { type CustomerUsage, takeUsage } from '../ledger/take-usage.ts'
import type { ImportId } from '../values/ids.ts'
import { type CheckedRows, checkRows } from './check-rows.ts'
import { namesIn } from './header-row.ts'
import type { RowSource } from './row-source.ts'
import { RowSpill, type SpilledRow } from './row-spill.ts'
import { sourceOf, startsAsJson } from './source-of.ts'
import { sumUsage } from './sum-usage.ts'
import { type UsageColumn, usageLayout, usageRules } from './usage-columns.ts'
import { keptCells, type UsageLine, UsageReader } from './usage-reader.ts'

const format = 'daily rated usage'

/** Whether a file that starts so is a daily rated usage file, whole or with columns missing. */
export function startsAsUsage(start: string): boolean {
  const known = new Set(namesIn(start).map(usageLayout.columnOf))
  return ['UsageDate', 'MeterName', 'EntitlementId', 'BillingPreTaxTotal'].every((column) =>
    known.has(column as UsageColumn),
  )
}

/** Microsoft's daily rated usage of a closed month (Partner Center docs, daily-rated-usage-recon-files). */
export const usageImporter: Importer = {
  format,
  recognises: startsAsUsage,
  maybePart: startsAsJson,
  import: async (input) => importUsage(input, await sourceOf(input)),
}

/** Takes in the rows of daily rated usage, from wherever they come. */
export async function importUsage(input: ImportInput, source: RowSource): Promise<ImportReport> {
  const rows = new RowSpill()
  try {
    const checked = await checkRows(input.file, source, {
      layout: usageLayout,
      rules: usageRules,
      keep(header, { key }, cells, line) {
        const kept = keptCells(header, cells)
        rows.put(`${key}|${placeOf(header.at, cells)}`, line, kept)
      },
    })
    return await take(input, checked, rows)
  } finally {
    rows.close()
  }
}

/** A customer's rows can be a million, and those of one resource group of one Azure subscription are summed up alone. */
const placeOf = (at: Readonly<Record<UsageColumn, number>>, cells: readonly string[]): string =>
  `${cells[at.EntitlementId]}|${cells[at.ResourceGroup] ?? ''}`.toLowerCase()

async function take(input: ImportInput, checked: CheckedRows<UsageColumn>, rows: RowSpill): Promise<ImportReport> {
  const { file, digest, now, dryRun } = input
  const { check, header, order, mark } = checked
  const records = check.lines
  const reader = new UsageReader(order, mark)
  const taken = await takeUsage(input.documents, {
    record: { id: input.newId() as ImportId, file, format, digest, at: now, records },
    invoices: [...check.owners.invoices.values()].map(({ number, partner, currency, lines, customers }) => ({
      number,
      partner,
      currency,
      lines,
      customers: [...customers].sort(),
    })),
    batches: { [Symbol.asyncIterator]: () => batchesOf(reader, rows) },
    dryRun,
  })
  const changes = taken.kind === 'unchanged' ? [] : taken.changes
  const kind = taken.kind === 'taken' ? 'imported' : taken.kind
  const unknown = header.unknown.map(({ name }) => `column ${name} is not known to Saldo and was not kept`)
  const notes = [...unknown, ...(taken.kind === 'unchanged' ? [] : taken.notes)]
  return { kind, file, format, records, changes, notes }
}

/** Everybody's usage, customer by customer, each summed up only when it is its turn. */
async function* batchesOf(reader: UsageReader, rows: RowSpill): AsyncGenerator<CustomerUsage> {
  let batch: (CustomerUsage & { usage: CustomerUsage['usage'][number][] }) | undefined
  for (const owner of rows.owners()) {
    const [customer, supplierInvoice] = owner.split('|') as [CustomerUsage['customer'], string]
    if (batch?.customer !== customer || batch.supplierInvoice !== supplierInvoice) {
      if (batch) yield batch
      batch = { customer, supplierInvoice, usage: [] }
    }
    batch.usage.push(...sumUsage(linesOf(reader, rows.take(owner))))
  }
  if (batch) yield batch
}

function* linesOf(reader: UsageReader, rows: Iterable<SpilledRow>): Generator<UsageLine> {
  for (const { cells } of rows) yield reader.read(cells)
}
