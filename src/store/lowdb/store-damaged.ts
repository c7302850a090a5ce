/** The data folder holds something that Saldo did not write, or that was damaged after it was written. Nothing was changed. */
export class StoreDamaged extends Error {
  override name = 'StoreDamaged'
  constructor(file: string, what: string, options?: ErrorOptions) {
    super(
      `${file}: ${what}. Nothing was changed. Put back this data folder from a backup, or move it away to start empty`,
      options,
    )
  }
}
