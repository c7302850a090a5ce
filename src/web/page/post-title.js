import { cardType } from './bot-message.js'
import { written } from './mentions.js'

/** The first words of a card, wherever they are in it. */
function wordsIn(node) {
  if (Array.isArray(node)) {
    for (const each of node) {
      const found = wordsIn(each)
      if (found) return found
    }
    return undefined
  }
  if (!node || typeof node !== 'object') return undefined
  if (node.type === 'TextBlock' && node.text) return node.text
  return wordsIn(node.body ?? node.items ?? node.columns ?? node.rows ?? node.cells)
}

/** A post in one line. */
export function titleOf({ summary, text, attachments }) {
  const files = (attachments ?? []).map(({ name }) => name).filter(Boolean)
  const card = attachments?.find(({ contentType }) => contentType === cardType)?.content
  return summary || (text && written(text).trim().split('\n')[0]) || wordsIn(card) || files.join(', ')
}
