import { element, wholeNumbers } from './elements.js'
import { fileList } from './file-list.js'
import { ownTools } from './own-tools.js'

/** What the person said in the chat: the words, the files, and what can be done about them. */
export function ownMessage({ text = '', attachments, edited }, { said, onEdit, onDelete }) {
  const made = element('div', 'own')
  const bubble = element('div', 'bubble mine')
  bubble.append(...wholeNumbers(text))
  bubble.append(...fileList(attachments))
  const tools = ownTools({ text, words: bubble, said, onEdit, onDelete })
  made.append(bubble)
  if (edited) made.append(element('span', 'edited', said.edited))
  made.append(tools)
  return made
}
