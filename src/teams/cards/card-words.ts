import type { CardTerm } from '../../answers/case-card-words.ts'
import type { terms as ticketTerms } from '../../answers/ticket-facts.ts'
import { catalogues } from '../../language/catalogue/catalogues.ts'
import { sayFact, sayTerm } from '../../language/say-fact.ts'
import type { Instant } from '../../values/day.ts'
import type { FactValue } from '../../values/fact.ts'
import type { Language } from '../../values/language.ts'
import { alone } from './elements.ts'

type Label = `label.${'state' | 'priority' | 'opened' | 'by' | 'customer' | 'invoice'}`
type Term = CardTerm | (typeof ticketTerms)[number] | Label | `language.${Language}`

/** The words of a card in one language. */
export type CardWords = {
  readonly language: Language
  /** Within a sentence, or after a label. */
  word(term: Term): string
  /** A label, a heading, a button: with a capital. */
  title(term: Term): string
  /** Of a list that is not ours to close: the catalogue's word, else what stands there. */
  known(term: string, otherwise: string): string
  value(value: FactValue): string
  at(instant: Instant): string
}

export function cardWords(language: Language, timeZone: string): CardWords {
  const word = (term: Term): string => sayTerm(term, language)
  return {
    language,
    word,
    title: (term) => alone(word(term)),
    known: (term, otherwise) => catalogues[language].terms[term] ?? otherwise,
    value: (value) => sayFact(value, language),
    at: (instant) => sayFact({ type: 'instant', instant, timeZone }, language),
  }
}
