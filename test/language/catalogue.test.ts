import { IntlMessageFormat } from 'intl-messageformat'
import { describe, expect, test } from 'vitest'
import { answerKinds, answerTerms } from '../../src/answers/kinds.ts'
import { catalogues } from '../../src/language/catalogue/catalogues.ts'
import type { Template } from '../../src/language/catalogue.ts'
import { languages, localeOf } from '../../src/values/language.ts'

const sorted = (all: Iterable<string>): string[] => [...new Set(all)].sort()
const partsOf = (template: Template): readonly (string | undefined)[] =>
  typeof template === 'string' ? [template] : [template.title, template.text, template.row]
const textsOf = (template: Template): readonly string[] => partsOf(template).filter((part) => part !== undefined)

// What conversation/ says by itself, beside the answers' families.
const ownKinds = ['note.language']

type Element = { type: number; value?: string; options?: Record<string, { value: Element[] }> }
const plural = 6
const bareArgument = 1

/** The facts that a template names, and, for those it chooses by, the choices. */
function named(elements: readonly Element[], found = new Map<string, Set<string>>()): Map<string, Set<string>> {
  for (const { type, value, options } of elements) {
    if (type === 0 || type === 7 || value === undefined) continue
    const seen = found.get(value) ?? new Set<string>()
    found.set(value, seen)
    for (const [choice, inner] of Object.entries(options ?? {})) {
      // Languages have plural forms of their own; what a select chooses by is the same everywhere.
      if (type !== plural) seen.add(choice)
      named(inner.value, found)
    }
    if (type === bareArgument) seen.add('{}')
  }
  return found
}

const namesIn = (template: string, language: (typeof languages)[number]): string[] =>
  [...named(new IntlMessageFormat(template, localeOf[language]).getAst() as Element[])]
    .map(([name, choices]) => `${name}: ${sorted(choices).join(' ')}`)
    .sort()

describe.each(languages)('the catalogue in %s', (language) => {
  const { templates, terms } = catalogues[language]

  test('has words for every kind that is declared, and for no other', () => {
    expect(sorted(Object.keys(templates))).toEqual(sorted([...answerKinds, ...ownKinds]))
  })

  test('has a word for every term that a fact can hold, and for no other', () => {
    const own = Object.keys(terms).filter((term) => !/^(label|frame|language)\./.test(term))
    expect(sorted(own)).toEqual(sorted(answerTerms))
  })

  test('holds no figure', () => {
    for (const [kind, template] of Object.entries(templates))
      for (const text of textsOf(template)) expect(text, kind).not.toMatch(/\p{N}/u)
    for (const [term, text] of Object.entries(terms)) expect(text, term).not.toMatch(/\p{N}/u)
  })

  test('names the same facts as the English one', () => {
    for (const [kind, template] of Object.entries(templates)) {
      const english = partsOf(catalogues.en.templates[kind]!)
      partsOf(template).forEach((text, at) => {
        const facts = text === undefined ? [] : namesIn(text, language)
        expect(facts, `${kind}, part ${at}`).toEqual(english[at] === undefined ? [] : namesIn(english[at], 'en'))
      })
    }
  })

  test('has the labels of the English one', () => {
    const labels = (all: object) => sorted(Object.keys(all).filter((term) => /^(label|frame|language)\./.test(term)))
    expect(labels(terms)).toEqual(labels(catalogues.en.terms))
  })
})
