/**
 * What can be said in one language, in ICU MessageFormat. A template names facts and holds no figure of its own. Of a fact called
 * `due`, `{due}` is its words; a count is a number, said with `#` inside a plural; a term has its key beside its words:
 * `{status}` reads "overdue", `{statusIs, select, overdue {...} other {...}}` decides by it.
 */
export type Catalogue = {
  /** By the kind of an answer, a note or a next step. */
  readonly templates: Readonly<Record<string, Template>>
  /** The closed lists: `invoice.status.overdue`. */
  readonly terms: Readonly<Record<string, string>>
}

/** A bare text is a note or the label of a next step. */
export type Template =
  | string
  | {
      readonly title: string
      readonly text: string
      readonly row?: string
      /** A row without its amount, where a table has that in a column of its own. */
      readonly detail?: string
    }
