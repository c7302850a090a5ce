import { createHash } from 'node:crypto'
import { imports } from '../ledger/import-record.ts'
import { type Importer, type ImportInput, ImportRefused } from '../ledger/importing.ts'
import type { Invoice } from '../ledger/invoice.ts'
import { readWhole } from '../ledger/read-whole.ts'
import { billsOfFile, type TakenDocument, takeDocument } from '../ledger/take-document.ts'
import type { Unit } from '../store/documents.ts'
import { importRecord } from './import-record.ts'
import { inOneUnit } from './in-one-unit.ts'

const format = 'invoice document'
/** A bill with its annexes has a few hundred kilobytes. */
const maxBytes = 10 * 1024 * 1024
const tooLarge = {
  problem: `the document has more than ${maxBytes / 1024 / 1024} MB`,
  remedy: 'Have it printed again without annexes or with smaller images.',
}

/** The certified document of a bill as PDF. Its file name says whose: the bill's number, or what legal-numbers.csv calls it. */
export const pdfDocumentImporter: Importer = {
  format,
  recognises: (start) => start.startsWith('%PDF-'),
  async import(input) {
    const content = await readPdf(input)
    const { bill, taken } = await inOneUnit(input, (unit) => take(unit, input, content))
    const changed = taken.kind !== 'already'
    return {
      kind: !changed ? 'unchanged' : input.dryRun ? 'checked' : 'imported',
      file: input.file,
      format,
      records: 1,
      changes: changed ? [{ what: 'documents', count: 1 }] : [],
      notes: [
        `it is the document of ${bill.number}`,
        ...(taken.kind === 'replaced' ? [`it takes the place of ${taken.file}`] : []),
      ],
    }
  },
}

async function readPdf(input: ImportInput): Promise<Uint8Array> {
  const { file } = input
  const content = await readWhole(input, maxBytes, tooLarge)
  // Every PDF ends so (ISO 32000-1, 7.5.5); readers forgive what follows, but not a missing end.
  if (content.subarray(-2048).includes('%%EOF')) return content
  throw new ImportRefused({
    file,
    problem: 'the PDF is cut off',
    remedy: 'Fetch it again from the invoicing software.',
  })
}

async function take(unit: Unit, input: ImportInput, content: Uint8Array) {
  const bill = await billOf(unit, input.file)
  const record = importRecord(input, format, 1)
  const sha256 = createHash('sha256').update(content).digest('hex')
  const taken: TakenDocument = await takeDocument(unit, bill, {
    import: record.id,
    file: input.file,
    mediaType: 'application/pdf',
    sha256,
    content,
  })
  if (taken.kind !== 'already') unit.put(imports, record.id, record, 0)
  return { bill, taken }
}

async function billOf(unit: Unit, file: string): Promise<Invoice> {
  const [bill, other] = await billsOfFile(unit, file)
  if (bill && !other) return bill
  const problem = bill
    ? `the file's name fits ${bill.number} and ${other?.number} alike`
    : "no bill has the number that the file's name says"
  const remedy = bill
    ? "Name the file by the bill's own number, which no other bill has."
    : 'Name the file by the number, such as FT_2026-123.pdf for FT 2026/123, or give its name in the document column of a legal-numbers.csv and import that first.'
  throw new ImportRefused({ file, problem, remedy })
}
