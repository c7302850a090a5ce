/** A bar as it reads, and the amount to draw it by: a plain decimal text, `"-1234.50"`. */
export type SaidBar = {
  readonly label: string
  /** The label where there is little room, on an axis: `Oct 2026`. */
  readonly short: string
  /** What the label alone does not say. */
  readonly detail?: string
  readonly amount: string
  readonly value: string
}

/** A chart, said in one language: a door lays it out and formats nothing. */
export type SaidChart = {
  /** What it shows: a caption, and its name for whoever does not see it. */
  readonly title: string
  /** What its labels and its amounts are called: a table's head. */
  readonly heads: { readonly label: string; readonly amount: string }
} & (
  | {
      readonly type: 'bridge'
      /** Their amounts have a sign, plus too. */
      readonly rows: readonly SaidBar[]
      readonly from: SaidBar
      readonly to: SaidBar
    }
  | { readonly type: 'history'; readonly points: readonly SaidBar[] }
  | { readonly type: 'parts'; readonly parts: readonly SaidBar[] }
)
