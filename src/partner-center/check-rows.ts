import { ImportRefused } from '../ledger/importing.ts'
import type { FileHeader, Layout } from './layout.ts'
import type { DecimalMark } from './number-cell.ts'
import { RowCheck } from './row-check.ts'
import type { RowOwner } from './row-owners.ts'
import type { RowRules } from './row-rules.ts'
import type { RowSource } from './row-source.ts'

/** Rows in which no fault was found, and how the whole of them is to be read. */
export type CheckedRows<C extends string> = {
  readonly header: FileHeader<C>
  readonly check: RowCheck<C>
  readonly order: 'monthFirst' | 'dayFirst'
  readonly mark: DecimalMark
}

/** One of Microsoft's tables, and what becomes of each row that passed. */
export type RowTable<C extends string> = {
  readonly layout: Layout<C>
  readonly rules: RowRules<C>
  /** Called for every row once it is known whose it is. */
  keep(header: FileHeader<C>, owner: RowOwner, cells: readonly string[], line: number): void
}

/** Reads all rows once. Throws ImportRefused at the first fault. */
export async function checkRows<C extends string>(
  file: string,
  source: RowSource,
  { layout, rules, keep }: RowTable<C>,
): Promise<CheckedRows<C>> {
  let header: FileHeader<C> | undefined
  let check: RowCheck<C> | undefined
  try {
    await source.read(layout, {
      header(given) {
        header = given
        check = new RowCheck(file, given, rules)
      },
      row(cells, line) {
        const owner = check?.check(cells, line)
        if (owner) keep(header as FileHeader<C>, owner, cells, line)
      },
    })
    if (!header || !check || check.lines === 0) {
      const remedy = 'Download it from Partner Center again'
      throw new ImportRefused({ file, problem: 'the file has no charges', remedy })
    }
    return { header, check, order: check.dates.order.decided(), mark: check.numbers.mark.decided() }
  } catch (error) {
    throw error instanceof ImportRefused ? source.placed(error) : error
  }
}
