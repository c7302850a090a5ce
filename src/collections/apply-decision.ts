import type { Account } from '../ledger/account.ts'
import type { Unit } from '../store/documents.ts'
import type { Instant } from '../values/day.ts'
import type { Contact } from './contact.ts'
import type { Decision } from './decision.ts'
import { feesOf } from './fees.ts'
import { mayHaveReached, withoutWord } from './mark-contact.ts'
import type { Rules } from './rules.ts'
import type { Scene } from './situation.ts'
import type { Standing } from './standing.ts'
import { standingAfter } from './standing-after.ts'
import { writesToCustomer } from './verdict.ts'
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
  const contact = await contactFor(unit, { account, rules, decision, now })
  const after = standingAfter(standing, decision, contact.id)
  return { contact, standing: mayHaveReached(contact) ? after : withoutWord(after, contact) }
}

type Applying = {
  readonly account: Account
  readonly rules: Rules
  readonly decision: Decision
  readonly now: Instant
}

async function contactFor(unit: Unit, applying: Applying): Promise<Contact> {
  const { account, rules, decision, now } = applying
  const { customer } = account
  const stage = rules.stages.find(({ id }) => id === decision.stage)
  const bills = billsOf(applying)
  const contact: Omit<Contact, 'to'> = {
    id: await freshContactId(unit, customer.id, decision.day, decision.stage ?? 'reminder'),
    customer: customer.id,
    kind: stage?.action === 'warn' ? 'warning' : 'reminder',
    on: decision.day,
    at: now,
    policy: { name: rules.policy.name, effective: rules.policy.effective },
    stage: decision.stage,
    bills,
    fees: rules.stages.flatMap((each) =>
      feesOf(
        each,
        bills.filter((bill) => bill.stage === each.id),
        decision.day,
      ),
    ),
  }
  const { channel = 'teams-then-webhook', words } = stage ?? {}
  return writeContact(unit, contact, { customer, channel, words, now })
}

/** What is written about: not what the day gives to staff alone. */
function billsOf({ account, rules, decision }: Applying): Contact['bills'] {
  const periods = new Map(account.invoices.map(({ id, period }) => [id, period]))
  return decision.bills.flatMap(({ invoice, number, amount, dueOn, stage: id, reason }) => {
    const stage = rules.stages.find((each) => each.id === id)
    const period = periods.get(invoice)
    if (reason !== 'stage' || !stage || !period || !writesToCustomer(stage)) return []
    return [{ invoice, number, amount, dueOn, period, stage: stage.id }]
  })
}
