import type { IncomingMessage } from 'node:http'
import { type Language, languageOfLocale } from '../values/language.ts'

/** Of a page behind a link that does not say whose it is: the browser says what its person reads. */
export function acceptedLanguage(request: IncomingMessage): Language {
  const wanted = (request.headers['accept-language'] ?? '').split(',').map((each) => each.split(';')[0]?.trim())
  return wanted.map(languageOfLocale).find((language) => language !== undefined) ?? 'en'
}
