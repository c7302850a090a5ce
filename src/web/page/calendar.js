import { readCalendar } from './api.js'
import { comingText, dayInWords, gravities, gravityOf, listed } from './coming.js'
import { button, element } from './elements.js'
import { words } from './words.js'

const dayMs = 86_400_000
const weeks = 6

const panel = document.getElementById('calendar-panel')
const place = document.getElementById('calendar-days')
const narrow = matchMedia('(max-width: 760px)')
const named = { weekday: 'long', day: 'numeric', month: 'long' }

const later = (day, days) => new Date(Date.parse(day) + days * dayMs).toISOString().slice(0, 10)
/** The Monday of its week. */
const monday = (day) => later(day, -((new Date(day).getUTCDay() + 6) % 7))

/** The days to come: what arrives when, were nothing paid. `onPick` gets a day and its first hour for messages, where it has one. */
export class Calendar {
  #setting

  constructor(setting) {
    this.#setting = setting
    panel.addEventListener('toggle', () => this.show())
  }

  /** Brings it up to date, where somebody looks at it. */
  async show() {
    if (!panel.matches(':popover-open')) return
    const { person, onFailed } = this.#setting
    const of = person()
    try {
      const calendar = await readCalendar(of)
      if (of === person()) this.#draw(calendar)
    } catch {
      onFailed()
    }
  }

  #draw(calendar) {
    const { coming } = words[this.#setting.language()]
    if (!calendar.allowed) return place.replaceChildren(element('p', '', coming.nobody))
    const last = later(monday(calendar.today), weeks * 7 - 1)
    const shown = calendar.items.filter(({ on }) => on <= last)
    const byDay = new Map([...Map.groupBy(shown, ({ on }) => on)].sort(([a], [b]) => (a < b ? -1 : 1)))
    const none = byDay.size === 0 ? [element('p', '', coming.none)] : []
    const hint = calendar.reachable ? [] : [element('p', 'calendar-hint', coming.unreached)]
    const wasHere = place.contains(document.activeElement)
    place.replaceChildren(...hint, this.#grid(calendar, byDay), ...none, this.#agenda(calendar, byDay))
    // The day that was chosen is today now; whoever works by keyboard stays there.
    if (wasHere) place.querySelector('[aria-current="date"]')?.focus()
  }

  #grid(calendar, byDay) {
    const made = element('div', 'calendar-grid')
    const first = monday(calendar.today)
    for (let at = 0; at < 7; at += 1) {
      const name = dayInWords(later(first, at), this.#setting.language(), { weekday: 'short' })
      const head = element('span', 'calendar-head', name.slice(0, 3))
      head.setAttribute('aria-hidden', 'true')
      made.append(head)
    }
    for (let at = 0; at < weeks * 7; at += 1) {
      const day = later(first, at)
      made.append(this.#day(day, byDay.get(day) ?? [], calendar))
    }
    return made
  }

  #day(day, items, { today, opens }) {
    const language = this.#setting.language()
    const made = button('calendar-day', String(Number(day.slice(8))), () => this.#pick(day, opens[day]))
    const name = dayInWords(day, language, named)
    const texts = [...new Set(items.map((item) => comingText(item, language).what))]
    made.dataset.day = day
    made.setAttribute('aria-label', texts.length > 0 ? `${name}: ${listed(texts, language)}` : name)
    made.disabled = day < today
    if (day === today) made.setAttribute('aria-current', 'date')
    const kinds = gravities.filter((each) => items.some((item) => gravityOf(item) === each))
    const marks = element('span', 'marks')
    marks.append(...kinds.map((each) => element('span', `mark ${each}`)))
    made.append(marks)
    return made
  }

  #agenda({ opens }, byDay) {
    const made = element('div', 'agenda')
    for (const [day, items] of byDay) {
      const name = dayInWords(day, this.#setting.language(), named)
      const head = element('h3')
      head.append(button('link agenda-day', name, () => this.#pick(day, opens[day])))
      const list = element('ul')
      list.append(...items.map((item) => this.#item(item)))
      made.append(head, list)
    }
    return made
  }

  #item(item) {
    const { what, details } = comingText(item, this.#setting.language())
    const text = element('div')
    text.append(element('strong', '', what))
    if (item.customer) text.append(element('span', 'coming-who', item.customer))
    if (details) text.append(element('span', 'coming-what', details))
    const made = element('li', 'coming')
    made.append(element('span', `mark ${gravityOf(item)}`), text)
    return made
  }

  #pick(day, opens) {
    // There the panel is in front of the chat, in which what is due arrives.
    if (narrow.matches) panel.hidePopover()
    this.#setting.onPick(day, opens)
  }
}
