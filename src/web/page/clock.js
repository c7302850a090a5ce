import { readClock, setClock } from './api.js'
import { button } from './elements.js'
import { words } from './words.js'

const dayMs = 86_400_000
/** How a language writes days and amounts. */
export const locales = { en: 'en-GB', 'pt-PT': 'pt-PT', 'pt-BR': 'pt-BR', es: 'es-ES' }

const chip = document.getElementById('clock-day')
const panel = document.getElementById('clock-panel')
const dateInput = document.getElementById('clock-date')

const format = (now, language, options) => new Intl.DateTimeFormat(locales[language], options).format(new Date(now))

/** A moment in a few words: the clock jumps, so the day belongs to it. */
export const momentIn = (at, language) =>
  format(at, language, { day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit' })

function monthLater(now) {
  const date = new Date(now)
  const day = date.getUTCDate()
  date.setUTCMonth(date.getUTCMonth() + 1)
  // 31 January plus a month is the end of February, not a day in March.
  if (date.getUTCDate() !== day) date.setUTCDate(0)
  return date.toISOString()
}

const jumps = [
  (now) => new Date(Date.parse(now) + dayMs).toISOString(),
  (now) => new Date(Date.parse(now) + 7 * dayMs).toISOString(),
  monthLater,
]

/** The service's clock: shows its day, moves it. `onMoved` gets the day in words. */
export async function clockOf({ language, onMoved, onFailed }) {
  let now = await readClock()

  function show() {
    chip.textContent = format(now, language(), { day: 'numeric', month: 'short', year: 'numeric' })
    dateInput.value = now.slice(0, 10)
    const buttons = words[language()].jumps.map((label, at) =>
      button('quiet', `+ ${label}`, () => move(jumps[at](now))),
    )
    document.getElementById('jumps').replaceChildren(...buttons)
  }

  async function move(to) {
    try {
      now = await setClock(to)
    } catch {
      return onFailed()
    }
    panel.hidePopover()
    show()
    onMoved(format(now, language(), { dateStyle: 'full' }))
  }

  dateInput.addEventListener('change', () => {
    if (dateInput.value) move(`${dateInput.value}${now.slice(10)}`)
  })
  /** To an hour of a day at which something can come, else to the day at the hour that it is. */
  const goTo = (day, opens) => move(opens ?? `${day}${now.slice(10)}`)

  show()
  return { show, goTo }
}
