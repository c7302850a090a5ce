import type { Asked } from '../../answers/asked.ts'
import { confirmDraft, disputeSettled, intakeQuestion, notOpened } from '../../answers/ticket-intake.ts'
import { sameTicket, ticketOpened, ticketReopened } from '../../answers/tickets.ts'
import { touch } from '../../collections/touch.ts'
import { contestedAmount, openDisputeIn } from '../../ledger/open-dispute.ts'
import type { Reading, Unit } from '../../store/documents.ts'
import { changeTicket } from '../../support/change-ticket.ts'
import { chargeFor } from '../../support/charge-for.ts'
import { causeOf, priorityOf, problemKeyOf, questionsLeft, topicOf } from '../../support/intake.ts'
import { serviceOf } from '../../support/service.ts'
import { type Ticket, ticketOf } from '../../support/ticket.ts'
import { openCase } from '../desk/open-case.ts'
import { type AboutBill, aboutBill } from './contested.ts'
import type { Errand } from './errand.ts'
import { actorOf, begun, type ErrandScene, type ErrandStep, eventOf, talkOf, textOf } from './errand-scene.ts'
import { knownCause } from './known-cause.ts'

/** Begins a ticket: what is known already first, then what a person needs to know, then a yes. */
export async function beginTicket(reading: Reading, scene: ErrandScene, asked: Asked): Promise<ErrandStep> {
  const errand = await withBill(reading, scene, begun('ticket', asked, 'question', { text: wordsOf(scene, asked) }))
  const known = await knownCause(reading, scene, errand)
  if (known) return { answered: known.answered, errand: { ...errand, step: 'known', tried: [known.tried] } }
  return nextStep(reading, scene, errand)
}

/** The bill that is meant now stays the one that is meant, whatever is looked at in between. */
async function withBill(reading: Reading, scene: ErrandScene, errand: Errand): Promise<Errand> {
  const about = isOfBills(errand) ? await aboutBill(reading, scene, errand) : undefined
  if (!about?.invoice) return errand
  const { asked } = errand
  return { ...errand, asked: { ...asked, slots: { ...asked.slots, invoice: about.invoice.number, beside: undefined } } }
}

/** What the person writes now; by a button, what they wrote before and had no answer to. */
function wordsOf({ incoming, recent, state, now }: ErrandScene, { topic }: Asked): string {
  if (!topic) return textOf(incoming)
  return (state.unanswered && recent?.of(state.unanswered, now)) ?? ''
}

/** Goes on with a ticket in the making: `act` is the button that was pressed, or what the words come down to. */
export async function continueTicket(
  unit: Unit,
  scene: ErrandScene,
  errand: Errand,
  act: Asked['act'],
): Promise<ErrandStep> {
  switch (act) {
    case 'cancel':
      return { answered: notOpened() }
    case 'settled':
      return { answered: disputeSettled() }
    case 'confirm':
      return errand.step === 'confirm' ? open(unit, scene, errand) : nextStep(unit, scene, errand)
    case 'go-on':
      return nextStep(unit, scene, { ...errand, step: 'question' })
    case 'skip':
    case 'everybody':
    case 'several':
    case 'one':
    case 'say':
      return nextStep(unit, scene, answered(errand, act, textOf(scene.incoming)))
    default:
      return nextStep(unit, scene, errand)
  }
}

/** A ticket that was written and confirmed in one go. */
export function openAtOnce(unit: Unit, scene: ErrandScene, text: string): Promise<ErrandStep> {
  const asked: Asked = { intent: 'ticket.open', slots: {} }
  return open(unit, scene, begun('ticket', asked, 'confirm', { text: text.slice(0, 8000) }))
}

/** What is written while a yes is waited for is more of what it is about. */
export function describeMore(reading: Reading, scene: ErrandScene, errand: Errand): Promise<ErrandStep> {
  const text = [errand.text, textOf(scene.incoming)].filter(Boolean).join('\n').slice(0, 8000)
  return nextStep(reading, scene, { ...errand, text })
}

const describing = ['what', 'reason', 'details']

/** The errand with its question answered, or passed over. */
function answered(errand: Errand, act: 'skip' | 'everybody' | 'several' | 'one' | 'say', said: string): Errand {
  const { question, intake, text } = errand
  if (!question) return errand
  const answer = act === 'skip' ? undefined : act === 'say' ? said : act
  const describes = act === 'say' && describing.includes(question)
  return {
    ...errand,
    question: undefined,
    intake: [...intake, { question, ...(answer !== undefined && { answer }) }],
    text: describes ? [text, said].filter(Boolean).join('\n').slice(0, 8000) : text,
  }
}

