import type { Priority, TicketKind } from './ticket.ts'

export const questions = ['what', 'since', 'impact', 'reason', 'details'] as const
export type Question = (typeof questions)[number]

type Topic = {
  readonly kind: TicketKind
  readonly queue: string
  /** What a person needs to begin, in the order to ask; each may be passed over. */
  readonly asks: readonly Question[]
}

const commercial = (asks: readonly Question[]): Topic => ({ kind: 'commercial', queue: 'billing', asks })

/** By the intent that it began with. */
const topics: Readonly<Record<string, Topic>> = {
  'technical.issue': { kind: 'technical', queue: 'technical', asks: ['what', 'since', 'impact'] },
  'escalate.microsoft': { kind: 'technical', queue: 'technical', asks: ['what', 'impact'] },
  dispute: commercial(['reason']),
}

export const topicOf = (intent: string): Topic => topics[intent] ?? commercial(['details'])

/** A message of so many words says what it is about: it is not asked for again. */
const enoughWords = 8
const described: readonly Question[] = ['what', 'reason', 'details']

/** The questions that are left, given what was written and what was answered or passed over. */
export function questionsLeft(intent: string, text: string, answered: readonly { question: string }[]): Question[] {
  const said = text.trim().split(/\s+/).length >= enoughWords
  return topicOf(intent).asks.filter(
    (question) => !(said && described.includes(question)) && !answered.some((each) => each.question === question),
  )
}

export const impacts = ['everybody', 'several', 'one'] as const

/** Priority by impact. What was not said is neither urgent nor unimportant. */
export function priorityOf(kind: TicketKind, impact: string | undefined): Priority {
  if (impact === 'everybody') return kind === 'technical' ? 'urgent' : 'high'
  return impact === 'several' ? 'high' : 'normal'
}

/** What makes two tickets of a customer the same: never the words, unless there is nothing else. */
export function causeOf(about: {
  readonly topic: string
  readonly person: string
  readonly invoice?: string
  readonly lines?: readonly number[]
  readonly product?: string
  readonly period?: string
  readonly text: string
}): string {
  const { topic, person, invoice, lines = [], product, period, text } = about
  if (invoice) return ['bill', invoice, lines.join('+')].join('|')
  if (product || period) return [topic, person, product?.toLowerCase() ?? '', period ?? ''].join('|')
  return [topic, person, text.trim().toLowerCase().replace(/\s+/g, ' ').slice(0, 120)].join('|')
}

/** What many customers can have in common, of one Partner Center account; nothing where the problem names nothing of that kind. */
export function problemKeyOf(about: {
  readonly partner: string
  readonly kind: TicketKind
  readonly topic: string
  readonly service?: string
  readonly product?: string
  readonly period?: string
  /** The day, UTC: a service that fails today is not the one that failed last week. */
  readonly day: string
}): string | undefined {
  const { partner, kind, topic, service, product, period, day } = about
  if (kind === 'technical')
    return service && [partner, 'technical', service, product?.toLowerCase() ?? '', day].join('|')
  return product && period && [partner, topic, product.toLowerCase(), period].join('|')
}
