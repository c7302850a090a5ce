/** One of Microsoft's tables: which columns it has and by which names they go. */
export type Layout<C extends string> = {
  readonly columns: readonly C[]
  /** Without these a row cannot be used. Every other column may be missing: older exports have fewer. */
  readonly required: readonly C[]
  /** The column that a header names, in any case, under an old or a new name; undefined for one that we do not know. */
  columnOf(header: string): C | undefined
}

/** Where each column stands in a row. */
export type FileHeader<C extends string> = {
  /** Cells in every row. */
  readonly width: number
  /** Position by column; -1 when the file lacks it. */
  readonly at: Readonly<Record<C, number>>
  /** Columns that we do not know, by their header. */
  readonly unknown: readonly { readonly name: string; readonly at: number }[]
}

/** A layout of these columns in Microsoft's order. `renamed`: other names of a column, in lower case. */
export function layoutOf<C extends string>(
  columns: readonly C[],
  required: readonly C[],
  renamed: Readonly<Record<string, C>>,
): Layout<C> {
  const byKey = new Map<string, C>(Object.entries(renamed))
  for (const column of columns) byKey.set(column.toLowerCase(), column)
  const columnOf = (header: string): C | undefined => byKey.get(header.replace(/[\s_'"]/g, '').toLowerCase())
  return { columns, required, columnOf }
}
