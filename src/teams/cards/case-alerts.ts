import type { CardElementArray, IOpenUrlAction } from '@microsoft/teams.cards'
import { answerFromJson } from '../../conversation/answer-json.ts'
import type { Content } from '../../delivery/post.ts'
import { say } from '../../language/say.ts'
import type { Language } from '../../values/language.ts'
import type { SectionScene } from './case-section.ts'
import { section, small } from './case-section.ts'
import { text } from './elements.ts'
import { button } from './form.ts'

/** Teams shows no more buttons beside each other. */
const mostFiles = 6
/** The oldest first: it is what the customer misses longest. */
const mostLost = 4

/** What did not reach the customer, each with a button that sends it again. */
export function undeliveredIn({ view, words, fit, short }: SectionScene): CardElementArray {
  const { undelivered, ticket } = view
  const lost = undelivered.slice(0, mostLost).flatMap(({ post, mark }): CardElementArray => {
    const state = words.word(post.state === 'unknown' ? 'card.post.unknown' : 'card.post.failed')
    const said = saidIn(post.content, words.language) ?? words.word('card.post.card')
    return [
      text(`⚠ ${state}: ${short.clip(said, fit.answer)}`, { color: 'Attention' }),
      {
        type: 'ActionSet',
        actions: [
          // Its own mark, whatever else happens to the case: clicked on two states of the card it is sent again once.
          button(words.title('card.do.resend'), 'case.resend', { ticket: ticket.id, once: mark, post: post.id }),
        ],
      },
    ]
  })
  return section(words.title('card.undelivered'), lost)
}

/** In the helpdesk's language: what the customer gets is in theirs. */
function saidIn(content: Content | undefined, language: Language): string | undefined {
  switch (content?.kind) {
    case 'words':
      return content.text
    case 'file':
      return content.name
    case 'answer': {
      const { lead, notes } = say(answerFromJson(content.answer), language)
      return [lead, ...notes].join(' ')
    }
    default:
      return undefined
  }
}

/** The customer's files with fresh links; without a public address their names. */
export function filesIn({ view: { files }, words, links, fit, short }: SectionScene): CardElementArray {
  const shown = files
    .slice(0, mostFiles)
    .map(({ id, name }) => ({ name: short.clip(name, fit.name), url: links.get(id) }))
  const actions = shown.flatMap(({ name, url }): IOpenUrlAction[] =>
    url ? [{ type: 'Action.OpenUrl', title: `${words.title('card.do.open-file')}: ${name}`, url }] : [],
  )
  if (actions.length > 0) return section(words.title('card.files'), [{ type: 'ActionSet', actions }])
  const names = shown.map(({ name }) => text(`📎 ${name}`))
  return section(
    words.title('card.files'),
    names.length > 0 ? [...names, text(words.word('card.file-no-link'), small)] : [],
  )
}
