import { cp, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { z } from 'zod'
import { people, personKey, personSchema } from '../../../src/access/person.ts'
import { policies, policyKey, policySchema } from '../../../src/collections/policy.ts'
import { declaredCollections } from '../../../src/declared-collections.ts'
import { keepAddress } from '../../../src/delivery/address.ts'
import { customerSchema, customers } from '../../../src/ledger/customer.ts'
import { invoiceSchema, invoices } from '../../../src/ledger/invoice.ts'
import { openEmbedded } from '../../../src/store/lowdb/open-embedded.ts'
import { openUnderstander } from '../../../src/understanding.ts'
import { addDays, day } from '../../../src/values/day.ts'
import { aPolicy } from '../../collections/decide/situations.ts'
import { personOf } from '../../collections/support/billing-desk.ts'
import { aBill, aCustomer } from '../../ledger/examples.ts'
import { begin } from '../killed-desk/service.ts'

const modelFolder = join(tmpdir(), 'saldo-test-model')
const stageDays = 20
const amount = '10.00'

export type Owing = {
  readonly folder: string
  /** A customer with its one billing contact, and where Teams has the chat. */
  readonly firms: readonly { readonly at: number; readonly id: string; readonly chat: string }[]
  /** Writes a file with a payment of all that this customer owes. Gives its path. */
  paymentOf(at: number): { readonly file: string; readonly csv: string }
  remove(): Promise<void>
}

/** A data folder of customers each of whom has something new to be reminded of on every day for so many days. */
export async function owingCustomers(
  count: number,
  days: number,
  serviceUrl: string,
  { model = true }: { readonly model?: boolean } = {},
): Promise<Owing> {
  const folder = await mkdtemp(join(tmpdir(), 'saldo-killed-reminders-'))
  const firms = Array.from({ length: count }, (_, at) => {
    const firm = aCustomer(at + 1, { name: `Customer ${at + 1}` })
    return { at, firm, person: personOf(firm, at + 1, `P${at + 1}`) }
  })
  const bills = Math.ceil(days / stageDays) + 1
  const today = day(begin.slice(0, 10))
  const documents = await openEmbedded({ folder, collections: declaredCollections })
  await documents.change(async (unit) => {
    const stages = Array.from({ length: stageDays }, (_, at) => ({
      id: `day-${at}`,
      when: 'after' as const,
      days: at,
      action: 'remind' as const,
      channel: 'teams' as const,
    }))
    const hours = [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ weekday, from: '00:00', to: '24:00' }))
    const policy = aPolicy({ hours, stages, promises: undefined, suspension: undefined })
    unit.put(policies, policyKey(policy), z.encode(policySchema, policy), 0)
    for (const { firm, person } of firms) {
      unit.put(customers, firm.id, z.encode(customerSchema, firm), 0)
      unit.put(people, personKey(person.tenant, person.objectId), z.encode(personSchema, person), 0)
      const where = { channel: 'msteams', serviceUrl, conversation: `a:${person.objectId}` }
      await keepAddress(unit, person, where, begin)
      for (let bill = 0; bill < bills; bill++) {
        const dueOn = addDays(today, bill * stageDays)
        const over = {
          customer: firm.id,
          issuedOn: addDays(today, -30),
          dueOn,
          number: `N${firm.name.slice(9)}-${bill}`,
        }
        const owed = aBill(`bill-${firm.name.slice(9)}-${bill}`, [amount], over)
        unit.put(invoices, owed.id, z.encode(invoiceSchema, owed), 0)
      }
    }
  })
  await documents.close()
  // A whole service would train it at its first start.
  if (model) {
    await openUnderstander(modelFolder)
    await cp(join(modelFolder, 'cache'), join(folder, 'cache'), { recursive: true })
  }
  return {
    folder,
    firms: firms.map(({ at, firm, person }) => ({ at, id: firm.id, chat: `a:${person.objectId}` })),
    paymentOf(at) {
      const { firm } = firms[at]!
      const rows = Array.from(
        { length: bills },
        (_, bill) => `${firm.partner},${firm.tenant},2026-11-23,${amount},EUR,N${at + 1}-${bill},bank-transfer`,
      )
      const head = 'partner_tenant,customer_tenant,received_on,amount,currency,reference,method'
      return { file: join(folder, `payment-${at}.csv`), csv: `${[head, ...rows].join('\n')}\n` }
    },
    remove: () => rm(folder, { recursive: true, maxRetries: 3 }),
  }
}
