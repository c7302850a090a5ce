import { botIcon, button, element } from './elements.js'
import { words } from './words.js'

const exampleSet = ({ company, roles }) =>
  company ? (roles.includes('billing-contact') ? 'figures' : 'support') : 'staff'

/** What a chat shows before anything was said: what to ask, with four examples for who asks. */
export function emptyChat({ person, company, language, onSay, onInstall }) {
  const said = words[language]
  const set = exampleSet(person)
  const examples = element('div', 'examples')
  // The examples of partner staff name a customer.
  for (const text of said.examples[set].map((example) => example.replace('{company}', company)))
    examples.append(button('', text, () => onSay(text)))
  const box = element('div', 'empty')
  box.append(
    botIcon(56),
    element('h2', '', said.emptyTitle(person.name.split(' ')[0])),
    element('p', '', said.emptyText[set]),
    examples,
    button('install', said.install, onInstall),
  )
  return box
}
