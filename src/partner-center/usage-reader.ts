import type { StoredUsage } from '../ledger/usage.ts'
import { currency } from '../values/currency.ts'
import type { Day } from '../values/day.ts'
import { decimal, decimalText } from '../values/decimal.ts'
import type { SubscriptionId } from '../values/ids.ts'
import { rememberingDateCells } from './date-cell.ts'
import type { FileHeader } from './layout.ts'
import { type DecimalMark, numberCell } from './number-cell.ts'
import type { UsageColumn } from './usage-columns.ts'

/** The columns that a summed-up record keeps something of. The file's others, such as tags, are not kept. */
export const keptColumns = [
  'SubscriptionId',
  'UsageDate',
  'MeterCategory',
  'MeterId',
  'MeterSubCategory',
  'MeterName',
  'MeterRegion',
  'Unit',
  'ResourceGroup',
  'UnitPrice',
  'Quantity',
  'BillingPreTaxTotal',
  'BillingCurrency',
  'PricingCurrency',
  'EffectiveUnitPrice',
  'PCToBCExchangeRate',
  'EntitlementId',
  'EntitlementDescription',
  'PartnerEarnedCreditPercentage',
  'CreditPercentage',
  'CreditType',
  'BenefitType',
  'RateOfPartnerEarnedCredit',
  'RateOfCredit',
] as const satisfies readonly UsageColumn[]

type Kept = (typeof keptColumns)[number]

/** The cells of a row that are kept, in the order of `keptColumns`. */
export const keptCells = ({ at }: FileHeader<UsageColumn>, cells: readonly string[]): string[] =>
  keptColumns.map((column) => cells[at[column]] ?? '')

const position = Object.fromEntries(keptColumns.map((column, at) => [column, at])) as Record<Kept, number>

/** What one line says: one day of one resource. */
export type UsageLine = Omit<StoredUsage, 'firstDay' | 'lastDay' | 'lines'> & { readonly day: Day }

/** Reads lines that have passed RowCheck from their kept cells, once it is known how the whole file writes dates and numbers. */
export class UsageReader {
  readonly #order: 'monthFirst' | 'dayFirst'
  readonly #mark: DecimalMark
  readonly #dateCell = rememberingDateCells()

  constructor(order: 'monthFirst' | 'dayFirst', mark: DecimalMark) {
    this.#order = order
    this.#mark = mark
  }

  read(cells: readonly string[]): UsageLine {
    const text = (column: Kept) => textIn(cells[position[column]] ?? '', column)
    const number = (column: Kept) => this.#number(cells, column)
    return {
      day: this.#day(cells),
      subscription: text('SubscriptionId') as SubscriptionId,
      azureSubscription: (text('EntitlementId') ?? '').toLowerCase(),
      azureSubscriptionName: text('EntitlementDescription'),
      resourceGroup: text('ResourceGroup') ?? '',
      meterId: text('MeterId')?.toLowerCase(),
      meterCategory: text('MeterCategory'),
      meterSubcategory: text('MeterSubCategory'),
      meterName: text('MeterName') ?? '',
      meterRegion: text('MeterRegion'),
      unit: text('Unit') ?? '',
      quantity: number('Quantity') ?? '0',
      cost: number('BillingPreTaxTotal') ?? '0',
      currency: currency(text('BillingCurrency') ?? ''),
      unitPrice: number('UnitPrice'),
      effectivePrice: number('EffectiveUnitPrice'),
      pricingCurrency: text('PricingCurrency')?.toUpperCase(),
      exchangeRate: number('PCToBCExchangeRate'),
      earnedCredit: number('PartnerEarnedCreditPercentage') ?? percentOf(number('RateOfPartnerEarnedCredit')),
      credit: number('CreditPercentage') ?? percentOf(number('RateOfCredit')),
      creditType: text('CreditType'),
      benefit: text('BenefitType'),
    }
  }

  #day(cells: readonly string[]): Day {
    const cell = this.#dateCell(cells[position.UsageDate] ?? '')
    return (cell === 'none' ? undefined : cell[this.#order]) as Day
  }

  /** Without zeros at the end: 15, 15.0 and 15.00 are one rate. */
  #number(cells: readonly string[], column: Kept): string | undefined {
    const cell = cells[position[column]]
    const read = cell ? numberCell(cell, this.#mark) : undefined
    return read?.includes('.') ? decimalText(decimal(read)) : read
  }
}

const percentOf = (rate: string | undefined): string | undefined => rate && decimalText(decimal(rate).times(100))

/** Undefined for an empty cell. A leading apostrophe is how a spreadsheet marks text, except in names. */
function textIn(cell: string, column: Kept): string | undefined {
  const trimmed = cell.trim()
  const isName = column === 'MeterName' || column === 'EntitlementDescription'
  return (trimmed.startsWith("'") && !isName ? trimmed.slice(1) : trimmed) || undefined
}
