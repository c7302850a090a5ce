import { createHash } from 'node:crypto'
import { z } from 'zod'
import { ublImporter } from '../formats/ubl/ubl-importer.ts'
import { ImportRefused, type ImportReport } from '../ledger/importing.ts'
import type { Unit } from '../store/documents.ts'
import { acts } from './endpoint.ts'
import { inThisUnit } from './in-this-unit.ts'
import { Problem } from './problem.ts'
import { component } from './wire.ts'

const document = component(
  'NewInvoice',
  'A bill or credit note that the certified software made: UBL 2.1 by EN 16931.',
  z.strictObject({
    name: z.string().min(1).max(120).describe('What it is called in what went wrong, such as its file name.'),
    ubl: z.string().min(1).max(3_000_000).describe('The XML document.'),
  }),
)

const taken = component(
  'TakenInvoices',
  'What became of the documents, in the order given.',
  z.strictObject({
    documents: z.array(
      z.strictObject({
        name: z.string(),
        outcome: z.enum(['taken', 'already']).describe('`already`: this very document was here before.'),
        changes: z.array(z.strictObject({ what: z.string(), count: z.int() })),
        notes: z.array(z.string()),
      }),
    ),
  }),
)

export const postInvoices = acts(
  {
    method: 'POST',
    path: '/invoices',
    name: 'postInvoices',
    does: 'Take bills and credit notes, all of them or none',
    more: 'The same document again changes nothing; another one under its number is refused. One alone may be sent as XML.',
    ability: 'billing-work',
    body: component('NewInvoices', 'Documents.', z.strictObject({ documents: z.array(document).min(1).max(50) })),
    document: { type: 'application/xml', as: (ubl) => ({ documents: [{ name: 'document.xml', ubl }] }) },
    answers: { 200: { says: 'They are in.', schema: taken } },
  },
  async ({ body, now, newId }, unit) => {
    const documents = []
    for (const [at, { name, ubl }] of body.documents.entries()) {
      if (!ublImporter.recognises(ubl.slice(0, 65_536))) throw refusal(at, 'is no UBL 2.1 invoice or credit note')
      const { kind, changes, notes } = await take(unit, { at, name, ubl }, { now, newId })
      documents.push({
        name,
        outcome: kind === 'unchanged' ? 'already' : 'taken',
        changes: changes.map(({ what, count }) => ({ what, count })),
        notes: [...notes],
      })
    }
    return { status: 200, body: { documents } }
  },
)

type Come = { readonly at: number; readonly name: string; readonly ubl: string }

async function take(
  unit: Unit,
  { at, name, ubl }: Come,
  tools: Pick<Parameters<typeof ublImporter.import>[0], 'now' | 'newId'>,
): Promise<ImportReport> {
  const bytes = Buffer.from(ubl)
  const digest = createHash('sha256').update(bytes).digest('hex')
  const input = { file: name, open: () => only(bytes), digest, documents: inThisUnit(unit), dryRun: false, ...tools }
  try {
    return await ublImporter.import(input)
  } catch (error) {
    if (!(error instanceof ImportRefused)) throw error
    const { line, column, problem, remedy } = error.fault
    const where = [line && `line ${line}`, column].filter(Boolean).join(', ')
    throw refusal(at, `${where && `${where}: `}${problem}. ${remedy}`, error)
  }
}

async function* only(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes
}

const refusal = (at: number, says: string, cause?: unknown): Problem =>
  new Problem('refused', 'The documents were not taken, none of them.', {
    errors: [{ at: `body/documents/${at}/ubl`, says }],
    cause,
  })
