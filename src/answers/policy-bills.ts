import type { Decision, Reason } from '../collections/decision.ts'
import { noticeDay } from '../collections/notice-day.ts'
import type { Rules } from '../collections/rules.ts'
import { stageDay } from '../collections/stage-days.ts'
import type { Account } from '../ledger/account.ts'
import { invoiceState } from '../ledger/account.ts'
import type { Invoice } from '../ledger/invoice.ts'
import type { Answer } from '../values/answer.ts'
import type { Source } from '../values/fact.ts'
import { countFact, dayFact, moneyFact, termFact, textFact } from './facts.ts'
import { openFact } from './invoice-facts.ts'
import { doesFact } from './policy-stages.ts'
import { clockSource, computed, configured, ofInvoice } from './sources.ts'

export const kinds = ['note.policy-bill', 'note.policy-more', 'note.policy-next', 'note.policy-access'] as const
const states = ['running', 'disputed', 'promised', 'exempt', 'held', 'says-paid', 'later', 'suspension'] as const
type State = (typeof states)[number]
export const terms = states.map((state) => `policy.bill.${state}`)

type Notes = NonNullable<Answer['notes']>

const billsAtMost = 5

/** What a customer is told of a reason; what the partner left alone by itself is the partner's business. */
const stateOf = (reason: Reason): State => states.find((state) => state === reason) ?? 'running'

/** How each open bill stands, the one that is due first first. */
export function billNotes(account: Account, { bills, day }: Decision): Notes {
  const byId = new Map(account.invoices.map((invoice) => [invoice.id, invoice]))
  const known = bills.flatMap((bill) => {
    const invoice = byId.get(bill.invoice)
    return invoice ? [{ bill, invoice }] : []
  })
  const rest = known.slice(billsAtMost)
  return [
    ...known.slice(0, billsAtMost).map(({ bill, invoice }) => ({
      kind: 'note.policy-bill',
      facts: {
        invoice: textFact(invoice.number, ofInvoice(invoice, 'number')),
        amount: moneyFact(bill.amount, amountSource(account, invoice, day)),
        due: dayFact(bill.dueOn, dueSource(account, invoice)),
        state: termFact(`policy.bill.${stateOf(bill.reason)}`, stateSource(account, invoice)),
      },
    })),
    ...(rest.length > 0
      ? [
          {
            kind: 'note.policy-more',
            facts: {
              more: countFact(
                rest.length,
                computed(
                  'open bills that are not shown',
                  rest.map(({ invoice }) => ofInvoice(invoice, 'number')),
                ),
              ),
            },
          },
        ]
      : []),
  ]
}

const standing = (account: Account, field: string): Source => ({
  type: 'record',
  record: 'standings',
  id: account.customer.id,
  field,
})

const disputesOf = ({ disputes }: Account, { id }: Invoice): readonly Source[] =>
  disputes
    .filter(({ invoice }) => invoice === id)
    .map((dispute) => ({ type: 'record', record: 'disputes', id: dispute.id, field: 'amount' }))

const amountSource = (account: Account, invoice: Invoice, today: Decision['day']): Source =>
  computed('open, less what is contested', [
    openFact(account, invoice, invoiceState(account, invoice, today)).source,
    ...disputesOf(account, invoice),
  ])

function dueSource(account: Account, invoice: Invoice): Source {
  const disputes = disputesOf(account, invoice)
  const due = ofInvoice(invoice, 'dueOn')
  return disputes.length > 0 ? computed('the due date, revised by decided disputes', [due, ...disputes]) : due
}

const stateSource = (account: Account, invoice: Invoice): Source =>
  computed('what holds a bill, as the reminders decide it', [
    ofInvoice(invoice, 'dueOn'),
    standing(account, 'promises'),
    standing(account, 'holds'),
    ...disputesOf(account, invoice),
    clockSource,
  ])

/** The next day on which something comes as things stand: today, where something is decided for it. */
export function nextNote({ stages }: Rules, { next, kind, day, stage: now, staff, customer }: Decision): Notes {
  const today = kind === 'contact' ? stages.find(({ id }) => id === now) : stages.find(({ action }) => action === staff)
  const stage = kind === 'none' ? stages.find(({ id }) => id === next?.stage) : today
  const on = kind === 'none' ? next?.on : day
  if (!stage || !on) return []
  const source = computed('the next day on which the policy asks for something', [
    configured(`policy.stages.${stage.id}`),
    { type: 'record', record: 'standings', id: customer, field: 'reached' },
    clockSource,
  ])
  return [{ kind: 'note.policy-next', facts: { on: dayFact(on, source), does: doesFact(stage) } }]
}

/**
 * The first day on which access could be affected by these steps: a proposal for the bill that gets there first, and the notice after it.
 * Nothing where none of them proposes it, where a broken promise leads there at once, or where a suspension goes on, which says its own day.
 */
export function accessNote(account: Account, rules: Rules, { bills, day, reason }: Decision): Notes {
  const { stages, suspension, promises, hours } = rules
  const stage = stages.find(({ action }) => action === 'propose-suspension')
  if (!stage || !suspension || reason === 'suspension' || promises?.broken === stage.id) return []
  const days = bills.flatMap(({ invoice: id, amount, dueOn }) => {
    const invoice = account.invoices.find((one) => one.id === id)
    if (!invoice || amount.minor <= 0n) return []
    const from = stageDay(stage, { issuedOn: invoice.issuedOn, dueOn }, hours)
    return [{ invoice, on: noticeDay(from > day ? from : day, suspension.noticeDays, hours) }]
  })
  const [first] = days.sort((a, b) => (a.on < b.on ? -1 : 1))
  if (!first) return []
  const source = computed('the day of a proposal, and the notice after it', [
    configured(`policy.stages.${stage.id}`),
    configured('policy.suspension.noticeDays'),
    dueSource(account, first.invoice),
    clockSource,
  ])
  return [{ kind: 'note.policy-access', facts: { on: dayFact(first.on, source) } }]
}
