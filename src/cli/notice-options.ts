import { InvalidArgumentError } from 'commander'
import { type Instant, instant } from '../values/day.ts'
import { type Language, languages } from '../values/language.ts'

/** A notice's words as they were given: with the language before them, or in that of `--language`. */
export type GivenText = { readonly language?: Language; readonly text: string }

/** Collects `en="..."` and bare texts, one option after another. */
export function textOption(given: string, before: readonly GivenText[] = []): readonly GivenText[] {
  const [, tag, rest] = /^([a-z]{2}(?:-[a-z]{2})?)=(.*)$/is.exec(given) ?? []
  const language = languages.find((each) => each.toLowerCase() === tag?.toLowerCase())
  // A text may begin with a word and an equals sign of its own.
  return [...before, language ? { language, text: (rest ?? '').trim() } : { text: given.trim() }]
}

/** Reads an option that is a point in time. Anything else is wrong usage. */
export function instantOption(text: string): Instant {
  try {
    return instant(text)
  } catch (cause) {
    if (!(cause instanceof RangeError)) throw cause
    throw new InvalidArgumentError('Write a point in time with its offset, such as 2026-11-23T09:10Z.')
  }
}
