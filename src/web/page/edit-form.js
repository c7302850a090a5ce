import { button, element } from './elements.js'

/** A message's words to be changed in place: Enter saves, Escape leaves them. */
export function editForm(text, said, { onSave, onCancel }) {
  const form = element('form', 'editing')
  const box = element('textarea')
  box.value = text
  box.maxLength = 4000
  box.rows = Math.min(6, text.split('\n').length + 1)
  box.ariaLabel = said.editing
  const save = element('button', 'small strong', said.save)
  save.type = 'submit'
  const tools = element('div', 'editing-tools')
  tools.append(button('small', said.cancel, onCancel), save)
  form.append(box, tools)
  const submit = () => {
    const words = box.value.trim()
    if (words && words !== text) onSave(words)
    else onCancel()
  }
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    submit()
  })
  box.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') onCancel()
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return
    event.preventDefault()
    submit()
  })
  // Once it is on the page.
  requestAnimationFrame(() => box.focus())
  return form
}
