import { type Language, languages } from '../values/language.ts'

/** The language that a file of messages is in, by how its name starts: `en.txt`, `pt-BR-figueira.jsonl`. Undefined where it says none. */
export const languageOfFile = (name: string): Language | undefined =>
  languages.find((language) => name.startsWith(language) && /^[._-]/.test(name.slice(language.length)))
