import { may } from '../access/may.ts'
import { liveSuspension, type Suspension } from '../collections/suspension.ts'
import { stillDue } from '../collections/suspension-scope.ts'
import type { Reading } from '../store/documents.ts'
import type { Answer } from '../values/answer.ts'
import { type Day, dayIn } from '../values/day.ts'
import type { Answered, BillingAsking } from './asking.ts'
import { dayFact, termFact, textFact } from './facts.ts'
import { matchProduct } from './match-product.ts'
import { computed } from './sources.ts'
import { ofProposal } from './suspension-facts.ts'

export const kinds = ['note.suspension-listed', 'note.suspension-listed-bills'] as const

type Notes = NonNullable<Answer['notes']>
type Family = (asking: BillingAsking, reading: Reading) => Answered | Promise<Answered>

/** The list of subscriptions, and beside it what of them we have suspended: the files that it comes from call that active until the next import. */
export const withSuspension =
  (family: Family): Family =>
  async (asking, reading) => {
    const answered = await family(asking, reading)
    if (answered.answer.kind !== 'subscription.list') return answered
    const known = (await liveSuspension(reading, asking.account.customer.id))?.suspension
    const notes = known ? suspendedNotes(asking, known) : []
    return { ...answered, answer: { ...answered.answer, notes: [...notes, ...(answered.answer.notes ?? [])] } }
  }

function suspendedNotes({ account, principal, slots, today }: BillingAsking, suspension: Suspension): Notes {
  const off = productsOff(suspension)
  const meant = slots.product && matchProduct(slots.product, account.subscriptions, ({ product }) => product)
  const named = meant ? off.filter((product) => meant.some((one) => one.product === product)) : off
  const since = sinceOf(suspension, account.customer.timeZone)
  if (named.length === 0 || !since) return []
  const tasks = ofProposal(suspension, 'tasks')
  const facts = {
    product: textFact(named.join(', '), ofProposal(suspension, 'subscriptions')),
    since: dayFact(since, computed('day of the suspension, or of its first step', [tasks])),
    state: termFact(`suspension-state.${suspension.state}`, ofProposal(suspension, 'state')),
  }
  // Bills are figures, and not everybody who may see subscriptions sees those.
  if (!may(principal, principal.kind === 'partner' ? 'customer-figures' : 'own-figures'))
    return [{ kind: 'note.suspension-listed', facts }]
  const due = stillDue(account, suspension.bills, today).map(({ invoice }) => invoice.number)
  const bills = due.length > 0 ? due : suspension.bills.map(({ number }) => number)
  const invoices = textFact(bills.join(', '), ofProposal(suspension, 'bills'))
  return [{ kind: 'note.suspension-listed-bills', facts: { ...facts, invoices } }]
}

/** What was switched off and is not back. */
function productsOff({ state, subscriptions, tasks }: Suspension): readonly string[] {
  if (state !== 'executing' && state !== 'suspended' && state !== 'restoring') return []
  const isDone = (id: string, what: 'suspend' | 'reactivate') =>
    tasks.some(({ subscription, kind, done }) => subscription === id && kind === what && done)
  const off = subscriptions.filter(({ id }) => isDone(id, 'suspend') && !isDone(id, 'reactivate'))
  return [...new Set(off.map(({ product }) => product))]
}

function sinceOf({ suspendedOn, tasks }: Suspension, timeZone: string): Day | undefined {
  const [first] = tasks.flatMap(({ kind, done }) => (kind === 'suspend' && done ? [done.at] : [])).sort()
  return suspendedOn ?? (first && dayIn(timeZone, first))
}
