import type { z } from 'zod'
import { type Importer, type ImportInput, ImportRefused } from '../ledger/importing.ts'
import { priceBookSchema, priceBooks } from '../ledger/price-book.ts'
import type { Collection, Json } from '../store/documents.ts'
import { offeringSchema, offerings } from '../support/offering.ts'
import { keepChanged } from './keep-changed.ts'
import { readYaml } from './read-yaml.ts'

type AccountFormat<D extends Json & { readonly partner: string }> = {
  readonly format: string
  readonly schema: z.ZodType<unknown, D>
  readonly collection: Collection<D>
  /** Fields that hold whole numbers. */
  readonly integers: readonly string[]
}

/** price-book.yaml: what each Partner Center account charges its customers. Begins with `# saldo price book`. */
export const priceBookImporter: Importer = accountImporter({
  format: 'price book',
  schema: priceBookSchema,
  collection: priceBooks,
  integers: [],
})

/** offering.yaml: what the partner tells its customers about itself. Begins with `# saldo offering`. */
export const offeringImporter: Importer = accountImporter({
  format: 'offering',
  schema: offeringSchema,
  collection: offerings,
  integers: ['weekday'],
})

/** A YAML file with one document for each Partner Center account, kept under the account's id. */
function accountImporter<D extends Json & { readonly partner: string }>(of: AccountFormat<D>): Importer {
  return {
    format: of.format,
    recognises: (start) => start.split('\n', 1)[0]?.trim() === `# saldo ${of.format}`,
    async import(input) {
      const documents = await readAccounts(input, of)
      return keepChanged(input, of.format, { what: `${of.format}s`, collection: of.collection, documents }, [])
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
