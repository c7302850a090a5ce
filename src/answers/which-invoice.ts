import type { Invoice } from '../ledger/invoice.ts'
import type { Answered, BillingAsking } from './asking.ts'
import { countFact, textFact } from './facts.ts'
import { rowFacts } from './invoice-facts.ts'
import { allInvoices, latestInvoice, option, supportTerms } from './offers.ts'
import { notFoundKinds, type Picked } from './pick-invoice.ts'
import { reply } from './reply.ts'
import { computed, ofInvoice } from './sources.ts'

export const kinds = [...notFoundKinds, 'choice.invoice'] as const

const offeredAtMost = 5

/** Several bills fit: the question goes back, and whichever is chosen gets the answer that was asked for. */
export function whichInvoice(asking: BillingAsking, fitting: readonly Invoice[]): Answered {
  const offered = fitting.slice(0, offeredAtMost)
  return reply(
    'choice.invoice',
    {
      count: countFact(
        fitting.length,
        computed(
          'bills that fit',
          fitting.map((bill) => ofInvoice(bill, 'number')),
        ),
      ),
    },
    {
      rows: offered.map((invoice, at) => ({
        option: textFact(String(at + 1), computed('place in this list', [])),
        ...rowFacts(asking.account, invoice, asking.today),
      })),
      offers: offered.map((invoice) =>
        option(textFact(invoice.number, ofInvoice(invoice, 'number')), {
          intent: asking.intent,
          slots: { ...asking.slots, invoice: invoice.number },
        }),
      ),
      choosing: true,
    },
  )
}

/** Nothing fits. The same words whether the number is another customer's or nobody's. */
export const notFound = (asking: BillingAsking, { answer, facts }: Extract<Picked, { kind: 'none' }>): Answered =>
  reply(answer, facts, {
    offers: asking.account.invoices.length ? [latestInvoice, allInvoices] : [supportTerms],
  })
