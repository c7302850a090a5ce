import { element } from './elements.js'
import { initials } from './initials.js'
import { rolesOf } from './people.js'
import { words } from './words.js'

const avatar = document.getElementById('seat-avatar')
const picker = document.getElementById('seat')
const other = document.getElementById('seat-other')

/** Who sits at the helpdesk. One click goes back to whoever sat there before: two people want the same case. */
export class Seat {
  #agents
  #language
  #before

  constructor({ agents, language, onChange }) {
    this.#agents = agents
    this.#language = language
    this.agent = agents[0]
    this.#before = agents[1]
    const sit = (agent) => {
      this.#before = this.agent
      this.agent = agent
      this.show()
      onChange()
    }
    picker.addEventListener('change', () => sit(agents[picker.selectedIndex]))
    other.addEventListener('click', () => sit(this.#before))
    this.show()
  }

  show() {
    const language = this.#language()
    avatar.textContent = initials(this.agent.name)
    picker.replaceChildren(
      ...this.#agents.map((agent) => {
        const option = element('option', '', `${agent.name} · ${rolesOf(agent, language)}`)
        option.selected = agent === this.agent
        return option
      }),
    )
    other.hidden = this.#before === undefined
    if (!this.#before) return
    other.textContent = initials(this.#before.name)
    other.ariaLabel = words[language].switchTo(this.#before.name)
    other.title = other.ariaLabel
  }
}
