import { editForm } from './edit-form.js'
import { button, element } from './elements.js'

/** Buttons to change and delete one's own message. `words` is the node that the editing takes the place of. */
export function ownTools({ text, words, said, onEdit, onDelete }) {
  const tools = element('div', 'own-tools')
  const startEditing = () => {
    const stop = (focused) => {
      form.replaceWith(words)
      tools.hidden = false
      if (focused) tools.firstElementChild.focus()
    }
    const form = editForm(text, said, {
      onSave: (changed) => {
        stop(false)
        onEdit(changed)
      },
      onCancel: () => stop(true),
    })
    words.replaceWith(form)
    tools.hidden = true
  }
  // A message of files alone has no words to change.
  if (text) tools.append(button('small', said.edit, startEditing))
  tools.append(button('small', said.delete, onDelete))
  return tools
}
