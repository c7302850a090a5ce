import type { StoredCharge } from '../ledger/charge.ts'
import { currency } from '../values/currency.ts'
import type { SubscriptionId } from '../values/ids.ts'
import { chargeTypeOf } from './charge-type.ts'
import type { Column } from './columns.ts'
import { rememberingDateCells } from './date-cell.ts'
import { type DecimalMark, numberCell } from './number-cell.ts'
import type { ReconciliationHeader } from './reconciliation-header.ts'
import { referenceEvent } from './reference-event.ts'
import { textsInCell } from './texts-in-cell.ts'

/** Columns that no field of a charge keeps by itself; they stay under `other`. */
const elsewhere: readonly Column[] = [
  'CustomerName',
  'CustomerDomainName',
  'CustomerCountry',
  'MpnId',
  'ResellerMpnId',
  'PublisherId',
  'AlternateId',
  'ReservationOrderId',
  'ProductCategory',
]

/** Builds charges from rows that have passed RowCheck, once it is known how the whole file writes dates and numbers. */
export class ChargeReader {
  readonly #at: ReconciliationHeader['at']
  readonly #other: readonly (readonly [string, number])[]
  readonly #order: 'monthFirst' | 'dayFirst'
  readonly #mark: DecimalMark
  readonly #dateCell = rememberingDateCells()

  constructor(header: ReconciliationHeader, order: 'monthFirst' | 'dayFirst', mark: DecimalMark) {
    this.#at = header.at
    this.#order = order
    this.#mark = mark
    const known = elsewhere.map((column) => [column, header.at[column]] as const).filter(([, at]) => at >= 0)
    this.#other = [...known, ...header.unknown.map(({ name, at }) => [name, at] as const)]
  }

  read(cells: readonly string[], line: number): StoredCharge {
    const text = (column: Column) => this.#text(cells, column)
    const reference = text('ReferenceId')
    const productName = text('ProductName') ?? text('SkuName') ?? (text('ProductId') as string)
    return {
      line,
      orderId: text('OrderId') ?? '',
      orderDate: this.#day(cells, 'OrderDate') as string,
      productId: text('ProductId') as string,
      skuId: text('SkuId') ?? '',
      availabilityId: text('AvailabilityId'),
      skuName: text('SkuName') ?? productName,
      productName,
      chargeType: chargeTypeOf(text('ChargeType') as string),
      ...this.#amounts(cells),
      currency: currency(text('Currency') as string),
      priceAdjustments: this.#texts(cells, 'PriceAdjustmentDescription'),
      publisherName: text('PublisherName'),
      subscription: text('SubscriptionId') as SubscriptionId | undefined,
      subscriptionDescription: text('SubscriptionDescription'),
      chargeStart: this.#day(cells, 'ChargeStartDate'),
      chargeEnd: this.#day(cells, 'ChargeEndDate'),
      termAndBillingCycle: text('TermAndBillingCycle'),
      unitType: text('UnitType'),
      billingFrequency: text('BillingFrequency'),
      pricingCurrency: text('PricingCurrency')?.toUpperCase(),
      exchangeRate: this.#number(cells, 'PCToBCExchangeRate'),
      exchangeRateDate: this.#day(cells, 'PCToBCExchangeRateDate'),
      meter: text('MeterDescription'),
      creditReason: text('CreditReasonCode'),
      subscriptionStart: this.#day(cells, 'SubscriptionStartDate'),
      subscriptionEnd: this.#day(cells, 'SubscriptionEndDate'),
      reference,
      event: referenceEvent(reference),
      qualifiers: this.#texts(cells, 'ProductQualifiers'),
      promotionId: text('PromotionId'),
      other: this.#rest(cells),
    }
  }

  #amounts(cells: readonly string[]) {
    const number = (column: Column) => this.#number(cells, column) ?? '0'
    return {
      unitPrice: number('UnitPrice'),
      quantity: number('Quantity'),
      subtotal: number('Subtotal'),
      taxTotal: number('TaxTotal'),
      total: number('Total'),
      effectiveUnitPrice: number('EffectiveUnitPrice'),
      billableQuantity: number('BillableQuantity'),
    }
  }

  /** Undefined for an empty cell. A leading apostrophe is how a spreadsheet marks text, except in names. */
  #text(cells: readonly string[], column: Column): string | undefined {
    const cell = (cells[this.#at[column]] ?? '').trim()
    if (cell === '') return undefined
    return cell.startsWith("'") && !column.endsWith('Name') ? cell.slice(1) || undefined : cell
  }

  #texts(cells: readonly string[], column: Column): string[] | undefined {
    const cell = cells[this.#at[column]]
    return cell ? textsInCell(cell) : undefined
  }

  #day(cells: readonly string[], column: Column): string | undefined {
    const cell = this.#dateCell(cells[this.#at[column]] ?? '')
    return cell === 'none' ? undefined : cell[this.#order]
  }

  #number(cells: readonly string[], column: Column): string | undefined {
    const cell = cells[this.#at[column]]
    return cell ? numberCell(cell, this.#mark) : undefined
  }

  #rest(cells: readonly string[]): Record<string, string> | undefined {
    let rest: Record<string, string> | undefined
    for (const [name, at] of this.#other) {
      const cell = cells[at]
      if (!cell) continue
      rest ??= {}
      rest[name] = cell
    }
    return rest
  }
}
