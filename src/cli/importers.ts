import { helpdeskImporter, priceBookImporter } from '../formats/account-yaml.ts'
import { customersImporter } from '../formats/customers-csv.ts'
import { legalNumbersImporter } from '../formats/legal-numbers-csv.ts'
import { offeringImporter } from '../formats/offering-yaml.ts'
import { paymentsImporter } from '../formats/payments-csv.ts'
import { pdfDocumentImporter } from '../formats/pdf-document.ts'
import { peopleImporter } from '../formats/people-csv.ts'
import { policyImporter } from '../formats/policy-yaml.ts'
import { ublImporter } from '../formats/ubl/ubl-importer.ts'
import type { Importer } from '../ledger/importing.ts'
import { exportImporter } from '../partner-center/export-importer.ts'
import { reconciliationImporter } from '../partner-center/reconciliation-importer.ts'
import { usageImporter } from '../partner-center/usage-importer.ts'

/** Every format that `saldo import` knows, in the order in which files build on one another. */
export const importers: readonly Importer[] = [
  customersImporter,
  peopleImporter,
  priceBookImporter,
  offeringImporter,
  helpdeskImporter,
  policyImporter,
  reconciliationImporter,
  usageImporter,
  exportImporter,
  legalNumbersImporter,
  ublImporter,
  pdfDocumentImporter,
  paymentsImporter,
]
