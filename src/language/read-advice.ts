import { type Advice, adviceSchema } from './advisor.ts'

// The longest advice that there can be has under 200 characters.
const longest = 1000

/** What an advisor wrote, as advice. Anything but one JSON object of the schema is none: prose, code fences, other codes, other keys. */
export function readAdvice(written: string): Advice | undefined {
  if (written.length > longest) return undefined
  try {
    return adviceSchema.safeParse(JSON.parse(written)).data
  } catch (error) {
    if (error instanceof SyntaxError) return undefined
    throw error
  }
}
