/** What a log may keep of an error: its class and where it happened. Messages can quote what a person wrote, so they stay out. */
export function failureOf(error: unknown): { fault: string; at?: readonly string[]; cause?: string } {
  if (!(error instanceof Error)) return { fault: typeof error }
  const at = error.stack
    ?.split('\n')
    .map((line) => line.trim())
    .filter((line) => line.startsWith('at '))
    .slice(0, 8)
  return { fault: error.name, at, ...(error.cause instanceof Error && { cause: error.cause.name }) }
}
