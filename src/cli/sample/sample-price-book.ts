import type { z } from 'zod'
import type { priceBookSchema } from '../../ledger/price-book.ts'
import type { SamplePartnerAccount } from './sample-accounts.ts'
import type { SampleCustomer } from './sample-customers.ts'
import { azurePlan, sampleProducts } from './sample-products.ts'

type PriceBookDocument = z.input<typeof priceBookSchema>
type Rules = PriceBookDocument['rules']

/** Margins, fixed prices in pounds (nothing is ever converted), and two customers with a price of their own. */
export function samplePriceBook(
  account: SamplePartnerAccount,
  customers: readonly SampleCustomer[],
): PriceBookDocument {
  const ownPrice = (key: string, rule: Omit<Rules[number], 'customer'>): Rules =>
    customers
      .filter((each) => each.key === key && each.account === account.key)
      .map(({ tenant }) => ({ customer: tenant, ...rule }))
  const { copilot, e5, premium } = sampleProducts
  return {
    partner: account.partner,
    prefix: account.prefix,
    default: { margin: account.key === 'pt' ? '15' : '20' },
    rules: [
      { productId: azurePlan.productId, price: { margin: '8' } },
      { productId: copilot.productId, price: { margin: '12.5' } },
      ...ownPrice('penaclara', { productId: e5.productId, price: { margin: '9' } }),
      ...ownPrice('bolhao', {
        productId: premium.productId,
        billing: 'monthly',
        price: { fixed: '19.90', currency: 'EUR' },
      }),
      ...(account.key === 'pt' ? poundRules() : []),
    ],
  }
}

const poundRules = (): Rules =>
  Object.values(sampleProducts).map(({ productId, skuId, poundsMonthly }) => ({
    productId,
    skuId,
    billing: 'monthly' as const,
    price: { fixed: poundsMonthly, currency: 'GBP' },
  }))
