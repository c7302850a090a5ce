import { principalOf } from '../../access/principal-of.ts'
import { answer } from '../../answers/answer.ts'
import { type Asked, askedSchema } from '../../answers/asked.ts'
import { UnboundFigure } from '../../language/figures.ts'
import { say } from '../../language/say.ts'
import type { Reading } from '../../store/documents.ts'
import type { Ticket } from '../../support/ticket.ts'
import type { Answer } from '../../values/answer.ts'
import type { Instant } from '../../values/day.ts'
import type { CaseScene } from './case-scene.ts'

/** Nobody reads more in a chat. */
const mostRows = 8
const longest = 2500
/** No answer, or one that asks or declines: nothing to send to anybody. */
const noReply =
  /^(access|choice|customer|direct)\.|^(unanswered|human|help|greeting|thanks|goodbye|nothing-pending|out_of_scope)$|\.(unknown$|none-of)/

/**
 * What Saldo would answer to a ticket's question, in the customer's language, with what its person may see and nothing else. Nothing for
 * technical ones, and where Saldo has no answer.
 */
export async function suggestedReply(
  reading: Reading,
  ticket: Ticket,
  { offering }: CaseScene,
  now: Instant,
): Promise<string | undefined> {
  const asked = ticket.kind === 'commercial' ? askedBy(ticket) : undefined
  if (!asked) return undefined
  const principal = await principalOf(reading, ticket.person)
  if (principal.kind !== 'customer' || principal.customer.id !== ticket.customer) return undefined
  const { language } = ticket
  const answered = await answer(reading, { ...asked, principal, now, language, offering })
  return noReply.test(answered.answer.kind) ? undefined : wordsOf(answered.answer, ticket)
}

/** What is contested is explained; anything else is asked as it was. */
function askedBy({ topic, about }: Ticket): Asked | undefined {
  const { number, lines = [], period, product } = about
  const [line] = lines.length === 1 ? lines : []
  const contested = line === undefined ? 'invoice.show' : 'invoice.line'
  if (topic === 'dispute' && !number) return undefined
  const intent = topic === 'dispute' ? contested : topic
  const slots = {
    ...(number ? { invoice: number } : { period }),
    ...(intent === 'invoice.line' && line !== undefined ? { line } : !number && { product }),
  }
  return askedSchema.safeParse({ intent, slots }).data
}

function wordsOf(said: Answer, { language }: Ticket): string | undefined {
  try {
    const { lead, rows, notes } = say(said, language)
    const shown = rows.length > mostRows ? [] : rows.map(({ text }) => `- ${text}`)
    const text = [[lead, ...shown].join('\n'), notes.join('\n')].filter(Boolean).join('\n\n')
    return text.length > longest ? undefined : text
  } catch (error) {
    // An answer that may not go out is not suggested either.
    if (error instanceof UnboundFigure) return undefined
    throw error
  }
}
