import { composed, fold } from '../../language/fold.ts'
import type { Language } from '../../values/language.ts'

/** A note for colleagues begins so, in whichever language. */
const noteMark = /^\s*(?:#|note|nota|internal|interno|interna)\s*:\s*/i

export const isNote = (text: string): boolean => noteMark.test(text)
export const withoutNoteMark = (text: string): string => text.replace(noteMark, '').trim()

const said = {
  'cases-here': /\b(?:cases here|casos aqui|casos para aqui|helpdesk here)\b/,
} as const

/** Whether a message to the bot says one of the few things that set it up. */
export const hears = (text: string, what: keyof typeof said): boolean => said[what].test(fold(composed(text)))

type Long = Readonly<Record<'en' | 'pt' | 'es', string>>
/** Short for questions that are asked in a case every day: `bridge 2026-10`. */
const shorthand: readonly (readonly [RegExp, Long])[] = [
  [
    /^(?:bridge|ponte|puente)\s+/i,
    { en: 'why did the bill change in ', pt: 'porque mudou a fatura de ', es: 'por qué cambió la factura de ' },
  ],
  [
    /^(?:lines|linhas|l[ií]neas)\s+/i,
    { en: 'show the invoice of ', pt: 'mostra a fatura de ', es: 'muestra la factura de ' },
  ],
  [
    /^(?:balance|saldo|d[ií]vida|deuda)$/i,
    { en: 'how much do we owe?', pt: 'quanto devemos?', es: '¿cuánto debemos?' },
  ],
]

/** A question to the bot as it is understood: some are asked so often that they have a short form. */
export function unabridged(text: string, language: Language): string {
  const [short, long] = shorthand.find(([pattern]) => pattern.test(text.trim())) ?? []
  return short && long
    ? text.trim().replace(short, long[language.startsWith('pt') ? 'pt' : language === 'es' ? 'es' : 'en'])
    : text
}
