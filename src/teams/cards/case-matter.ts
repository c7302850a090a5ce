import type { CardElementArray, IFact } from '@microsoft/teams.cards'
import { say } from '../../language/say.ts'
import { filingOf } from '../../support/escalation/filing.ts'
import { fact, factSet, type SectionScene, section, small } from './case-section.ts'
import { text } from './elements.ts'

/** The bill, what is contested of it, the problem that others have too, and what Microsoft has of it. */
export const caseMatter = (scene: SectionScene): CardElementArray => [
  ...billOf(scene),
  ...factSet([...disputeOf(scene), ...problemOf(scene)]),
  ...escalationOf(scene),
]

const billFacts = ['invoice', 'period', 'total', 'open', 'status', 'due'] as const

function billOf({ view: { bill }, words, fit, short }: SectionScene): CardElementArray {
  if (!bill) return []
  const { facts, rows, labels } = say({ kind: 'invoice.show', facts: bill.facts, rows: bill.lines }, words.language)
  const shown = rows.slice(0, fit.lines)
  const more = rows.length > shown.length
  return section(words.title('card.bill'), [
    ...factSet(billFacts.flatMap((name) => fact(labels[name] ?? name, facts[name]))),
    // A no-break space: "1. " would begin a list in Markdown.
    ...shown.map((row) => text(short.clip(row.text.replace(/^(\S+)\. /, '$1.\u00a0'), 300), { size: 'Small' })),
    ...(more ? [text(words.word('card.more-lines'), small)] : []),
  ])
}

function disputeOf({ view: { dispute }, words }: SectionScene): IFact[] {
  if (!dispute) return []
  const amount = words.value({ type: 'money', money: dispute.amount })
  return fact(
    words.title('card.disputed'),
    `${amount} (${words.word(`card.dispute.${dispute.outcome?.kind ?? 'open'}`)})`,
  )
}

function problemOf({ view: { problem, ticket }, words, fit, short }: SectionScene): IFact[] {
  if (!problem) return []
  const others = problem.tickets.filter((id) => id !== ticket.id).join(', ')
  const state = words.word(`card.problem.${problem.state}`)
  return fact(words.title('card.same-problem'), `${problem.id}, ${state}: ${short.clip(others, fit.name)}`)
}

function escalationOf({ view: { escalation }, words, fit, short }: SectionScene): CardElementArray {
  if (!escalation) return []
  const { id, vehicle, service, state, result, caseNumber, where } = escalation
  const ended = result && words.word(`card.result.${result}`)
  return section(words.title('card.do.microsoft'), [
    ...factSet([
      ...fact(id, `${words.word(`card.escalation.${state}`)}${ended ? `: ${ended}` : ''}`),
      ...fact(words.title('card.microsoft-number'), caseNumber),
      ...fact(words.title('card.service'), filingOf(vehicle, service).name),
      ...fact(words.title('card.where'), short.clip(where, fit.answer)),
    ]),
  ])
}
