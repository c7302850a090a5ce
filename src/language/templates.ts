import { IntlMessageFormat } from 'intl-messageformat'
import { type Language, localeOf } from '../values/language.ts'
import { catalogues } from './catalogue/catalogues.ts'

/** An answer, a note, a next step or a term that the catalogue has no words for: a fault of ours, found by the catalogue's test. */
export class UnknownKind extends Error {
  override name = 'UnknownKind'
}

/** What a template is filled with: words, and numbers where a plural decides. */
export type Values = Readonly<Record<string, string | number>>
export type Said = (values: Values) => string
export type Compiled = { readonly title?: Said; readonly text: Said; readonly row?: Said; readonly detail?: Said }

const compiled = new Map<string, Compiled>()

/** The templates of a kind, compiled once. Throws UnknownKind. */
export function templatesOf(kind: string, language: Language): Compiled {
  const key = `${language} ${kind}`
  const known = compiled.get(key) ?? compile(kind, language)
  compiled.set(key, known)
  return known
}

function compile(kind: string, language: Language): Compiled {
  const template = catalogues[language].templates[kind]
  if (template === undefined) throw new UnknownKind(`no ${language} words for "${kind}"`)
  if (typeof template === 'string') return { text: saying(template, language) }
  const { title, text, row, detail } = template
  return {
    title: saying(title, language),
    text: saying(text, language),
    row: row === undefined ? undefined : saying(row, language),
    detail: detail === undefined ? undefined : saying(detail, language),
  }
}

/** Of a template without a placeholder nothing has to be formatted. A missing value throws, naming the placeholder. */
function saying(template: string, language: Language): Said {
  if (!template.includes('{')) return () => template
  const message = new IntlMessageFormat(template, localeOf[language], undefined, { ignoreTag: true })
  return (values) => String(message.format(values))
}
