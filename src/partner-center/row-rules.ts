/** What RowCheck looks at in the rows of one of Microsoft's tables, by column. */
export type RowRules<C extends string> = {
  /** Whose row it is. */
  readonly owner: { readonly partner: C; readonly customer: C; readonly invoice: C; readonly currency: C }
  /** May not be empty. */
  readonly needed: readonly C[]
  /** Identifiers, which a spreadsheet may have rounded. */
  readonly ids: readonly C[]
  readonly dates: readonly C[]
  /** From the first of them to the second. */
  readonly span: readonly [C, C]
  /** The days that tell an invoice's month. */
  readonly told: readonly [C, C]
  readonly numbers: readonly C[]
  /** Those of the numbers that may be empty. */
  readonly optionalNumbers: ReadonlySet<C>
  /** The first two sum to the third. */
  readonly total?: readonly [C, C, C]
  /** A currency beside the one that is billed. */
  readonly pricingCurrency: C
  readonly chargeType?: C
}