async function nextStep(reading: Reading, scene: ErrandScene, errand: Errand): Promise<ErrandStep> {
  const [question] = questionsLeft(errand.topic, errand.text, errand.intake)
  if (question) return { answered: intakeQuestion(question), errand: { ...errand, step: 'question', question } }
  const about = await aboutBill(reading, scene, errand)
  return { answered: confirmDraft(draftOf(scene, errand, about)), errand: { ...errand, step: 'confirm' } }
}

function draftOf({ offering }: ErrandScene, errand: Errand, about: AboutBill | undefined) {
  const { topic, text, intake } = errand
  const { kind } = topicOf(topic)
  const invoice = isOfBills(errand) ? about?.invoice : undefined
  const disputes = topic === 'dispute' && invoice !== undefined
  return {
    topic,
    text: text || '…',
    priority: priorityOf(kind, intake.find(({ question }) => question === 'impact')?.answer),
    invoice,
    lines: about?.lines,
    amount: disputes ? contestedAmount(invoice, about?.lines ?? []) : undefined,
    // Nobody pays for saying that a bill is wrong.
    charge: topic === 'dispute' ? undefined : offering && chargeFor(offering, kind),
  }
}

/** A technical problem is not about the bill that was shown before. */
const isOfBills = ({ topic }: Errand): boolean => topicOf(topic).kind === 'commercial'

async function open(unit: Unit, scene: ErrandScene, errand: Errand): Promise<ErrandStep> {
  const { principal, incoming, now, language } = scene
  const { customer } = principal
  const about = await aboutBill(unit, scene, errand)
  const draft = draftOf(scene, errand, about)
  const { kind, queue } = topicOf(errand.topic)
  const { product, period } = errand.asked.slots
  const service = kind === 'technical' ? serviceOf(product ?? errand.text) : undefined
  const named = {
    topic: errand.topic,
    product,
    period: period ?? draft.invoice?.period.from.slice(0, 7),
  }
  const subject = { ...named, ...(draft.invoice && { invoice: draft.invoice.id, lines: draft.lines }) }
  const opened = await openCase(unit, {
    customer: customer.id,
    person: { ...principal.key, name: actorOf(scene).name },
    language,
    talk: talkOf(incoming),
    kind,
    topic: errand.topic,
    service,
    about: {
      invoice: draft.invoice?.id,
      number: draft.invoice?.number,
      lines: draft.lines?.length ? [...draft.lines] : undefined,
      product,
      period,
    },
    cause: causeOf({ ...subject, person: principal.key.objectId, text: errand.text }),
    problemKey: problemKeyOf({ ...named, partner: customer.partner, kind, service, day: now.slice(0, 10) }),
    priority: draft.priority,
    queue,
    intake: errand.intake,
    tried: errand.tried,
    text: errand.text || '…',
    by: actorOf(scene),
    now,
    event: eventOf(incoming),
  })
  const ticket = await withDispute(unit, scene, opened.ticket, draft, errand)
  const told = { ticket, timeZone: customer.timeZone }
  if (opened.kind === 'opened') return { answered: ticketOpened(told) }
  return { answered: opened.reopened ? ticketReopened(told) : sameTicket(told) }
}

/** A contested charge is a record of the ledger: the contested amount is on hold until it is decided. */
async function withDispute(
  unit: Unit,
  scene: ErrandScene,
  ticket: Ticket,
  { invoice, lines = [] }: ReturnType<typeof draftOf>,
  errand: Errand,
): Promise<Ticket> {
  if (errand.topic !== 'dispute' || !invoice || ticket.dispute) return ticket
  const { now, newId, principal, offering } = scene
  const reason = errand.text || '…'
  const opened = await openDisputeIn(unit, {
    customer: principal.customer.id,
    invoice: invoice.id,
    lines,
    reason,
    now,
    newId,
  })
  if (!('dispute' in opened)) return ticket
  await touch(unit, principal.customer.id, now)
  await changeTicket(unit, {
    ticket: ticket.id,
    change: { kind: 'dispute', dispute: opened.dispute.id, text: reason },
    by: actorOf(scene),
    now,
    event: `${eventOf(scene.incoming)}|dispute`,
    hours: offering,
  })
  return (await ticketOf(unit, ticket.id)) ?? ticket
}
