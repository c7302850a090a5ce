import { customers } from '../ledger/customer.ts'
import type { Reading } from '../store/documents.ts'
import { type PartnerId, partnerId } from '../values/ids.ts'

/** The Partner Center accounts that sell to somebody: each is found by skipping past the one before. */
export async function everyAccount(reading: Reading): Promise<readonly PartnerId[]> {
  const accounts: PartnerId[] = []
  let from = ''
  while (true) {
    const { items } = await reading.find(customers, { index: 'partner', from, limit: 1 })
    if (!items[0]) return accounts
    const account = partnerId(items[0].data.partner)
    accounts.push(account)
    from = `${account}\u0000`
  }
}
