import type { StoredCharge } from '../ledger/charge.ts'
import { type Importer, type ImportInput, ImportRefused, type ImportReport } from '../ledger/importing.ts'
import { type CustomerCharges, takeCharges } from '../ledger/take-charges.ts'
import type { ImportId } from '../values/ids.ts'
import { ChargeReader } from './charge-reader.ts'
import { type CheckedFile, checkReconciliation } from './check-reconciliation.ts'
import { orderCharges } from './order-charges.ts'
import { startsAsReconciliation } from './reconciliation-header.ts'
import type { RowSource } from './row-source.ts'
import type { SpilledRow } from './row-spill.ts'
import { sourceOf, startsAsJson } from './source-of.ts'

const format = 'invoice reconciliation'

/** Microsoft's invoice reconciliation file of the new commerce (Partner Center docs, modern-invoice-reconciliation-file). */
export const reconciliationImporter: Importer = {
  format,
  recognises: startsAsReconciliation,
  maybePart: startsAsJson,
  import: async (input) => importReconciliation(input, await sourceOf(input)),
}

/** Takes in the rows of an invoice reconciliation, from wherever they come. */
export async function importReconciliation(input: ImportInput, source: RowSource): Promise<ImportReport> {
  const checked = await checkReconciliation(input.file, source)
  try {
    return await take(input, checked)
  } finally {
    checked.rows.close()
  }
}

async function take(input: ImportInput, checked: CheckedFile): Promise<ImportReport> {
  const { file, digest, now, dryRun } = input
  const id = input.newId() as ImportId
  const taken = await takeCharges(input.documents, {
    record: { id, file, format, digest, at: now, records: checked.lines },
    invoices: checked.invoices,
    batches: { [Symbol.asyncIterator]: () => batchesOf(checked) },
    dryRun,
  })
  if (taken.kind === 'already-billed') {
    const problem = `supplier invoice ${taken.supplierInvoice} was imported before with other charges, and your customers were billed from those`
    const remedy =
      'The imported charges stay as they were billed. Where Microsoft has changed them, correct the customers concerned with credit notes'
    throw new ImportRefused({ file, column: 'InvoiceNumber', value: taken.supplierInvoice, problem, remedy })
  }
  const changes = taken.kind === 'unchanged' ? [] : taken.changes
  const kind = taken.kind === 'taken' ? 'imported' : taken.kind
  const notes = [...checked.notes, ...(taken.kind === 'unchanged' ? [] : taken.notes)]
  return { kind, file, format, records: checked.lines, changes, notes }
}

/** Everybody's charges, customer by customer, each read from its rows only when it is its turn. */
async function* batchesOf({ header, rows, order, mark }: CheckedFile): AsyncGenerator<CustomerCharges> {
  const reader = new ChargeReader(header, order, mark)
  for (const owner of rows.owners()) {
    const [customer, supplierInvoice] = owner.split('|') as [CustomerCharges['customer'], string]
    yield { customer, supplierInvoice, charges: orderCharges(chargesOf(reader, rows.take(owner))) }
  }
}

function* chargesOf(reader: ChargeReader, rows: Iterable<SpilledRow>): Generator<StoredCharge> {
  for (const { line, cells } of rows) yield reader.read(cells, line)
}
