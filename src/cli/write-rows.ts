import type { Terminal } from './terminal.ts'

/** Columns of text for people: as wide as their widest cell, amounts (`right`) aligned at their end. */
export async function writeRows(
  { out }: Terminal,
  head: readonly string[],
  rows: readonly (readonly string[])[],
  right: readonly number[] = [],
): Promise<void> {
  const widths = head.map((name, at) => Math.max(name.length, ...rows.map((row) => row[at]?.length ?? 0)))
  const padded = (row: readonly string[]) =>
    row.map((cell, at) => (right.includes(at) ? cell.padStart(widths[at] ?? 0) : cell.padEnd(widths[at] ?? 0)))
  await out([head, ...rows].map((row) => `${padded(row).join('  ').trimEnd()}\n`).join(''))
}
