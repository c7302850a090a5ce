import type { IAdaptiveCard } from '@microsoft/teams.cards'
import type { Reply } from '../../conversation/turn.ts'
import { chartBody } from './chart-card.ts'
import { sayAction } from './elements.ts'
import { invoiceBody } from './invoice-card.ts'
import { invoiceListBody } from './invoice-list-card.ts'

/** Teams takes about 100 KB a message and counts UTF-16; a card of this size leaves room for everything else. */
const maxCardBytes = 28 * 1024

const bodies: Readonly<Record<string, (reply: Reply) => IAdaptiveCard['body'] | undefined>> = {
  'invoice.list': invoiceListBody,
  'invoice.show': invoiceBody,
}

/** The Adaptive Card for an answer; nothing when words say it all, or when the card would be too large to send. */
export function cardOf(reply: Reply): IAdaptiveCard | undefined {
  const body = (bodies[reply.answer.kind] ?? chartBody)(reply)
  if (!body) return undefined
  const card: IAdaptiveCard = {
    type: 'AdaptiveCard',
    $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
    version: '1.5',
    lang: reply.language,
    fallbackText: reply.words.text,
    msteams: { width: 'full' },
    body,
    actions: reply.words.next.map(sayAction),
  }
  if (Buffer.byteLength(JSON.stringify(card), 'utf8') <= maxCardBytes) return card
  // A picture says nothing new: rather none than no card.
  return reply.words.chart && cardOf({ ...reply, words: { ...reply.words, chart: undefined } })
}
