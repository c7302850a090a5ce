import { may } from '../access/may.ts'
import { isInForce } from '../collections/hold.ts'
import { policiesOf } from '../collections/policy.ts'
import { rulesFor } from '../collections/rules.ts'
import { type Standing, standingOf } from '../collections/standing.ts'
import { invoiceState } from '../ledger/account.ts'
import type { Reading } from '../store/documents.ts'
import type { Answer } from '../values/answer.ts'
import type { InvoiceId } from '../values/ids.ts'
import type { Answered, BillingAsking } from './asking.ts'
import { dayFact, textFact } from './facts.ts'
import { promiseFacts } from './promise.ts'
import { iPaid } from './reminder-offers.ts'
import { ofInvoice, ofStanding } from './sources.ts'

export const kinds = ['note.promise-open', 'note.said-paid', 'note.said-paid-all', 'note.dispute-due'] as const

type Notes = NonNullable<Answer['notes']>
type Family = (asking: BillingAsking, reading: Reading) => Answered | Promise<Answered>

const shownAtMost = 3

/** The answer, and beside it what the customer has promised or said about those bills: about all of them where it is about no single one. */
export const withPromises =
  (family: Family): Family =>
  async (asking, reading) => {
    const answered = await family(asking, reading)
    const { standing } = await standingOf(reading, asking.account.customer.id)
    const about = shownBill(asking, answered)
    const notes = promiseNotes(asking, standing, about)
    const noted = { ...answered, answer: { ...answered.answer, notes: [...(answered.answer.notes ?? []), ...notes] } }
    return withPaidOffer(reading, asking, notes.length > 0 ? noted : answered, standing)
  }

/** Of a bill that is not paid by what is on record, whoever is reminded of it can say that it is. */
async function withPaidOffer(
  reading: Reading,
  asking: BillingAsking,
  answered: Answered,
  { holds }: Standing,
): Promise<Answered> {
  const { answer, offers } = answered
  const { account, principal, today } = asking
  if (answer.kind !== 'payment.status' || !may(principal, 'own-collections')) return answered
  const bill = account.invoices.find(({ id }) => id === shownBill(asking, answered))
  if (!bill || invoiceState(account, bill, today).open.minor <= 0n) return answered
  if (holds.some(({ kind, invoice }) => kind === 'paid' && (!invoice || invoice === bill.id))) return answered
  // Without a policy there is nobody who would be reminded.
  if (!rulesFor(await policiesOf(reading, account.customer.partner), account.customer, today)) return answered
  const offer = iPaid(bill)
  return { ...answered, offers: [offer, ...offers], answer: { ...answer, next: [offer.step, ...(answer.next ?? [])] } }
}

/** The one bill that the answer is about. A list of several names the first of them as well. */
function shownBill({ account }: BillingAsking, { answer, choosing }: Answered): InvoiceId | undefined {
  const number = answer.facts.invoice?.value
  if (choosing || answer.kind.endsWith('.several') || number?.type !== 'text') return undefined
  return account.invoices.find((invoice) => invoice.number === number.text)?.id
}

/** What is promised or said to be paid and holds reminders today: of one bill, or of all. */
export function promiseNotes(
  { account, today }: Pick<BillingAsking, 'account' | 'today'>,
  standing: Standing,
  about?: InvoiceId,
): Notes {
  const { id } = account.customer
  const open = standing.promises.filter(
    ({ state, invoices, by }) => state === 'open' && by >= today && (!about || invoices.includes(about)),
  )
  const said = standing.holds.filter(
    (hold) => hold.kind === 'paid' && isInForce(hold, today) && (!about || !hold.invoice || hold.invoice === about),
  )
  return [
    ...open.slice(0, shownAtMost).map((promise) => ({ kind: 'note.promise-open', facts: promiseFacts(id, promise) })),
    ...said.slice(0, shownAtMost).flatMap(({ from, until, invoice }) => {
      const bill = account.invoices.find((one) => one.id === invoice)
      if (!until || (invoice && !bill)) return []
      const facts = {
        on: dayFact(from, ofStanding(id, 'holds.from')),
        until: dayFact(until, ofStanding(id, 'holds.until')),
        ...(bill && { invoice: textFact(bill.number, ofInvoice(bill, 'number')) }),
      }
      return [{ kind: bill ? 'note.said-paid' : 'note.said-paid-all', facts }]
    }),
  ]
}
