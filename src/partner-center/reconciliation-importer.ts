import type { Importer } from '../ledger/importing.ts'

/** Microsoft's invoice reconciliation file of the new commerce (Partner Center docs, modern-invoice-reconciliation-file). */
export const reconciliationImporter: Importer = {
  format: 'invoice reconciliation',
  recognises: () => false,
  import: async () => {
    throw new Error('being built')
  },
}
