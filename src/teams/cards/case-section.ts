import type { CardElementArray, IFact, IFactSet } from '@microsoft/teams.cards'
import type { CaseView } from '../../conversation/desk/case-view.ts'
import type { CardWords } from './card-words.ts'
import type { Fit, shortener } from './case-fit.ts'
import { harmless, text } from './elements.ts'

/** What the parts of a case's card are made with. */
export type SectionScene = {
  readonly view: CaseView
  readonly words: CardWords
  readonly fit: Fit
  readonly short: ReturnType<typeof shortener>
  /** Fresh links to files, by the file. */
  readonly links: ReadonlyMap<string, string>
}

export const small = { size: 'Small', isSubtle: true, spacing: 'Small' } as const
/** What somebody wrote, right below the line that says who and when. */
export const below = { spacing: 'None' } as const

/** A heading with what belongs below it; nothing when that is nothing. */
export const section = (title: string, items: CardElementArray): CardElementArray =>
  items.length > 0 ? [text(title, { weight: 'Bolder', separator: true, spacing: 'Medium' }), ...items] : []

export const fact = (title: string, value: string | undefined): IFact[] =>
  value ? [{ title: harmless(title), value: harmless(value) }] : []

export const factSet = (facts: readonly IFact[]): IFactSet[] =>
  facts.length > 0 ? [{ type: 'FactSet', facts: [...facts] }] : []
