import type { CardElementArray } from '@microsoft/teams.cards'
import type { Ticket, TicketEvent } from '../../support/ticket.ts'
import { below, fact, factSet, type SectionScene, section, small } from './case-section.ts'
import { alone, text } from './elements.ts'

/** What was tried and asked, what was written before, and what happened last. */
export const caseHistory = (scene: SectionScene): CardElementArray => [
  ...triedIn(scene),
  ...askedIn(scene),
  ...transcriptIn(scene),
  ...trailIn(scene),
]

function triedIn({ view: { ticket }, words, fit, short }: SectionScene): CardElementArray {
  const tried = ticket.tried.map(({ what, text: how }) => {
    const name = alone(words.known(`card.tried.${what}`, what))
    return text(how ? `${name}: ${short.clip(words.known(`intent.${how}`, how), fit.answer)}` : name)
  })
  return section(words.title('card.tried'), tried)
}

function askedIn({ view: { ticket }, words, fit, short }: SectionScene): CardElementArray {
  const asked = ticket.intake.flatMap(({ question, answer }) =>
    fact(
      alone(words.known(`card.question.${question}`, question)),
      answer === undefined
        ? words.word('card.passed-over')
        : short.clip(words.known(`card.impact.${answer}`, answer), fit.answer),
    ),
  )
  return section(words.title('card.intake'), factSet(asked))
}

function transcriptIn({ view: { transcript, ticket }, words, fit, short }: SectionScene): CardElementArray {
  const shown = fit.transcript > 0 ? transcript.slice(-fit.transcript) : []
  if (shown.length < transcript.length) short.note()
  const customer = ticket.person.name ?? words.title('card.person')
  return section(
    words.title('card.transcript'),
    shown.flatMap(({ by, at, text: said }) => [
      text(`${by === 'saldo' ? 'Saldo' : short.clip(customer, fit.name)} · ${words.at(at)}`, small),
      text(short.clip(said, fit.said), below),
    ]),
  )
}

function trailIn({ view: { ticket }, words, fit, short }: SectionScene): CardElementArray {
  const shown = fit.trail > 0 ? ticket.trail.slice(-fit.trail) : []
  return section(
    words.title('card.trail'),
    shown.flatMap((event) => {
      const what = [words.word(`card.event.${event.what}`), becameOf(event, ticket, words)].filter(Boolean).join(': ')
      const internal = event.internal ? [`🔒 ${words.word('card.internal')}`] : []
      const head = text([words.at(event.at), whoOf(event), what, ...internal].join(' · '), small)
      // What opened the case stands above already.
      return event.text && event.what !== 'opened' ? [head, text(short.clip(event.text, fit.entry), below)] : [head]
    }),
  )
}

const whoOf = ({ by }: TicketEvent): string => (by === 'saldo' ? 'Saldo' : (by.name ?? '…'))

/** What a change made of the case. Ids of files and of entries say nothing to anybody. */
function becameOf({ what, to }: TicketEvent, ticket: Ticket, words: SectionScene['words']): string | undefined {
  if (to === undefined) return undefined
  switch (what) {
    case 'moved':
      return to === 'waiting-customer' ? words.word('card.waiting-customer') : words.known(`ticket.${to}`, to)
    case 'prioritised':
      return words.known(`priority.${to}`, to)
    case 'released':
      return words.known(`card.queue-name.${to}`, to)
    case 'late':
      return words.known(`late.${to}`, to)
    case 'rated':
      return words.known(`rated.${to}`, to)
    case 'linked':
      return to === ticket.problem ? to : undefined
    case 'owned':
    case 'escalated':
      return to
    default:
      return undefined
  }
}
