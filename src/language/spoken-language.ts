import { type Language, languageOfLocale } from '../values/language.ts'
import { detectLanguage, type LanguageModel } from './language-detector.ts'

/** Words from which a message can change the language of a conversation: "ok" and a product's name are of every language. */
const enoughWords = 4
/**
 * How far ahead of the next language a message must be to be clear, in decision values: a short one is so only if unmistakable.
 * Of 1,024 messages of four words or more by other authors, 1 is taken for another language and 3 are not clear.
 */
const clear = 0.3
const clearAt: Readonly<Record<number, number>> = { 2: 2.5, 3: 1.5 }
/** How far ahead the one Portuguese must be to overrule what is known: 2 % of such messages mislead. */
const plain = 1.5

const baseOf = (language: Language | undefined) => language?.slice(0, 2)

/** The language to answer in: the conversation's, unless the message is clearly in another; on a first turn the message's, else the locale's. */
export function spokenLanguage(
  model: LanguageModel,
  text: string,
  current: Language | undefined,
  locale: string | undefined,
): Language {
  const { language, lead, words, otherVariety } = detectLanguage(model, text)
  const local = languageOfLocale(locale)
  const known = current ?? local
  const needed = current && words < enoughWords ? (clearAt[words] ?? Number.POSITIVE_INFINITY) : clear
  const isClear = lead >= needed && words > 1
  if (known && (!isClear || baseOf(known) === baseOf(language))) {
    const overruled = words >= enoughWords && otherVariety >= plain && baseOf(known) === baseOf(language)
    return overruled ? language : known
  }
  return baseOf(local) === baseOf(language) ? local! : language
}
