import { composed, fold } from '../../language/fold.ts'

/** A note for colleagues begins so, in whichever language. */
const noteMark = /^\s*(?:#|note|nota|internal|interno|interna)\s*:\s*/i

export const isNote = (text: string): boolean => noteMark.test(text)
export const withoutNoteMark = (text: string): string => text.replace(noteMark, '').trim()

const said = {
  'cases-here': /\b(?:cases here|casos aqui|casos para aqui|helpdesk here)\b/,
} as const

/** Whether a message to the bot says one of the few things that set it up. */
export const hears = (text: string, what: keyof typeof said): boolean => said[what].test(fold(composed(text)))

/** Short for questions that are asked in a case every day: `bridge 2026-10`. */
const shorthand: readonly (readonly [RegExp, string])[] = [
  [/^(?:bridge|ponte|puente|why|porque|por que)\s+/i, 'why did the bill change in '],
  [/^(?:lines|linhas|lineas|líneas)\s+/i, 'show the invoice of '],
  [/^(?:balance|saldo|open|aberto|pendiente)$/i, 'how much do they owe?'],
]

/** A question to the bot as it is understood: some are asked so often that they have a short form. */
export function unabridged(text: string): string {
  for (const [short, long] of shorthand) if (short.test(text.trim())) return text.trim().replace(short, long)
  return text
}
