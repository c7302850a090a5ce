import { writeFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import type { Principal } from '../../access/principal.ts'
import { principalOf } from '../../access/principal-of.ts'
import type { DocumentDesk, OpenedDocument } from '../../conversation/document-desk.ts'
import { type Invoice, invoiceSchema, invoices } from '../../ledger/invoice.ts'
import { recordOf } from '../../ledger/record.ts'
import type { Reading } from '../../store/documents.ts'
import type { Language } from '../../values/language.ts'
import { CommandRefused } from '../command-refused.ts'
import { findPerson } from '../find-person.ts'
import { lookAt } from '../look-at.ts'
import type { ExitCode, Outside } from '../outside.ts'

type Options = { readonly as: string; readonly language?: Language; readonly out?: string; readonly json: boolean }

/** `saldo invoices copy`: a bill's document as the person would get it, written into a file. */
export const copyInvoice = (outside: Outside, number: string, options: Options): Promise<ExitCode> =>
  lookAt(outside, async (desk) => {
    const { tenant, objectId } = await findPerson(desk.documents, options.as)
    const person = { tenant, objectId }
    const documentDesk = desk.documentDesk()
    const { invoice, opened } = await openFirst(desk.documents, documentDesk, number, {
      person,
      language: options.language ?? languageOf(await principalOf(desk.documents, person)),
    })
    const { terminal } = outside
    const file = resolve(terminal.workingFolder, options.out ?? opened.about.file)
    await writeFile(file, opened.bytes)
    await documentDesk.note({ ...person, invoice, way: 'command', outcome: 'handed-over' })
    const { kind, number: bill } = opened.about
    await terminal.out(
      options.json
        ? `${JSON.stringify({ number: bill, kind, file, mediaType: opened.mediaType, bytes: opened.bytes.length })}\n`
        : `${kind === 'original' ? 'the original document' : 'a billing statement'} of ${bill}: ${file}\n`,
    )
    return 0
  })

/** The person's own, else the one that the company is written to. */
const languageOf = (principal: Principal): Language =>
  (principal.kind === 'stranger' ? undefined : principal.language) ??
  (principal.kind === 'customer' ? principal.customer.language : 'en')

type Opened = { readonly invoice: Invoice['id']; readonly opened: Extract<OpenedDocument, { kind: 'opened' }> }

/** Two customers' bills can have one number: the person may have one of them. Throws CommandRefused, in the same words for all reasons. */
async function openFirst(
  reading: Reading,
  documentDesk: DocumentDesk,
  number: string,
  request: Pick<Parameters<DocumentDesk['open']>[0], 'person' | 'language'>,
): Promise<Opened> {
  const { items } = await reading.find(invoices, { index: 'anyNumber', equals: number.trim().toUpperCase() })
  for (const { data } of items) {
    const { id: invoice } = recordOf(invoiceSchema, data)
    const opened = await documentDesk.open({ ...request, invoice })
    if (opened.kind === 'opened') return { invoice, opened }
  }
  throw new CommandRefused(
    `there is no document ${number} that this person may have: \`saldo invoices\` lists the bills`,
  )
}
