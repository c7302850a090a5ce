import { button, element } from './elements.js'
import { initials } from './initials.js'
import { words } from './words.js'

export const rolesOf = (person, language) => person.roles.map((role) => words[language].roles[role] ?? role).join(', ')

const plain = (text) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()

function personButton(person, language, chosen, onPick) {
  const made = button('person', undefined, () => onPick(person))
  if (person === chosen) made.setAttribute('aria-current', 'true')
  const avatar = element('span', 'avatar', initials(person.name))
  avatar.setAttribute('aria-hidden', 'true')
  const text = element('span')
  text.append(element('strong', '', person.name), element('span', 'role', rolesOf(person, language)))
  made.append(avatar, text)
  return made
}

/** Shows the people: customers by company, the partner's staff by role. */
export function showPeople(list, { people, language, search, chosen, onPick }) {
  const wanted = plain(search)
  const found = people.filter((person) =>
    plain(`${person.name} ${person.company ?? ''} ${rolesOf(person, language)}`).includes(wanted),
  )
  const said = words[language]
  const staff = found.filter(({ company }) => !company)
  const section = (title, members, groupOf) => {
    if (members.length === 0) return []
    const groups = Map.groupBy(members, groupOf)
    return [
      element('h2', 'group section', title),
      ...[...groups]
        .sort(([a], [b]) => a.localeCompare(b))
        .flatMap(([group, persons]) => {
          const items = element('ul', 'persons')
          for (const person of persons) {
            const item = element('li')
            item.append(personButton(person, language, chosen, onPick))
            items.append(item)
          }
          return [element('h2', 'group', group), items]
        }),
    ]
  }
  const none = found.length === 0 ? [element('p', 'nobody', said.nobody)] : []
  list.replaceChildren(
    ...none,
    ...section(
      said.customers,
      found.filter(({ company }) => company),
      ({ company }) => company,
    ),
    ...section(said.partner, staff, (person) => rolesOf(person, language)),
  )
}

/** Shows who is speaking, in the head of the chat. */
export function showWho(person, language) {
  document.getElementById('who-avatar').textContent = initials(person.name)
  document.getElementById('who-name').textContent = person.name
  document.getElementById('who-role').textContent = [rolesOf(person, language), person.company]
    .filter(Boolean)
    .join(' · ')
}
