import type { Period } from '../../values/period.ts'
import { azureLines } from './azure-lines.ts'
import type { SamplePartnerAccount } from './sample-accounts.ts'
import type { SampleCustomer } from './sample-customers.ts'
import type { SampleLine } from './sample-line.ts'
import type { SampleRandom } from './sample-random.ts'
import { seatLines } from './seat-lines.ts'

export type CustomerMonth = {
  readonly account: SamplePartnerAccount
  readonly customer: SampleCustomer
  readonly month: Period
  /** The sample's last month, from which stories are told. */
  readonly last: Period
  readonly random: SampleRandom
}

/** What Microsoft bills for a customer in a month, in no order, as in its files. */
export function customerLines({ account, customer, month, last, random }: CustomerMonth): SampleLine[] {
  const { currency } = account
  const lines: SampleLine[] = []
  for (const [at, story] of customer.story.seats.entries()) {
    lines.push(...seatLines(story, { month, last, currency, random, name: `${customer.key} ${at}` }))
  }
  const { azure } = customer.story
  if (azure) lines.push(...azureLines(azure, { month, last, account, random, name: customer.key }))
  return lines
    .map((line, at) => ({ line, at: random.upTo(1_000, `${customer.key} ${month.from} ${at}`) }))
    .sort((a, b) => a.at - b.at)
    .map(({ line }) => line)
}
