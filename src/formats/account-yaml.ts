import type { z } from 'zod'
import { type Importer, type ImportInput, ImportRefused } from '../ledger/importing.ts'
import { priceBookSchema, priceBooks } from '../ledger/price-book.ts'
import type { Collection, Json } from '../store/documents.ts'
import { helpdeskSchema, helpdesks } from '../support/helpdesk.ts'
import { keepChanged } from './keep-changed.ts'
import { readYaml } from './read-yaml.ts'

type AccountFormat<D extends Json & { readonly partner: string }> = {
  readonly format: string
  readonly schema: z.ZodType<unknown, D>
  readonly collection: Collection<D>
  /** Fields that hold whole numbers. */
  readonly integers: readonly string[]
  /** Adds what other files say, and what a person should know about it. Throws ImportRefused. */
  complete?(input: ImportInput, data: D): Promise<{ readonly data: D; readonly notes: readonly string[] }>
}

/** price-book.yaml: what each Partner Center account charges its customers. Begins with `# saldo price book`. */
export const priceBookImporter: Importer = accountImporter({
  format: 'price book',
  schema: priceBookSchema,
  collection: priceBooks,
  integers: [],
})

/** helpdesk.yaml: how the helpdesk works and what it can go to Microsoft with. Begins with `# saldo helpdesk`. */
export const helpdeskImporter: Importer = accountImporter({
  format: 'helpdesk',
  schema: helpdeskSchema,
  collection: helpdesks,
  // The minutes of the three severities.
  integers: ['A', 'B', 'C'],
})

/** A YAML file with one document for each Partner Center account, kept under the account's id. */
export function accountImporter<D extends Json & { readonly partner: string }>(of: AccountFormat<D>): Importer {
  return {
    format: of.format,
    recognises: (start) => start.split('\n', 1)[0]?.trim() === `# saldo ${of.format}`,
    async import(input) {
      const documents = await readAccounts(input, of)
      const notes: string[] = []
      for (const [partner, data] of of.complete ? documents : []) {
        const completed = await of.complete?.(input, data)
        if (completed) documents.set(partner, completed.data)
        notes.push(...(completed?.notes ?? []))
      }
      return keepChanged(input, of.format, { what: `${of.format}s`, collection: of.collection, documents }, notes)
    },
  }
}

async function readAccounts<D extends Json & { readonly partner: string }>(input: ImportInput, of: AccountFormat<D>) {
  const documents = new Map<string, D>()
  for (const { line, data } of await readYaml(input, of.schema, of.integers)) {
    const partner = data.partner.toLowerCase()
    if (documents.has(partner)) {
      const remedy = 'Write one document for each Partner Center account.'
      const problem = `it has one ${of.format} above already`
      throw new ImportRefused({ file: input.file, line, column: 'partner', value: data.partner, problem, remedy })
    }
    documents.set(partner, Object.assign({}, data, { partner }))
  }
  return documents
}
