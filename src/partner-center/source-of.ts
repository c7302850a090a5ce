import type { ImportInput } from '../ledger/importing.ts'
import { csvSource } from './csv-source.ts'
import { JsonSource } from './json-source.ts'
import type { RowSource } from './row-source.ts'
import { startOf } from './start-of.ts'

/** The rows of one file: a CSV file of Partner Center, or a blob of a Graph export that stands alone. */
export async function sourceOf({ file, open }: Pick<ImportInput, 'file' | 'open'>): Promise<RowSource> {
  const isJson = (await startOf(open())).trimStart().startsWith('{')
  return isJson ? new JsonSource([{ file, open }]) : csvSource({ file, open })
}
