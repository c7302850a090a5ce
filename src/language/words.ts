import type { SaidChart } from './said-chart.ts'

/** An answer, said in one language. `text` stands alone: whoever sees no card misses nothing. */
export type Words = {
  /** Plain text with line breaks; everything the answer says, its rows and notes included. */
  readonly text: string
  /** A card's heading. */
  readonly title: string
  /** The lead sentence or two, without rows and notes. */
  readonly lead: string
  /** The answer's rows: each a sentence for the text, and its cells by fact name for a table. */
  readonly rows: readonly {
    readonly text: string
    readonly cells: Readonly<Record<string, string>>
    /** The sentence without its amount, where the kind has one. */
    readonly detail?: string
  }[]
  /** Every fact of the answer as it reads in this language, by name. */
  readonly facts: Readonly<Record<string, string>>
  /** What a fact or a cell is called, by name, where the catalogue has a word for it: a table's head, a fact set's titles. */
  readonly labels: Readonly<Record<string, string>>
  readonly notes: readonly string[]
  readonly chart?: SaidChart
  /** What the person can do next: a button's label and the message it sends. */
  readonly next: readonly { readonly label: string; readonly message: string }[]
}
