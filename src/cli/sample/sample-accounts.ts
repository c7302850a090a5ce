import { type PartnerId, partnerId } from '../../values/ids.ts'
import type { SampleAccount } from './sample-customers.ts'
import type { SampleRandom } from './sample-random.ts'

/** One of the sample partner's two Partner Center accounts, each with its own tenant, currency and invoices from Microsoft. */
export type SamplePartnerAccount = {
  readonly key: SampleAccount
  readonly partner: PartnerId
  readonly currency: 'EUR' | 'BRL'
  readonly prefix: string
  readonly mpnId: string
  /** Percent that Microsoft adds as tax, rounded down per line; none where tax is reverse-charged. */
  readonly supplierTax: string
  /** One US dollar in its currency, before the month's own wobble. */
  readonly dollar: string
  /** Whether its files have the newest column, ProductCategory. */
  readonly newest: boolean
}

export const sampleAccounts = (random: SampleRandom): readonly SamplePartnerAccount[] => [
  {
    key: 'pt',
    partner: partnerId(random.guid('partner pt')),
    currency: 'EUR',
    prefix: 'NOR',
    mpnId: '6160417',
    supplierTax: '0',
    dollar: '0.9213',
    newest: false,
  },
  {
    key: 'br',
    partner: partnerId(random.guid('partner br')),
    currency: 'BRL',
    prefix: 'NBR',
    mpnId: '6160418',
    supplierTax: '9.25',
    dollar: '5.4180',
    newest: true,
  },
]
