import type { CardElementArray, IAdaptiveCard } from '@microsoft/teams.cards'
import type { CaseView } from '../../conversation/desk/case-view.ts'
import { cardWords } from './card-words.ts'
import { filesIn, undeliveredIn } from './case-alerts.ts'
import { caseButtons } from './case-buttons.ts'
import { type Fit, fits, shortener } from './case-fit.ts'
import { caseHead } from './case-head.ts'
import { caseHistory } from './case-history.ts'
import { caseMatter } from './case-matter.ts'
import { type SectionScene, small } from './case-section.ts'
import { clipped } from './clipped.ts'
import { text } from './elements.ts'

/** Teams takes about 100 KB a message and counts UTF-16; a card of this size leaves room for everything else. */
const mostBytes = 28 * 1024

/**
 * The helpdesk's card of a case: all of it as it stands, in the helpdesk's language, with a button for whatever can be done. Long texts
 * are shortened until it can be sent. `links` are fresh ones to the customer's files, by the file.
 */
export function caseCard(view: CaseView, links: ReadonlyMap<string, string>): IAdaptiveCard {
  let card: IAdaptiveCard | undefined
  for (const fit of fits) {
    card = cardFor(view, links, fit)
    if (Buffer.byteLength(JSON.stringify(card), 'utf8') < mostBytes) return card
  }
  return card as IAdaptiveCard
}

/** One line for the notification, and for whoever sees no card. */
export function caseSummary({ ticket, customer, language, timeZone }: CaseView): string {
  const words = cardWords(language, timeZone)
  const topic = words.known(`intent.${ticket.topic}`, ticket.topic)
  return `${ticket.id} · ${clipped(customer.name, 60)} · ${topic}`
}

function cardFor(view: CaseView, links: ReadonlyMap<string, string>, fit: Fit): IAdaptiveCard {
  const words = cardWords(view.language, view.timeZone)
  const short = shortener()
  const scene: SectionScene = { view, words, fit, short, links }
  const body: CardElementArray = [
    ...caseHead(scene),
    ...undeliveredIn(scene),
    ...caseMatter(scene),
    ...filesIn(scene),
    ...caseHistory(scene),
  ]
  const data = { ticket: view.ticket.id, once: view.mark }
  const shown = fit.suggestion ? view : { ...view, suggestion: undefined }
  return {
    type: 'AdaptiveCard',
    $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
    version: '1.5',
    lang: view.language,
    fallbackText: caseSummary(view),
    msteams: { width: 'full' },
    body: short.didShorten() ? [...body, text(words.word('card.shortened'), small)] : body,
    actions: [...caseButtons({ view: shown, words, data, colleagues: fit.colleagues })],
  }
}
