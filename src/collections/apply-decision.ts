import type { Account } from '../ledger/account.ts'
import type { Unit } from '../store/documents.ts'
import type { Instant } from '../values/day.ts'
import type { Contact } from './contact.ts'
import type { Decision } from './decision.ts'
import { feesOf } from './fees.ts'
import { mayHaveReached, withoutWord } from './mark-contact.ts'
import { namedBills } from './named-bills.ts'
import type { Rules } from './rules.ts'
import type { Scene } from './situation.ts'
import type { Standing } from './standing.ts'
import { standingAfter } from './standing-after.ts'
import { freshContactId, writeContact } from './write-contact.ts'

export type Applied = { readonly standing: Standing; readonly contact?: Contact }

/** Writes to the customer where that was decided. Gives how it stands after the day, which is not written yet. */
export async function applyDecision(
  unit: Unit,
  { situation: { account, standing, rules } }: Scene,
  decision: Decision,
  now: Instant,
): Promise<Applied> {
  if (!rules || decision.kind !== 'contact') return { standing: standingAfter(standing, decision, '') }
  const contact = await contactFor(unit, { account, standing, rules, decision, now })
  const after = standingAfter(standing, decision, contact.id)
  return { contact, standing: mayHaveReached(contact) ? after : withoutWord(after, contact) }
}

type Applying = {
  readonly account: Account
  readonly standing: Standing
  readonly rules: Rules
  readonly decision: Decision
  readonly now: Instant
}

async function contactFor(unit: Unit, applying: Applying): Promise<Contact> {
  const { account, rules, decision, now } = applying
  const { customer } = account
  const stage = rules.stages.find(({ id }) => id === decision.stage)
  const written = billsOf(applying)
  // What a bill costs besides was said with its stage.
  const fresh = written.filter((each) => each.fresh).map(({ bill }) => bill)
  const contact: Omit<Contact, 'to'> = {
    id: await freshContactId(unit, customer.id, decision.day, decision.stage ?? 'reminder'),
    customer: customer.id,
    kind: stage?.action === 'warn' ? 'warning' : 'reminder',
    on: decision.day,
    at: now,
    policy: { name: rules.policy.name, effective: rules.policy.effective },
    stage: decision.stage,
    bills: written.map(({ bill }) => bill),
    fees: rules.stages.flatMap((each) =>
      feesOf(
        each,
        fresh.filter((bill) => bill.stage === each.id),
        decision.day,
      ),
    ),
  }
  const { channel = 'teams-then-webhook', words } = stage ?? {}
  return writeContact(unit, contact, { customer, channel, words, now })
}

type Written = { readonly bill: Contact['bills'][number]; readonly fresh: boolean }

/** What is written about. */
function billsOf(applying: Applying): readonly Written[] {
  const periods = new Map(applying.account.invoices.map(({ id, period }) => [id, period]))
  return namedBills(applying).flatMap(({ bill: { invoice, number, amount, dueOn }, stage, fresh }) => {
    const period = periods.get(invoice)
    return period ? [{ bill: { invoice, number, amount, dueOn, period, stage }, fresh }] : []
  })
}
