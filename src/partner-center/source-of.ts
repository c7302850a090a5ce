import type { ImportInput } from '../ledger/importing.ts'
import { csvSource } from './csv-source.ts'
import { JsonSource } from './json-source.ts'
import type { RowSource } from './row-source.ts'
import { startOf } from './start-of.ts'

/** JSON lines: a blob of a Graph export, which may have others beside it. */
export const startsAsJson = (start: string): boolean => start.trimStart().startsWith('{')

/** The rows of one file: a CSV file of Partner Center, or a blob of a Graph export that stands alone. */
export async function sourceOf({ file, open }: Pick<ImportInput, 'file' | 'open'>): Promise<RowSource> {
  return startsAsJson(await startOf(open())) ? new JsonSource([{ file, open }]) : csvSource({ file, open })
}
