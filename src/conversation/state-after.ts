import { type Asked, aboutOneBill } from '../answers/asked.ts'
import type { Answered } from '../answers/asking.ts'
import type { Answer } from '../values/answer.ts'
import type { Instant } from '../values/day.ts'
import type { State } from './state.ts'
import type { Reply } from './turn.ts'
import type { Heard } from './wanted.ts'

/** What the next turn has to know. */
export function stateAfter(state: State, now: Instant, heard: Heard, answered: Answered, reply: Reply): State {
  const { wanted, question, language, also } = heard
  const offered = reply.words.next.flatMap(({ label }, at) => {
    const offer = answered.offers[at]
    return offer ? [{ label, asked: offer.asked }] : []
  })
  return {
    ...state,
    at: now,
    turns: state.turns + 1,
    // Only a message says which language the person writes; a button's label says nothing.
    language: question || state.language ? language : undefined,
    welcomed: state.welcomed || wanted.kind === 'welcome' || undefined,
    last: lastAfter(state, heard, answered),
    offered,
    choosing: answered.choosing || undefined,
    also,
    wantsCustomer: answered.wantsCustomer,
    customer: answered.customer ?? state.customer,
    ticket: ticketIn(answered.answer) ?? state.ticket,
  }
}

/** The one ticket that an answer is about. */
const ticketIn = ({ facts: { ticket } }: Answer): string | undefined =>
  ticket?.value.type === 'text' && ticket.source.type === 'record' ? ticket.value.text : undefined

type Last = NonNullable<State['last']>

const passing = ['greeting', 'thanks', 'goodbye', 'help', 'affirm', 'deny', 'out_of_scope', 'human']

/** Thanks in between do not end the subject, nor do a person who is called and the steps of what is in the making; a refusal leaves the last good question standing. */
function lastAfter(state: State, { wanted }: Heard, { answer }: Answered): State['last'] {
  if (wanted.kind !== 'answer' || wanted.asked.act || passing.includes(wanted.asked.intent)) return state.last
  // The customer that staff named is pinned by its id; its name may fit others too.
  const { customer: _, beside, ...slots } = wanted.asked.slots
  const invoice = answer.facts.invoice
  const shown = invoice?.value.type === 'text' && invoice.source.type === 'record' ? invoice.value.text : undefined
  // What cannot be answered is nothing to ask again: whatever bill is named next is to be shown.
  if (answer.kind === 'unanswered')
    return { ...state.last, asked: { intent: 'invoice.show', slots }, invoice: slots.invoice ?? state.last?.invoice }
  // Whoever goes on to October wants its answer first, and its lines when they are asked for.
  const { lines: _lines, all: _all, ...plain } = wanted.asked
  const asked = { ...plain, slots: beside && shown ? { ...slots, invoice: shown } : slots }
  // A promise is about a bill and shows none: the one that was looked at stays the one that is meant.
  const kept = asked.intent === 'payment.promise' || asked.intent === 'reminder.preferences'
  return { asked, invoice: shown ?? (kept ? state.last?.invoice : undefined), ...listAfter(state, asked, answer) }
}

/** The bills of a list; they stay while one of them is looked at. */
function listAfter({ last }: State, asked: Asked, { rows = [] }: Answer): Pick<Last, 'rows' | 'listed'> {
  const bills = rows.flatMap(({ invoice, period, status }) =>
    status && invoice?.value.type === 'text' && period?.value.type === 'period'
      ? [{ invoice: invoice.value.text, from: period.value.period.from }]
      : [],
  )
  if (bills.length) return { rows: bills, listed: asked }
  return aboutOneBill(asked.intent) ? { rows: last?.rows, listed: last?.listed } : {}
}
