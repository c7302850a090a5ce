import { caseNews, whyUndelivered } from '../../answers/case-news.ts'
import type { Delivery, Line } from '../../delivery/line.ts'
import type { Unit } from '../../store/documents.ts'
import { changeTicket } from '../../support/change-ticket.ts'
import { type Ticket, ticketOf } from '../../support/ticket.ts'
import type { Instant } from '../../values/day.ts'
import { answerFromJson } from '../answer-json.ts'
import { caseScene } from './case-scene.ts'
import { answerPost, cardPost, type Telling, tellHelpdesk, ticketOfLine, ticketOfPost, wordsPost } from './posts.ts'

/**
 * What a post that did not arrive, or perhaps not, has to be followed by: the trail and the case's thread say so, with its words, and a
 * person decides. Nothing is ever sent again by itself.
 */
export async function postSettled(unit: Unit, line: Line, post: Delivery): Promise<void> {
  if (post.state !== 'failed' && post.state !== 'unknown') return
  const id = ticketOfPost(post)
  const ticket = id === undefined ? undefined : await ticketOf(unit, id)
  if (!ticket) return
  const now = (post.settledAt ?? post.queuedAt) as Instant
  const scene = await caseScene(unit, ticket.customer)
  const isCase = ticketOfLine(line.id) !== undefined
  // What was taken back and still stands with the customer is for the agents to know.
  const stands = !isCase && post.how === 'remove' && post.reason !== 'nothing-to-change'
  const words = saidIn(post) ?? (stands ? removal : undefined)
  // A card that could not be brought up to date says nothing that the next one does not say.
  if (words === undefined && post.how !== 'send') return
  const change = {
    kind: 'undelivered',
    text: `${post.state} ${post.reason ?? ''} ${isCase ? '→ helpdesk' : '→ customer'}: ${words ?? '–'}`.slice(0, 8000),
  } as const
  const order = {
    ticket: ticket.id,
    change,
    by: 'saldo',
    now,
    event: `settled|${post.id}|${post.state}`,
    hours: scene.offering,
  } as const
  const noted = await changeTicket(unit, order)
  if (noted.kind !== 'changed') return
  const event = `settled ${post.id}`.slice(0, 400)
  if (isCase) return showAgain(unit, ticket, post, words, { now, event })
  const kind = post.state === 'unknown' ? 'case.maybe-delivered' : 'case.not-delivered'
  const news = caseNews(kind, ticket, scene.customer.timeZone, { text: words ?? '…', term: whyUndelivered(post) })
  await tellHelpdesk(
    unit,
    ticket,
    [answerPost(ticket, event, kind, news, scene.deskLanguage), cardPost(ticket, event, 'update')],
    now,
  )
}

/** Of the thread itself: what somebody said in it, and what it says of words that the customer misses, is shown once more. */
async function showAgain(
  unit: Unit,
  ticket: Ticket,
  post: Delivery,
  words: string | undefined,
  { now, event }: Telling,
): Promise<void> {
  const again = { id: `${ticket.id}|${event}|words`, how: 'send', name: post.name, content: post.content } as const
  const times = timesSettled(post)
  // Rather twice than never: nothing else tells the agents which words these are.
  if (isWarning(post) && times < mostTimes) await tellHelpdesk(unit, ticket, [again], now)
  if (words === undefined) return
  if (post.reason !== 'no-thread') {
    // Marked as what may stand above already.
    if (times < mostTimes) await tellHelpdesk(unit, ticket, [wordsPost(ticket, event, '⚠', words)], now)
    return
  }
  // What never left, because its thread could not be begun, goes behind the next card: once, for a channel may be gone for good.
  if (times === 0) await tellHelpdesk(unit, ticket, [again], now)
}

const removal = '🗑'
/** How often words of a thread are shown again, where that fails again. Then the card has them alone. */
const mostTimes = 3
const timesSettled = ({ id }: Delivery): number => id.split('|settled ').length - 1

const isWarning = ({ content }: Delivery): boolean =>
  content?.kind === 'answer' &&
  ['case.maybe-delivered', 'case.not-delivered'].includes(answerFromJson(content.answer).kind)

/** What a person wrote or sent, also where it stood within a message of Saldo's. */
function saidIn({ content }: Delivery): string | undefined {
  switch (content?.kind) {
    case 'words':
      return content.text
    case 'file':
      return content.name
    case 'answer': {
      const said = answerFromJson(content.answer).notes?.find(({ kind }) => kind === 'note.said')?.facts.text?.value
      return said?.type === 'text' ? said.text : undefined
    }
    default:
      return undefined
  }
}
