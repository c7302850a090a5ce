/**
 * The event that a ReferenceId names, shared by the refund and the charge of one change. Microsoft wrote it as plain text and, from
 * 2026, as JSON such as `{"id":"...","v":"2.0"}` with members that come and go; only the id tells events apart.
 */
export function referenceEvent(reference: string | undefined): string | undefined {
  if (reference === undefined || reference === '0') return undefined
  if (!reference.startsWith('{')) return reference
  const id = idIn(reference)
  return id === '' ? undefined : (id ?? reference)
}

function idIn(json: string): string | undefined {
  try {
    const parsed: unknown = JSON.parse(json)
    if (typeof parsed !== 'object' || parsed === null) return undefined
    const entry = Object.entries(parsed).find(([name]) => name.toLowerCase() === 'id')
    return typeof entry?.[1] === 'string' ? entry[1] : undefined
  } catch (error) {
    if (error instanceof SyntaxError) return undefined
    throw error
  }
}
