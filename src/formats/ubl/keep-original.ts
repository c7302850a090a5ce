import { createHash } from 'node:crypto'
import type { ImportInput } from '../../ledger/importing.ts'
import type { Invoice } from '../../ledger/invoice.ts'
import { type TakenDocument, takeDocument } from '../../ledger/take-document.ts'
import type { Unit } from '../../store/documents.ts'
import type { ImportId } from '../../values/ids.ts'

/** Attachments make a file large that nobody asks a copy of for their sake. */
const maxBytes = 10 * 1024 * 1024

/** The file is the bill's certified document: who asks for a copy gets it, as long as no PDF of it came in. */
export async function keepOriginal(
  unit: Unit,
  input: ImportInput,
  bill: Invoice,
  from: ImportId,
): Promise<TakenDocument> {
  const chunks: Uint8Array[] = []
  for await (const chunk of input.open()) chunks.push(chunk)
  const content = Buffer.concat(chunks)
  if (content.length > maxBytes) return { kind: 'already' }
  return takeDocument(unit, bill, {
    import: from,
    file: input.file.replace(/\.gz$/, ''),
    mediaType: 'application/xml',
    sha256: createHash('sha256').update(content).digest('hex'),
    content,
  })
}
