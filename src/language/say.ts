import type { Answer } from '../values/answer.ts'
import type { Language } from '../values/language.ts'
import type { Words } from './words.ts'

/** Says an answer in a language. Throws UnboundFigure when a figure of the text is no fact, UnknownKind for a kind that the catalogue lacks. */
export function say(_answer: Answer, _language: Language): Words {
  throw new Error('not yet')
}
