import { type AskedCount, askedCounts, askedTopics, productOf } from '../conversation/asked-counts.ts'
import { every } from '../ledger/every.ts'
import { ledgerOf } from '../ledger/ledger.ts'
import type { Reading } from '../store/documents.ts'
import { beyond, type Ticket } from '../support/ticket.ts'
import type { Day } from '../values/day.ts'
import { dayIn } from '../values/day.ts'
import type { CustomerId } from '../values/ids.ts'
import { ticketsOf } from './find-tickets.ts'

type Topic = AskedCount['topic'] | 'rating.bad' | 'ticket.reopened'

/** What a customer asked for about one product, by count alone. */
export type Insight = {
  readonly customer: CustomerId
  readonly name: string
  readonly product: string
  readonly renewals: number
  readonly interest: number
  readonly risk: number
  /** The last day of any of it. */
  readonly lastOn: Day
  readonly topics: Partial<Readonly<Record<Topic, number>>>
}

export type InsightQuery = {
  /** All when left out. */
  readonly customers?: readonly CustomerId[]
  /** Months that have a day of the stretch count whole; ratings and reopenings by their day. */
  readonly from?: Day
  readonly to?: Day
}

type Mark = {
  readonly customer: CustomerId
  readonly product: string
  readonly topic: Topic
  readonly count: number
  readonly lastOn: Day
}

/** What customers asked and how it went, for each customer and product; those with the most signs of risk first, then of interest. */
export async function customerInsights(reading: Reading, query: InsightQuery): Promise<readonly Insight[]> {
  const marks = [...(await askedMarks(reading, query)), ...(await ticketMarks(reading, query))]
  const insights = new Map<string, Insight>()
  for (const mark of marks) {
    const key = `${mark.customer}|${mark.product}`
    insights.set(key, withMark(insights.get(key) ?? (await bare(reading, mark)), mark))
  }
  return [...insights.values()].sort(
    (a, b) => b.risk - a.risk || b.interest - a.interest || b.renewals - a.renewals || (a.name < b.name ? -1 : 1),
  )
}

const bare = async (reading: Reading, { customer, product, lastOn }: Mark): Promise<Insight> => {
  const name = (await ledgerOf(reading).customer(customer))?.name ?? customer
  return { customer, name, product, renewals: 0, interest: 0, risk: 0, lastOn, topics: {} }
}

function withMark(insight: Insight, { topic, count, lastOn }: Mark): Insight {
  const group = topic === 'rating.bad' || topic === 'ticket.reopened' ? 'risk' : askedTopics[topic]
  return {
    ...insight,
    [group]: insight[group] + count,
    lastOn: lastOn > insight.lastOn ? lastOn : insight.lastOn,
    topics: { ...insight.topics, [topic]: (insight.topics[topic] ?? 0) + count },
  }
}

async function askedMarks(reading: Reading, { customers, from, to }: InsightQuery): Promise<readonly Mark[]> {
  const months = { from: from?.slice(0, 7), to: `${to?.slice(0, 7) ?? ''}${beyond}` }
  const ranges = customers?.map((customer) => ({
    index: 'customer',
    from: `${customer}|${months.from ?? ''}`,
    to: `${customer}|${months.to}`,
  })) ?? [{ index: 'month', ...months }]
  const found: Mark[] = []
  for (const range of ranges)
    for await (const { data } of every(reading, askedCounts, range)) {
      const { customer, product, topic, count, lastOn } = data
      found.push({ customer, product, topic, count, lastOn })
    }
  return found
}

/** Bad ratings, and tickets that were opened again. */
async function ticketMarks(reading: Reading, { customers, from, to }: InsightQuery): Promise<readonly Mark[]> {
  const found: Mark[] = []
  for (const ticket of await ticketsOf(reading, customers)) {
    const marks = marksOf(ticket).filter(({ day }) => (!from || day >= from) && (!to || day <= to))
    if (marks.length === 0) continue
    const product = await productOfTicket(reading, ticket)
    for (const { topic, day } of marks) found.push({ customer: ticket.customer, product, topic, count: 1, lastOn: day })
  }
  return found
}

function marksOf({ rating, trail }: Ticket): readonly { readonly topic: Topic; readonly day: Day }[] {
  const ends = ['resolved', 'closed', 'withdrawn']
  const moves = trail.filter(({ what }) => what === 'moved')
  const reopened = moves.filter(({ to }, at) => to === 'open' && ends.includes(moves[at - 1]?.to ?? ''))
  return [
    ...(rating && !rating.good ? [{ topic: 'rating.bad' as const, day: dayIn('UTC', rating.at) }] : []),
    ...reopened.map(({ at }) => ({ topic: 'ticket.reopened' as const, day: dayIn('UTC', at) })),
  ]
}

/** Never as its writer put it: by the name of the customer's own subscription. */
async function productOfTicket(reading: Reading, { customer, about }: Ticket): Promise<string> {
  if (!about.product) return 'none'
  return productOf(about.product, await ledgerOf(reading).subscriptions(customer)).product
}
