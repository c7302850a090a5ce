import { renderCard } from './cards.js'
import { botIcon, button, element, wholeNumbers } from './elements.js'
import { fileList } from './file-list.js'

export const cardType = 'application/vnd.microsoft.card.adaptive'

function row(className) {
  const made = element('div', className)
  const parts = element('div', 'parts')
  made.append(botIcon(30), parts)
  return { made, parts }
}

function suggestions(actions, onSay) {
  const chips = element('div', 'chips')
  for (const { title, value } of actions) chips.append(button('chip', title, () => onSay(value)))
  return chips
}

/** The cards among an activity's attachments. */
export const cardsOf = (attachments, onAction) =>
  (attachments ?? [])
    .filter(({ contentType }) => contentType === cardType)
    .map(({ content }) => renderCard(content, onAction))

/** An activity of the bot: its text, its cards, what it suggests to say next. */
export function botMessage({ text, attachments, suggestedActions }, { onAction, onSay }) {
  const { made, parts } = row('theirs')
  if (text) {
    const bubble = element('div', 'bubble')
    bubble.append(...wholeNumbers(text))
    parts.append(bubble)
  }
  parts.append(...cardsOf(attachments, onAction), ...fileList(attachments))
  if (suggestedActions?.actions?.length) parts.append(suggestions(suggestedActions.actions, onSay))
  return made
}

/** Three dots while the bot is typing. */
export function typingDots(label) {
  const { made, parts } = row('theirs typing')
  const bubble = element('div', 'bubble')
  bubble.role = 'img'
  bubble.ariaLabel = label
  bubble.append(element('i'), element('i'), element('i'))
  parts.append(bubble)
  return made
}
