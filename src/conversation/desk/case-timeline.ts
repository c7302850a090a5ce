import type { CaseFile } from '../../support/escalation/case-file.ts'
import type { Escalation } from '../../support/escalation/escalation.ts'
import type { Ticket, TicketEvent } from '../../support/ticket.ts'

type Entry = CaseFile['timeline'][number]

/** `said` reads what the customer's side wrote, `noted` what the partner's did: both without what identifies anybody. */
type Readers = { readonly said: (text: string) => string; readonly noted: (text: string) => string }

/** What happened, in English and in order, by side and never by name. */
export function caseTimeline(ticket: Ticket, escalations: readonly Escalation[], readers: Readers): readonly Entry[] {
  const ofTicket = ticket.trail.flatMap((event): Entry[] => {
    const what = eventText(event, readers)
    return what ? [{ at: event.at, what }] : []
  })
  const ofCases = escalations.flatMap((each) =>
    each.timeline.map((step): Entry => ({ at: step.at, what: stepText(each, step) })),
  )
  return [...ofTicket, ...ofCases].sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0))
}

const states: Readonly<Record<string, string>> = {
  open: 'Work goes on.',
  'waiting-customer': 'The customer is asked for more.',
  'waiting-microsoft': 'Waiting for Microsoft.',
  resolved: 'Resolved, as far as the partner can see.',
  closed: 'Closed.',
  withdrawn: 'Withdrawn by the customer.',
}

/** What speaks of what the partner pays or earns is no business of Microsoft's support. */
const aboutTerms = /\b(?:cost|margin|mark-?up|price|custo|margem|pre[çc]o|coste|costo|margen|precio)/i

function eventText({ what, by, text = '', to = '' }: TicketEvent, { said, noted }: Readers): string | undefined {
  const isCustomer = by !== 'saldo' && by.side === 'customer'
  const words = (prefix: string, read: (text: string) => string): string => {
    const rest = text && !(!isCustomer && aboutTerms.test(text)) ? read(text) : ''
    return rest ? `${prefix}: ${rest}` : `${prefix}.`
  }
  switch (what) {
    case 'opened':
      return by === 'saldo' ? 'Opened by the partner about unpaid bills.' : 'Reported by the customer.'
    case 'said':
      return words('Customer', said)
    case 'replied':
      return words('Partner to the customer', noted)
    case 'noted':
      return words('Partner', noted)
    case 'filed':
      return 'The customer sent a file.'
    case 'moved':
      return states[to] ?? undefined
    case 'owned':
      return 'Taken up by an agent of the partner.'
    case 'prioritised':
      return `Priority of the partner: ${to}.`
    case 'escalated':
      return 'To be taken to Microsoft.'
    case 'disputed':
      return 'The contested amount is on hold.'
    default:
      return undefined
  }
}

function stepText({ id, caseNumber, answers }: Escalation, step: Escalation['timeline'][number]): string {
  switch (step.state) {
    case 'prepared':
      return `Case ${id} prepared.`
    case 'filed':
      return `Case ${id} filed${caseNumber ? ` as ${caseNumber}` : ''}.`
    case 'answered': {
      const answer = answers.find((each) => each.id === step.note)
      return answer ? `Answer to case ${id}: ${answer.text}` : `Answer to case ${id}.`
    }
    case 'closed':
      return `Case ${id} closed.`
    case 'withdrawn':
      return `Case ${id} withdrawn.`
  }
}
