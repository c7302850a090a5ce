/** The texts of a cell that holds a JSON array such as `["Add-on"]`; a cell of plain text counts as one. Undefined for none. */
export function textsInCell(cell: string): string[] | undefined {
  const trimmed = cell.trim()
  if (trimmed === '' || trimmed === '[]') return undefined
  if (!trimmed.startsWith('[')) return [trimmed]
  try {
    const parsed: unknown = JSON.parse(trimmed)
    return Array.isArray(parsed)
      ? parsed.map((entry) => (typeof entry === 'string' ? entry : JSON.stringify(entry)))
      : [trimmed]
  } catch (error) {
    if (error instanceof SyntaxError) return [trimmed]
    throw error
  }
}
