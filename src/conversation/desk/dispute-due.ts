import { dayFact, textFact } from '../../answers/facts.ts'
import { clockSource, computed, configured, ofInvoice } from '../../answers/sources.ts'
import { contestedBills } from '../../collections/due-bills.ts'
import { situationAt } from '../../collections/situation.ts'
import { say } from '../../language/say.ts'
import type { Dispute } from '../../ledger/dispute.ts'
import type { Reading } from '../../store/documents.ts'
import { addDays, type Instant } from '../../values/day.ts'
import type { Language } from '../../values/language.ts'

/**
 * What the customer is told of when the rest is due, in its language: of a dispute that left something to be paid, by the partner's policy.
 * Nothing where nothing is left, or where no policy says when.
 */
export async function dueAfterDispute(
  reading: Reading,
  { customer, invoice, outcome }: Dispute,
  language: Language,
  now: Instant,
): Promise<string | undefined> {
  if (outcome?.kind !== 'rejected' && outcome?.kind !== 'partly') return undefined
  const known = await situationAt(reading, customer, now)
  const rules = known?.situation.rules
  if (!rules) return undefined
  const found = contestedBills(known.situation.account, rules.disputeDays).find((bill) => bill.invoice.id === invoice)
  if (!found) return undefined
  const bill = found.invoice
  const until = addDays(known.today, rules.disputeDays)
  // Beside a rest that was never contested the bill keeps its date, and only what was contested has another one.
  const isBeside = found.later.some((piece) => piece.until === until)
  if (outcome.kind === 'partly' && !isBeside && found.dueOn === bill.dueOn) return undefined
  const due = isBeside && until > bill.dueOn ? until : found.dueOn
  const source = computed('days after a dispute was decided, never before the due date', [
    configured('policy.disputeDays'),
    ofInvoice(bill, 'dueOn'),
    clockSource,
  ])
  const facts = { invoice: textFact(bill.number, ofInvoice(bill, 'number')), due: dayFact(due, source) }
  return say({ kind: 'note.dispute-due', facts }, language).lead
}
